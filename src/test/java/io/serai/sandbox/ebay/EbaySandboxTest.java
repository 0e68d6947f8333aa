package io.serai.sandbox.ebay;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** eBay as a seller meets it over HTTP. */
class EbaySandboxTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final String ORDERS = "/sell/fulfillment/v1/order";
  private static final String ONE = ORDERS + "/11-22222-33333";
  private static final String CANCELLATIONS = "/post-order/v2/cancellation";

  private final HandClock clock = new HandClock(START);
  private final ChannelEffects effects = new ChannelEffects();
  private final EbaySandbox ebay =
      EbaySandbox.open(
          new ChannelOptions(
              clock,
              1,
              effects,
              OfficialRequests.none(),
              List.of(
                  Sold.order("11-22222-33333", START, "MUG", 3, "TEA", 1),
                  Sold.order("#1002", START.plusSeconds(60), "MUG", 1),
                  Sold.order("#later", START.plusSeconds(600), "JAR", 1))));
  private final Client client = new Client(ebay);
  private String token;

  @BeforeEach
  void logIn() {
    clock.pass(Duration.ofMinutes(2));
    client.withBasic();
    Answer answer =
        client.send(
            "POST",
            "/identity/v1/oauth2/token",
            "grant_type=refresh_token&refresh_token=" + ebay.settings().get("refreshToken"),
            "application/x-www-form-urlencoded");
    assertThat(answer.body().path("expires_in").asInt()).isEqualTo(7200);
    token = answer.body().path("access_token").asText();
    client.with("Authorization", "Bearer " + token);
  }

  @AfterEach
  void close() {
    ebay.close();
  }

  @Test
  void ordersAreListedByTheirChangeAndPagesLeadToTheNext() {
    String filter = "?filter=lastmodifieddate:%5B2026-12-01T08:00:00.000Z..%5D&limit=1";

    JsonNode first = client.get(ORDERS + filter).body();
    JsonNode second = client.get(path(first.path("next").asText())).body();

    assertThat(first.path("total").asInt()).isEqualTo(2);
    assertThat(first.at("/orders/0/orderId").asText()).isEqualTo("11-22222-33333");
    assertThat(second.at("/orders/0/orderId").asText()).isEqualTo(ebay.idOf("#1002"));
    assertThat(second.has("next")).isFalse();
    assertThat(client.get(ORDERS + "?offset=90").body().at("/errors/0/errorId").asInt())
        .isEqualTo(31000);
    assertThat(client.get(ORDERS + "?limit=201").status()).isEqualTo(400);
    assertThat(client.get(ORDERS + "?filter=colour:%5B1%5D").status()).isEqualTo(400);
  }

  @Test
  void ofTwoDatesOnlyThatOfCreationCounts() {
    String both =
        "?filter=lastmodifieddate:%5B2026-12-01T09:01:30.000Z..%5D,creationdate:%5B2026-12-01T08:00:00.000Z..%5D";

    assertThat(client.get(ORDERS + both).body().path("total").asInt()).isEqualTo(2);
  }

  @Test
  void aPhoneThatIsNotKnownIsAnEmptyObject() {
    var noPhone = Sold.address("Ana", "Lima", "");
    ebay.sell(Sold.to(noPhone, "7-7", START, "JPY", "1200", "MUG", 2));

    JsonNode order = client.get(ORDERS + "/7-7").body();

    JsonNode to = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
    assertThat(to.path("primaryPhone").isObject()).isTrue();
    assertThat(to.path("primaryPhone")).isEmpty();
    assertThat(order.at("/pricingSummary/total/value").asText()).isEqualTo("2400");
  }

  @Test
  void aPackageWithoutAQuantityHasOneUnitAndItsAddressIsInTheHeader() {
    Answer shipped = ship("[{\"lineItemId\": \"" + line(0) + "\"}]", "\"UPS\"", "\"1Z999AA1\"");

    assertThat(shipped.status()).isEqualTo(201);
    assertThat(shipped.header("Location").orElseThrow())
        .endsWith(ONE + "/shipping_fulfillment/1Z999AA1");
    assertThat(client.get(ONE + "/shipping_fulfillment").body().at("/fulfillments/0/lineItems"))
        .hasToString("[{\"lineItemId\":\"" + line(0) + "\",\"quantity\":1}]");
    assertThat(client.get(ONE).body().path("orderFulfillmentStatus").asText())
        .isEqualTo("IN_PROGRESS");
    assertThat(effects.unitsTracked()).isEqualTo(1);
  }

  @Test
  void aPackageIsRefusedWithAWrongNumberWithoutItsCarrierOrWithMoreThanIsLeft() {
    String one = "[{\"lineItemId\": \"" + line(1) + "\", \"quantity\": 1}]";

    assertThat(ship(one, "\"UPS\"", "\"1Z 999\"").status()).isEqualTo(400);
    assertThat(ship(one, "null", "\"1Z999\"").status()).isEqualTo(400);
    assertThat(ship(one.replace(": 1}", ": 2}"), "\"UPS\"", "\"1Z999\"").status()).isEqualTo(400);
    assertThat(ship(one, "\"UPS\"", "\"1Z999\"").status()).isEqualTo(201);
    assertThat(ship(one, "\"UPS\"", "\"1Z999\"").status()).isEqualTo(400);
    assertThat(effects.trackingPosts()).hasSize(1);
    assertThat(effects.refusals()).hasSize(4);
  }

  @Test
  void aWholeOrderIsCancelledAndReadsFulfilled() {
    String body = "{\"legacyOrderId\": \"11-22222-33333\", \"cancelReason\": \"OUT_OF_STOCK\"}";
    assertThat(client.post(CANCELLATIONS, body).status()).as("another scheme").isEqualTo(401);
    asPostOrder();

    Answer cancelled = client.post(CANCELLATIONS, body);
    Answer again = client.post(CANCELLATIONS, body);

    assertThat(cancelled.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("cancelId").isNull()).isTrue();
    client.with("Authorization", "Bearer " + token);
    JsonNode order = client.get(ONE).body();
    assertThat(order.path("orderFulfillmentStatus").asText()).isEqualTo("FULFILLED");
    assertThat(order.at("/cancelStatus/cancelState").asText()).isEqualTo("CANCELED");
    assertThat(order.at("/cancelStatus/cancelRequests")).hasSize(1);
    assertThat(client.get(ORDERS).body().at("/orders/0/cancelStatus/cancelRequests")).isEmpty();
    assertThat(effects.unitsCancelled()).isEqualTo(4);
  }

  @Test
  void whatTheBuyerHasAskedForIsApproved() {
    ebay.askToCancel("11-22222-33333");
    JsonNode asked = client.get(ONE).body().path("cancelStatus");
    assertThat(asked.path("cancelState").asText()).isEqualTo("IN_PROGRESS");
    String id = asked.at("/cancelRequests/0/cancelRequestId").asText();
    asPostOrder();

    assertThat(client.post(CANCELLATIONS + "/" + id + "/approve", "").status()).isEqualTo(200);
    assertThat(client.post(CANCELLATIONS + "/" + id + "/approve", "").status()).isEqualTo(404);
    assertThat(effects.unitsCancelled()).isEqualTo(4);
  }

  @Test
  void moneyIsRefundedByLineAndNeverMoreThanWasPaid() {
    assertThat(refund("20.00", "USD").body().path("refundStatus").asText()).isEqualTo("PENDING");
    assertThat(refund("20.00", "USD").status()).isEqualTo(409);
    assertThat(refund("1.00", "EUR").status()).isEqualTo(400);

    assertThat(effects.cancellations())
        .extracting(each -> each.what().units())
        .containsExactly(Map.of(line(0), 2));
    assertThat(client.get(ONE).body().path("orderPaymentStatus").asText())
        .isEqualTo("PARTIALLY_REFUNDED");
  }

  @Test
  void stockIsSetTwentyFiveSkusAtATimeAndEachIsAnswered() {
    ebay.failStock("TEA", 1);

    Answer first =
        client.post("/sell/inventory/v1/bulk_update_price_quantity", stock("MUG", "TEA"));
    Answer second = client.post("/sell/inventory/v1/bulk_update_price_quantity", stock("TEA"));
    String[] many = IntStream.range(0, 26).mapToObj(i -> "S" + i).toArray(String[]::new);

    assertThat(first.status()).isEqualTo(207);
    assertThat(first.body().path("responses").findValuesAsText("statusCode"))
        .containsExactly("200", "500");
    assertThat(second.status()).isEqualTo(200);
    assertThat(client.post("/sell/inventory/v1/bulk_update_price_quantity", stock(many)).status())
        .isEqualTo(400);
    assertThat(effects.stock()).hasSize(2);
  }

  @Test
  void oddOrdersAreOdd() {
    ebay.sell(Sold.order("8-1", START, "MUG", 1), Set.of(Oddity.UNPAID));
    ebay.sell(Sold.order("8-2", START, "MUG", 1), Set.of(Oddity.NULLS, Oddity.NO_ADDRESS));
    ebay.sell(Sold.order("8-3", START, "MUG", 1), Set.of(Oddity.EBAY_FULFILLED));

    assertThat(client.get(ORDERS + "/8-1").body().path("orderPaymentStatus").asText())
        .isEqualTo("PENDING");
    ebay.pay("8-1");
    assertThat(client.get(ORDERS + "/8-1").body().findValue("shipTo")).isNotNull();
    assertThat(client.get(ORDERS + "/8-2").body().findValue("shipTo").isNull()).isTrue();
    assertThat(client.get(ORDERS + "/8-3").body().toString()).contains("FULFILLED_BY_EBAY");
  }

  @Test
  void aListCanComeWithAWarningInThePlaceOfItsOrders() {
    ebay.faults().next(Fault.ERROR_INSIDE, 1, "getOrders");

    Answer answer = client.get(ORDERS);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().has("orders")).isFalse();
  }

  private void asPostOrder() {
    client.with("Authorization", "IAF " + token).with("X-EBAY-C-MARKETPLACE-ID", "EBAY_US");
  }

  private Answer ship(String lines, String carrier, String number) {
    return client.post(
        ONE + "/shipping_fulfillment",
        """
        {"lineItems": %s, "shippedDate": "2026-12-01T09:01:00.000Z",
         "shippingCarrierCode": %s, "trackingNumber": %s}"""
            .formatted(lines, carrier, number));
  }

  private Answer refund(String value, String currency) {
    return client.post(
        ONE + "/issue_refund",
        """
        {"reasonForRefund": "SELLER_CANCEL", "comment": "none left",
         "refundItems": [{"lineItemId": "%s", "refundAmount": {"value": "%s", "currency": "%s"}}]}"""
            .formatted(line(0), value, currency));
  }

  private static String stock(String... skus) {
    return List.of(skus).stream()
        .map(
            sku ->
                "{\"sku\": \"%s\", \"shipToLocationAvailability\": {\"quantity\": 4}}"
                    .formatted(sku))
        .collect(Collectors.joining(", ", "{\"requests\": [", "]}"));
  }

  private String line(int index) {
    return client.get(ONE).body().at("/lineItems/" + index + "/lineItemId").asText();
  }

  private static String path(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
