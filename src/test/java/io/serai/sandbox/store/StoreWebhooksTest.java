package io.serai.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sandbox store tells whoever listens. */
class StoreWebhooksTest {
  private record Heard(String topic, String id, String signature, String body) {}

  private final OpenStore open =
      new OpenStore(
          OpenStore.AMPLE, OpenStore.order("#1001", OpenStore.MONDAY, OpenStore.line("A", 2)));
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer hub;

  @BeforeEach
  void listen() throws IOException {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/", this::hear);
    hub.start();
  }

  @AfterEach
  void close() {
    open.close();
    hub.stop(0);
  }

  @Test
  void ordersAndTheirChangesAreToldAndSigned() throws Exception {
    tell();
    awaitHeard(1);
    open.setTime(OpenStore.MONDAY.plusSeconds(60));
    open.store.cancel(open.store.idOf("#1001"));
    awaitHeard(2);

    assertThat(heard).extracting(Heard::topic).containsExactly("orders/create", "orders/cancelled");
    assertThat(heard.get(0).body()).contains(open.store.idOf("#1001"), "\"line_items\"");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(Base64.getDecoder().decode(heard.get(0).signature()))
        .isEqualTo(mac.doFinal(heard.get(0).body().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsRefusedIsSentAgainUnderItsId() {
    refusals.set(1);
    tell();
    awaitHeard(2);

    assertThat(heard.get(1)).isEqualTo(heard.get(0));
    await().atMost(Duration.ofSeconds(5)).until(() -> open.store.webhooks().taken() == 1);
  }

  @Test
  void oneCanComeTwiceUnderItsId() {
    open.store.webhooks().sendTwice();
    tell();
    awaitHeard(2);

    assertThat(heard.get(1)).isEqualTo(heard.get(0));
  }

  private void tell() {
    URI address = URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/webhooks/dtc");
    open.store.webhooks().tell(address, "s");
  }

  private void awaitHeard(int count) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> heard.size() == count);
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    heard.add(
        new Heard(
            headers.getFirst("X-Shopify-Topic"),
            headers.getFirst("X-Shopify-Webhook-Id"),
            headers.getFirst("X-Shopify-Hmac-SHA256"),
            body));
    exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
    exchange.close();
  }
}
