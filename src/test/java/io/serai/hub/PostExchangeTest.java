package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchange with a supplier by HTTP, both ways. */
class PostExchangeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TOKEN = "north's own token 1";

  @TempDir static Path folder;
  private static final int PORT = PageServer.freePort();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static OtherSide supplier;
  private static FileExchange exchange;

  @BeforeAll
  static void start() throws Exception {
    supplier = new OtherSide();
    exchange =
        new FileExchange(
            folder,
            List.of("north"),
            """
            hub: {sweepMillis: 100, httpPort: %d}
            suppliers:
              north:
                connector: csv-https
                pollSeconds: 0.3
                settings:
                  url: %s/orders
                  user: shop
                  password: "s+cr&t%%"
                  token: "%s"
            """
                .formatted(PORT, supplier.url(), TOKEN));
  }

  @AfterAll
  static void stop() throws Exception {
    exchange.close();
    supplier.close();
  }

  @Test
  void aPurchaseOrderIsPostedUnderItsNameAndAgainWhenTheSupplierIsBusy() {
    supplier.answers(
        asked ->
            supplier.asked().size() < 2
                ? OtherSide.status(503, "busy", "Retry-After", "0")
                : OtherSide.status(201, "thanks"));
    exchange.gather("north", "1");

    await().atMost(PATIENCE).until(() -> !fault().isEmpty());
    soon();
    await().atMost(PATIENCE).until(() -> state().equals("done"));

    OtherSide.Asked first = supplier.asked().get(0);
    OtherSide.Asked second = supplier.asked().get(1);
    assertThat(second.body()).isEqualTo(first.body()).startsWith("po_number,line,sku");
    assertThat(second.method() + " " + second.uri()).isEqualTo("POST /orders");
    assertThat(second.headers())
        .containsEntry("Authorization", "Basic c2hvcDpzK2NyJnQl")
        .hasEntrySatisfying("Idempotency-key", key -> assertThat(key).matches("PO-\\d+\\.csv"))
        .containsEntry("Idempotency-key", first.headers().get("Idempotency-key"));

    supplier.answers(asked -> OtherSide.status(401, "who are you"));
    exchange.execute(
        "update delivery set state = 'owed', due_at = '2026-01-01' where kind = 'purchase-order'");
    await().atMost(PATIENCE).until(() -> state().equals("quarantined"));
    assertThat(fault()).contains("HTTP 401", "does not take our secret");

    supplier.answers(asked -> OtherSide.status(422, "unknown item"));
    soon();
    await().atMost(PATIENCE).until(() -> fault().contains("HTTP 422"));
    assertThat(state()).isEqualTo("quarantined");
  }

  @Test
  void aFileThatIsPostedIsStoredOnceBeforeItIsAnswered() throws Exception {
    assertThat(post("north", "STOCK-1%20%C3%BC.csv", TOKEN, "sku,quantity\nP1,5\n")).isEqualTo(200);
    assertThat(post("north", "STOCK-1%20%C3%BC.csv", TOKEN, "sku,quantity\nP1,5\n")).isEqualTo(200);

    exchange.applied("north", "STOCK-1 ü.csv");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(exchange.scene.rows("select supplier from supplier_look"))
                    .contains(List.of("north")));
  }

  @Test
  void whatIsNotProvenOrHasNoNameIsRefused() throws Exception {
    assertThat(post("north", "STOCK-2.csv", "another", "sku,quantity\nP2,5\n")).isEqualTo(401);
    assertThat(post("north", "STOCK-2.csv", "", "sku,quantity\nP2,5\n")).isEqualTo(401);
    assertThat(post("south", "STOCK-2.csv", TOKEN, "sku,quantity\nP2,5\n")).isEqualTo(404);
    assertThat(post("north", "..%2F..%2Fetc", TOKEN, "x")).isEqualTo(400);
    assertThat(post("north", ".hidden.csv", TOKEN, "x")).isEqualTo(400);
    assertThat(post("north", "a%00b.csv", TOKEN, "x")).isEqualTo(400);
    assertThat(post("north", "STOCK-2.csv", TOKEN, "x".repeat(3_000_000))).isEqualTo(413);

    assertThat(exchange.statuses("north", "STOCK-2.csv")).isEmpty();
  }

  @Test
  void aFileThatCannotBeStoredIsAskedForAgain() throws Exception {
    exchange.execute("alter table document rename to document_away");
    int status = post("north", "STOCK-3.csv", TOKEN, "sku,quantity\nP3,5\n");
    exchange.execute("alter table document_away rename to document");

    assertThat(status).isEqualTo(503);
    assertThat(post("north", "STOCK-3.csv", TOKEN, "sku,quantity\nP3,5\n")).isEqualTo(200);
    exchange.applied("north", "STOCK-3.csv");
  }

  private static void soon() {
    exchange.execute(
        "update delivery set state = 'owed', due_at = '2026-01-01', fault = null where state <> 'done' and kind = 'purchase-order'");
  }

  private static String state() {
    return exchange.scene.one("select state from delivery where kind = 'purchase-order'");
  }

  private static String fault() {
    return exchange.scene.one(
        "select coalesce(fault, '') from delivery where kind = 'purchase-order'");
  }

  private static int post(String account, String name, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + PORT + "/suppliers/" + account + "/files/" + name))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
