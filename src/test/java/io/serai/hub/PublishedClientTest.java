package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestDatabase;
import io.serai.config.Configuration;
import io.serai.rest.AccessTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client built only from the OpenAPI document, on a whole hub with a supplier of files. */
class PublishedClientTest {
  private static final Map<String, String> ORDER = Map.of("channel", "web", "number", "W/1 #7");

  @TempDir private Path folder;

  @Test
  void aClientBuiltFromTheDocumentTakesAnOrderFromPushToShipped() throws Exception {
    int port = PageServer.freePort();
    Path home = Path.of("").toAbsolutePath();
    try (Hub hub = Hub.start(Configuration.load(configuration(port), home, Map.of()), home)) {
      PublishedClient client = new PublishedClient("http://127.0.0.1:" + port, token(hub));

      PublishedClient.Answer offered =
          client.ask(
              "setOffer",
              Map.of("supplier", "north", "sku", "TEA"),
              "{\"quantity\": 5, \"unitCost\": \"4.10\"}");
      assertThat(offered.status()).isEqualTo(202);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> client.ask("getStock", Map.of("sku", "TEA"), "").status() == 200);

      PublishedClient.Answer pushed =
          client.ask(
              "pushOrder",
              Map.of(),
              """
              {"channel": "web", "number": "W/1 #7", "externalId": "1", "revision": "1",
               "placedAt": "2026-11-23T09:00:00Z", "currency": "USD",
               "customer": {"name": "Ann Lee"}, "shipTo": {"name": "Ann Lee", "country": "US"},
               "lines": [{"line": "1", "externalId": "1", "sku": "TEA", "quantity": 2}]}""");
      assertThat(pushed.status()).isEqualTo(202);

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> order(client).at("/shipments/0").has("sentAt"));
      ship(order(client).at("/shipments/0/poNumber").asText());
      await().atMost(Duration.ofSeconds(20)).until(() -> order(client).has("endedAt"));

      JsonNode order = order(client);
      assertThat(order.at("/shipments/0/packages/0/tracking/0").asText()).isEqualTo("1Z999");
      assertThat(order.at("/lines/0/shipped").asInt()).isEqualTo(2);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(order(client).get("deliveries").findValuesAsText("state"))
                      .containsOnly("done"));
    }
  }

  private static JsonNode order(PublishedClient client) {
    return client.ask("getOrder", ORDER, "").body();
  }

  private void ship(String po) throws Exception {
    Path out = folder.resolve("exchange/out");
    Files.move(
        Files.writeString(
            out.resolve(".asn"),
            "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package\n"
                + po
                + ",1,TEA,2,UPS,1Z999,2026-11-24T10:00:00Z,P\n"),
        out.resolve("ASN-1.csv"));
  }

  private static String token(Hub hub) {
    return hub.database()
        .inTransaction(
            handle ->
                new AccessTokens(Clock.systemUTC())
                    .make(
                        handle,
                        "client",
                        List.of("orders:read", "orders:write", "stock:read", "stock:write"),
                        Optional.of(1),
                        "a test")
                    .secret());
  }

  private Path configuration(int port) throws Exception {
    Files.createDirectories(folder.resolve("exchange/orders"));
    Files.createDirectories(folder.resolve("exchange/out"));
    return Files.writeString(
        folder.resolve("serai.yaml"),
        """
        hub:
          name: published
          httpPort: %d
          sweepMillis: 100
        database:
          url: %s
          user: postgres
        channels:
          web:
            connector: api
        suppliers:
          north:
            connector: csv-folder
            pollSeconds: 0.3
            settings: {folder: exchange, readLock: none}
        """
            .formatted(port, TestDatabase.freshUrl()));
  }
}
