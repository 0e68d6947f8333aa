package io.serai.sandbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The store's webhooks {@code orders/create}, {@code orders/updated} and {@code orders/cancelled}:
 * signed, answered within five seconds or repeated up to eight times under the same id, with the
 * body that they had at first. A body has the legacy REST form, of which a hub needs little.
 */
public final class StoreWebhooks implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THREADS = 4;
  private static final int MOST_REPEATS = 8;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StoreBooks books;
  private final Map<String, Instant> told = new HashMap<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(THREADS, StoreWebhooks::thread);
  private volatile boolean twice;

  StoreWebhooks(StoreBooks books) {
    this.books = books;
  }

  /** One webhook on its way. */
  private record Webhook(URI address, String secret, String id, String topic, byte[] body) {}

  /** Tells an address of all orders, and of their changes, from now on. */
  public void tell(URI address, String secret) {
    threads.scheduleWithFixedDelay(() -> look(address, secret), 0, 100, TimeUnit.MILLISECONDS);
  }

  /** Sends each webhook from now on a second time at once, as Shopify may. */
  public void sendTwice() {
    twice = true;
  }

  /** How many have been answered with 200, repeats included. */
  public int taken() {
    return taken.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void look(URI address, String secret) {
    books.lock().readLock().lock();
    try {
      for (StoredOrder order : books.visible()) {
        Instant before = told.put(order.gid(), order.updatedAt());
        if (!order.updatedAt().equals(before)) {
          String change = order.isCancelled() ? "cancelled" : "updated";
          String topic = "orders/" + (before == null ? "create" : change);
          Webhook webhook =
              new Webhook(address, secret, UUID.randomUUID().toString(), topic, body(order));
          threads.execute(() -> send(webhook, 0));
          if (twice) {
            threads.execute(() -> send(webhook, MOST_REPEATS));
          }
        }
      }
    } finally {
      books.lock().readLock().unlock();
    }
  }

  private void send(Webhook webhook, int repeats) {
    try {
      int status = client.send(request(webhook), BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        taken.incrementAndGet();
        return;
      }
    } catch (IOException nobodyThere) {
      // It is sent again, as to one who answers badly.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return;
    }
    if (repeats < MOST_REPEATS) {
      again(webhook, repeats + 1);
    }
  }

  private void again(Webhook webhook, int repeats) {
    long wait = FIRST_WAIT.multipliedBy(1L << repeats).toMillis();
    try {
      threads.schedule(() -> send(webhook, repeats), wait, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // A store that is closed tells nobody any more.
    }
  }

  private static HttpRequest request(Webhook webhook) {
    return HttpRequest.newBuilder(webhook.address())
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-Shopify-Topic", webhook.topic())
        .header("X-Shopify-API-Version", SandboxStore.VERSION)
        .header("X-Shopify-Webhook-Id", webhook.id())
        .header("X-Shopify-Hmac-SHA256", signature(webhook))
        .POST(BodyPublishers.ofByteArray(webhook.body()))
        .build();
  }

  private static String signature(Webhook webhook) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = webhook.secret().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(webhook.body()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs by HmacSHA256", e);
    }
  }

  private static byte[] body(StoredOrder order) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("id", order.id())
            .put("admin_graphql_api_id", order.gid())
            .put("name", order.sold().name())
            .put("email", order.sold().email())
            .put("created_at", order.sold().createdAt().toString())
            .put("updated_at", order.updatedAt().toString())
            .put("currency", order.sold().currency());
    for (StoredLine line : order.lines()) {
      body.withArray("line_items")
          .addObject()
          .put("id", line.id())
          .put("sku", line.sold().sku())
          .put("title", line.sold().title())
          .put("quantity", line.sold().quantity())
          .put("price", line.sold().unitPrice().toPlainString());
    }
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox-store-webhooks");
    thread.setDaemon(true);
    return thread;
  }
}
