package io.serai.hub;

import static io.serai.hub.OtherSide.json;
import static io.serai.hub.OtherSide.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector of YAML and jq alone, in the routes as they are, against a real server. */
class DeclaredRoutesTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String ORDER =
      """
      {"id": 727, "number": "727", "status": "processing", "currency": "USD",
       "date_created_gmt": "2026-11-23T08:00:00", "date_modified_gmt": "2026-11-23T08:00:05",
       "billing": {"first_name": "Ana", "country": "US", "email": "ana@example.com"},
       "shipping": {"country": ""}, "meta_data": [],
       "line_items": [{"id": 315, "name": "A", "quantity": 2, "sku": "A", "price": 10, "total": "20.00"}]}
      """;

  @TempDir Path folder;
  private final Scene scene = Scene.usual();
  private final OtherSide store = new OtherSide();

  @AfterEach
  void close() {
    store.close();
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void anOrderComesInAndItsTrackingGoesOutWithoutJavaOrKamelets() throws Exception {
    AtomicInteger refusals = new AtomicInteger(2);
    store.answers(
        asked -> {
          if (asked.uri().startsWith("/wp-json/wc/v3/orders?")) {
            return status(
                200, "[" + ORDER + "]", "X-WP-TotalPages", "1", "Content-Type", "application/json");
          }
          if (asked.method().equals("GET")) {
            return json(asked.uri().contains("refunds") ? "[]" : ORDER);
          }
          // The first attempts find the store busy, which is no fault of the delivery.
          return refusals.getAndDecrement() > 0
              ? status(429, "", "Retry-After", "1")
              : status(201, "{}");
        });

    try (CamelContext context = run()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(
                          scene.one(
                              "select coalesce(min(status), '') from document where name = '727'"))
                      .isEqualTo("applied"));
      owe();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(scene.one("select state from delivery where kind = 'tracking'"))
                      .isEqualTo("done"));
    }
    assertThat(scene.one("select attempts from delivery where kind = 'tracking'")).isEqualTo("1");
    assertThat(store.uris())
        .filteredOn(uri -> !uri.startsWith("GET"))
        .containsExactly(
            "PUT /wp-json/wc/v3/orders/727",
            "PUT /wp-json/wc/v3/orders/727",
            "PUT /wp-json/wc/v3/orders/727",
            "POST /wp-json/wc/v3/orders/727/notes");
    assertThat(scene.one("select count(*) from document where kind = 'order'")).isEqualTo("1");
    assertThat(scene.one("select cursor from poll where channel = 'dtc' and what = 'orders'"))
        .isEqualTo("{\"since\":\"2026-11-23T08:00:05Z\"}");
  }

  private void owe() {
    var payload =
        Json.read(
            """
            {"order": "727", "number": "727", "reference": "PKG1", "carrier": "UPS",
             "tracking": "1Z", "trackingLink": "", "shippedAt": "2026-11-23T09:00:00Z",
             "lines": [{"line": "315", "sku": "A", "quantity": 2}]}""");
    scene.database.useTransaction(
        handle ->
            new DeliveryStore(scene.clock, "test")
                .owe(
                    handle,
                    List.of(
                        new Owed(
                            "tracking",
                            "dtc",
                            "tracking:PKG1",
                            Optional.empty(),
                            Optional.empty(),
                            payload))));
  }

  private CamelContext run() throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String name :
        List.of("00-when-things-fail", "10-orders-poll", "20-orders-take-in", "80-tracking-post")) {
      Files.copy(HOME.resolve("routes/" + name + ".yaml"), routes.resolve(name + ".yaml"));
    }
    Path file =
        Files.writeString(
            folder.resolve("serai.yaml"),
            """
            hub: {sweepMillis: 200, httpPort: 0}
            channels:
              dtc:
                connector: woocommerce
                pollSeconds: 1
                settings: {url: "%s", consumerKey: ck, consumerSecret: cs}
            """
                .formatted(store.url()));
    Configuration configuration = Configuration.load(file, HOME, Map.of());
    ConnectorCatalog connectors = ConnectorCatalog.scan(HOME.resolve("connectors"));
    scene.beans().put("apis", ApiDesk.of(configuration, connectors, scene.clock));
    return new Routes(configuration, connectors, HOME.resolve("connectors"), routes)
        .start(scene.beans());
  }
}
