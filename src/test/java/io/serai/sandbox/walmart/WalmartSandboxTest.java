package io.serai.sandbox.walmart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.HandClock;
import io.serai.sandbox.contract.OfficialRequests;
import io.serai.sandbox.order.Sold;
import io.serai.sandbox.rest.ChannelOptions;
import io.serai.sandbox.rest.Client;
import io.serai.sandbox.rest.Client.Answer;
import io.serai.sandbox.rest.Fault;
import io.serai.sandbox.world.ChannelEffects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walmart as a seller meets it over HTTP. */
class WalmartSandboxTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final String SHIP =
      """
      {"orderShipment": {"orderLines": {"orderLine": [{"lineNumber": "1", "sellerOrderId": "1",
        "orderLineStatuses": {"orderLineStatus": [{"status": "Shipped",
          "statusQuantity": {"unitOfMeasurement": "EACH", "amount": %s},
          "trackingInfo": {"shipDateTime": 1796122800000, "carrierName": {"carrier": "UPS"},
            "methodCode": "Value", "trackingNumber": "%s"}}]}}]}}}""";
  private static final String CANCEL =
      """
      {"orderCancellation": {"orderLines": {"orderLine": [{"lineNumber": "1",
        "orderLineStatuses": {"orderLineStatus": [{"status": "Cancelled",
          "cancellationReason": "SELLER_CANCEL_OUT_OF_STOCK",
          "statusQuantity": {"unitOfMeasurement": "EACH", "amount": "%d"}}]}}]}}}""";

  private final HandClock clock = new HandClock(START);
  private final ChannelEffects effects = new ChannelEffects();
  private final WalmartSandbox walmart =
      WalmartSandbox.open(
          new ChannelOptions(
              clock,
              1,
              effects,
              OfficialRequests.none(),
              List.of(
                  Sold.order("2001", START, "MUG", 3, "TEA", 1),
                  Sold.order("2002", START.plusSeconds(60), "MUG", 1),
                  Sold.order("#later", START.plusSeconds(600), "JAR", 1))));
  private final Client client = new Client(walmart);

  @BeforeEach
  void logIn() {
    client.withBasic().with("WM_QOS.CORRELATION_ID", "c-1").with("WM_SVC.NAME", "Test");
    clock.pass(Duration.ofMinutes(2));
    client.with("WM_SEC.ACCESS_TOKEN", token());
  }

  @AfterEach
  void close() {
    walmart.close();
  }

  @Test
  void ordersAreThereFromTheirTimeOnWithExplicitNulls() {
    JsonNode orders = client.get("/v3/orders?limit=200").body().at("/list/elements/order");

    assertThat(orders).hasSize(2);
    assertThat(orders.at("/0/purchaseOrderId").asText()).isEqualTo("2001");
    assertThat(orders.at("/0/orderLines/orderLine/0/orderLineQuantity/amount").asText())
        .isEqualTo("3");
    assertThat(orders.at("/0/orderLines/orderLine/0/refund").isNull()).isTrue();
    clock.pass(Duration.ofHours(1));
    assertThat(client.get("/v3/orders").body().at("/list/meta/totalCount").asInt()).isEqualTo(3);
    assertThat(client.get("/v3/orders?lastModifiedStartDate=2027-01-01T00:00:00Z").status())
        .isEqualTo(404);
  }

  @Test
  void aPageNamesTheNextOneByAWholeQueryThatEnds() {
    JsonNode first = client.get("/v3/orders?limit=1").body().path("list");
    String next = first.at("/meta/nextCursor").asText();

    JsonNode second = client.get("/v3/orders" + next).body().path("list");

    assertThat(next).startsWith("?limit=1&hasMoreElements=true");
    assertThat(second.at("/elements/order/0/purchaseOrderId").asText()).isEqualTo("2002");
    assertThat(second.at("/meta/nextCursor").isNull()).isTrue();
    walmart.expirePages();
    assertThat(client.get("/v3/orders" + next).status()).isEqualTo(400);
  }

  @Test
  void nothingShipsThatIsNotAcknowledgedAndNoUnitShipsTwice() {
    assertThat(ship("\"1\"", "1Z1").status()).isEqualTo(400);
    assertThat(released()).isEqualTo(2);
    assertThat(client.post("/v3/orders/2001/acknowledge", "").status()).isEqualTo(200);
    assertThat(released()).isEqualTo(1);

    assertThat(ship("2", "1Z1").status()).as("an amount that is no text").isEqualTo(400);
    assertThat(ship("\"2\"", "1Z1").status()).isEqualTo(200);
    assertThat(ship("\"2\"", "1Z2").status()).as("more than are left").isEqualTo(400);
    Answer shipped = ship("\"1\"", "1Z2");

    assertThat(shipped.body().at("/order/orderLines/orderLine/0/orderLineStatuses"))
        .isEqualTo(
            client
                .get("/v3/orders/2001")
                .body()
                .at("/order/orderLines/orderLine/0/orderLineStatuses"));
    assertThat(effects.trackingPosts()).hasSize(2);
    assertThat(effects.unitsTracked()).isEqualTo(3);
    assertThat(effects.refusals()).hasSize(3);
    assertThat(effects.acknowledgments()).extracting(each -> each.what()).containsExactly("2001");
  }

  @Test
  void unitsAreCancelledByLineAndQuantity() {
    assertThat(client.post("/v3/orders/2001/cancel", CANCEL.formatted(2)).status()).isEqualTo(200);
    assertThat(client.post("/v3/orders/2001/cancel", CANCEL.formatted(2)).status()).isEqualTo(400);

    assertThat(effects.cancellations())
        .extracting(each -> each.what().units())
        .containsExactly(Map.of("1", 2));
    walmart.cancel("2001");
    assertThat(effects.unitsCancelled()).isEqualTo(4);
    JsonNode order = client.get("/v3/orders/2001").body().path("order");
    assertThat(order.findValuesAsText("status")).containsOnly("Cancelled");
  }

  @Test
  void stockIsSetBySkuAndByFeedForWhatIsSold() {
    String mug = "{\"sku\": \"MUG\", \"quantity\": {\"unit\": \"EACH\", \"amount\": 7}}";

    assertThat(client.put("/v3/inventory?sku=MUG", mug).status()).isEqualTo(200);
    assertThat(client.put("/v3/inventory?sku=X", mug.replace("MUG", "X")).status()).isEqualTo(404);
    String feed =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"i.json\"\r\n\r\n"
            + "{\"InventoryHeader\": {\"version\": \"1.4\"}, \"Inventory\": ["
            + mug.replace("MUG", "TEA").replace("7", "0")
            + "]}\r\n--b--\r\n";
    Answer fed =
        client.send(
            "POST", "/v3/feeds?feedType=inventory", feed, "multipart/form-data; boundary=b");

    assertThat(fed.body().path("feedId").asText()).isNotEmpty();
    assertThat(effects.stock())
        .extracting(each -> each.sku() + " " + each.quantity())
        .containsExactly("MUG 7", "TEA 0");
  }

  @Test
  void oddOrdersAreOddAndWhatWalmartShipsIsListedOnDemandOnly() {
    walmart.sell(Sold.order("3001", START, "MUG", 1), Set.of(Oddity.WALMART_FULFILLED));
    walmart.sell(Sold.order("3002", START, "MUG", 1), Set.of(Oddity.NO_ADDRESS));

    JsonNode orders = client.get("/v3/orders").body().at("/list/elements/order");
    assertThat(orders.findValuesAsText("purchaseOrderId")).containsExactly("2001", "3002", "2002");
    assertThat(orders.at("/1/shippingInfo/postalAddress").isNull()).isTrue();
    assertThat(
            client
                .get("/v3/orders?shipNodeType=WFSFulfilled")
                .body()
                .findValuesAsText("purchaseOrderId"))
        .containsExactly("3001");
  }

  @Test
  void aTokenEndsAndAWrongOneIsNoneAndErrorsCanStandInAGoodAnswer() {
    walmart.expireTokens();
    assertThat(client.get("/v3/orders").status()).isEqualTo(401);
    client.with("WM_SEC.ACCESS_TOKEN", token());
    walmart.faults().next(Fault.ERROR_INSIDE);
    Answer inside = client.get("/v3/orders");
    assertThat(inside.status()).isEqualTo(200);
    assertThat(inside.body().at("/list/errors/0/category").asText()).isEqualTo("SYSTEM");
  }

  @Test
  void whoeverAsksTooOftenIsToldWhen() {
    List<Answer> answers =
        IntStream.range(0, 65).mapToObj(i -> client.get("/v3/orders?limit=1")).toList();

    Answer last = answers.get(64);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("x-current-token-count")).hasValue("0");
    assertThat(last.header("x-next-replenishment-time").orElseThrow()).matches("[0-9]{13}");
    assertThat(walmart.server().rates().overLimit()).containsKey("getAllOrders");
  }

  private String token() {
    Answer token =
        client.send(
            "POST",
            "/v3/token",
            "grant_type=client_credentials",
            "application/x-www-form-urlencoded");
    assertThat(token.body().path("expires_in").asInt()).isEqualTo(900);
    return token.body().path("access_token").asText();
  }

  private Answer ship(String amount, String tracking) {
    return client.post("/v3/orders/2001/shipping", SHIP.formatted(amount, tracking));
  }

  private int released() {
    return client.get("/v3/orders/released").body().at("/list/meta/totalCount").asInt();
  }
}
