package io.serai.sandbox.store;

import static io.serai.sandbox.store.OpenStore.AMPLE;
import static io.serai.sandbox.store.OpenStore.MONDAY;
import static io.serai.sandbox.store.OpenStore.line;
import static io.serai.sandbox.store.OpenStore.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.order.SoldLine;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfillingTest {
  private static final String READ =
      """
      { orders(first: 5) { nodes {
          id displayFulfillmentStatus updatedAt
          fulfillments { status trackingInfo { number company url } }
          fulfillmentOrders(first: 1) { nodes {
            id status lineItems(first: 250) { nodes { id totalQuantity remainingQuantity lineItem { id currentQuantity } } }
          } }
      } } }
      """;
  private static final String CREATE =
      """
      mutation($fulfillment: FulfillmentInput!) {
        fulfillmentCreate(fulfillment: $fulfillment) {
          fulfillment { id status displayStatus totalQuantity fulfillmentLineItems(first: 5) { nodes { quantity } } }
          userErrors { field message }
        }
      }
      """;
  private static final String REFUND =
      """
      mutation($input: RefundInput!, $key: String!) {
        refundCreate(input: $input) @idempotent(key: $key) {
          refund { id }
          userErrors { field message }
        }
      }
      """;

  private final OpenStore open =
      new OpenStore(
          AMPLE,
          order("#1", MONDAY, line("A", 3), line("B", 1)),
          order("#2", MONDAY, line("A", 1)));

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void unitsCanLeaveInSeveralParcels() {
    fulfill("T1", group(0, item(0, 0, 2)));
    assertThat(read(0, "/displayFulfillmentStatus")).isEqualTo("PARTIALLY_FULFILLED");
    assertThat(read(0, "/fulfillmentOrders/nodes/0/status")).isEqualTo("IN_PROGRESS");

    fulfill("T2", group(0, item(0, 0, 1), item(0, 1, 1)));

    assertThat(read(0, "/displayFulfillmentStatus")).isEqualTo("FULFILLED");
    assertThat(read(0, "/fulfillmentOrders/nodes/0/status")).isEqualTo("CLOSED");
    assertThat(read(0, "/fulfillments/1/trackingInfo/0/number")).isEqualTo("T2");
    assertThat(open.world.summary().unitsTracked()).isEqualTo(4);
  }

  @Test
  void leavingTheLineItemsOutShipsEverythingThatIsLeft() {
    fulfill("T1", group(0, item(0, 0, 1)));

    JsonNode answer = fulfill("T2", Map.of("fulfillmentOrderId", groupId(0)));

    assertThat(answer.at("/fulfillment/totalQuantity").asInt()).isEqualTo(3);
    assertThat(answer.at("/fulfillment/displayStatus").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void aShipmentRaisesTheTimeOfTheLastChange() {
    open.setTime(MONDAY.plusSeconds(90));

    fulfill("T1", group(0, item(0, 0, 1)));

    assertThat(read(0, "/updatedAt")).isEqualTo("2026-01-05T09:01:30Z");
  }

  @Test
  void whatCannotBeShippedIsRefusedInTheWordsOfTheRealStore() {
    assertThat(error(fulfill("T", group(0, item(0, 0, 4)))))
        .isEqualTo("[\"fulfillment\"] Invalid fulfillment order line item quantity requested.");
    assertThat(error(fulfill("T", group(0, item(1, 0, 1)))))
        .isEqualTo("[\"fulfillment\"] Fulfillment order line item does not exist.");
    assertThat(
            error(fulfill("T", Map.of("fulfillmentOrderId", "gid://shopify/FulfillmentOrder/1"))))
        .isEqualTo("[\"fulfillment\"] Fulfillment order does not exist.");
    assertThat(error(fulfill("T", group(0, item(0, 0, 0)))))
        .isEqualTo(
            "[\"fulfillment\",\"lineItemsByFulfillmentOrder\",\"0\",\"fulfillmentOrderLineItems\",\"0\",\"quantity\"] Quantity must be greater than 0");
    assertThat(error(fulfill("T", group(0, item(0, 0, 1)), group(1, item(1, 0, 1)))))
        .contains(
            "All fulfillment orders must belong to the same order. Multiple orders with ids [");
    fulfill("T", Map.of("fulfillmentOrderId", groupId(1)));
    assertThat(error(fulfill("T", group(1, item(1, 0, 1)))))
        .matches(".*Fulfillment order \\d+ has an unfulfillable status= closed\\.");
    assertThat(open.world.summary().refusals()).isEqualTo(6);
    assertThat(open.world.summary().trackingPosts()).isEqualTo(1);
  }

  @Test
  void aRepeatedPostIsCountedAndOneOfOtherLinesIsNot() {
    fulfill("T1", group(0, item(0, 0, 1)));
    fulfill("T1", group(0, item(0, 1, 1)));
    assertThat(open.world.summary().repeatedTrackingPosts()).isZero();

    fulfill("T1", group(0, item(0, 0, 1)));

    assertThat(open.world.summary().repeatedTrackingPosts()).isEqualTo(1);
  }

  @Test
  void moreThan250LinesInOneInputAreRefused() {
    SoldLine[] lines =
        IntStream.range(0, 251).mapToObj(i -> line("S" + i, 1)).toArray(SoldLine[]::new);
    open.store.sell(order("#3", MONDAY, lines));
    List<Map<String, Object>> items =
        IntStream.range(0, 251)
            .mapToObj(i -> Map.<String, Object>of("id", "gid://shopify/X/1", "quantity", 1))
            .toList();
    Map<String, Object> group =
        Map.of("fulfillmentOrderId", groupId(2), "fulfillmentOrderLineItems", items);

    JsonNode answer =
        open.client.ask(
            CREATE, Map.of("fulfillment", Map.of("lineItemsByFulfillmentOrder", List.of(group))));

    assertThat(answer.at("/errors/0/extensions/code").asText())
        .isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
  }

  @Test
  void cancelledUnitsNeedNotBeShipped() {
    fulfill("T1", group(0, item(0, 0, 2), item(0, 1, 1)));

    assertThat(refund("k1", 1).path("userErrors")).isEmpty();

    assertThat(read(0, "/displayFulfillmentStatus")).isEqualTo("FULFILLED");
    assertThat(read(0, "/fulfillmentOrders/nodes/0/lineItems/nodes/0/totalQuantity"))
        .isEqualTo("2");
    assertThat(open.world.summary().unitsCancelled()).isEqualTo(1);
  }

  @Test
  void unitsThatHaveLeftCannotBeCancelled() {
    fulfill("T1", group(0, item(0, 0, 2)));

    assertThat(error(refund("k1", 2)))
        .isEqualTo(
            "[\"refundLineItems\",\"0\",\"quantity\"] Quantity cannot remove more than the fulfillable quantity");
    assertThat(error(refund("k2", 4))).contains("cannot refund more items than were purchased");
  }

  @Test
  void aRefundWithoutRestockTakesUnitsFirstThatHaveLeft() {
    fulfill("T1", group(0, item(0, 0, 2)));

    refund("k1", 1, "NO_RESTOCK");

    String line = "/fulfillmentOrders/nodes/0/lineItems/nodes/0";
    assertThat(read(0, line + "/remainingQuantity")).isEqualTo("1");
    assertThat(read(0, line + "/lineItem/currentQuantity")).isEqualTo("2");
  }

  @Test
  void aRefundWithAKeyThatCameBeforeChangesNothing() {
    JsonNode first = refund("k1", 1);

    assertThat(refund("k1", 1)).isEqualTo(first);

    assertThat(open.world.summary().unitsCancelled()).isEqualTo(1);
    assertThat(open.world.summary().repeatedIdempotencyKeys()).isEqualTo(1);
    assertThat(error(refund("k1", 2))).contains("different operation parameters");
  }

  @Test
  void aWholeOrderIsCancelledOnlyWhileNothingHasLeft() {
    String cancel =
        """
        mutation($id: ID!) {
          orderCancel(orderId: $id, reason: INVENTORY, restock: true) {
            job { done }
            orderCancelUserErrors { field message code }
          }
        }
        """;
    Map<String, Object> first = Map.of("id", read(0, "/id"));
    assertThat(open.client.data(cancel, first).at("/orderCancel/job/done").asBoolean()).isTrue();
    assertThat(open.client.data(cancel, first).toString()).contains("already been canceled");
    fulfill("T1", group(1, item(1, 0, 1)));

    assertThat(open.client.data(cancel, Map.of("id", read(1, "/id"))).toString())
        .contains("outstanding fulfillments");
  }

  private JsonNode refund(String key, int quantity) {
    return refund(key, quantity, "CANCEL");
  }

  private JsonNode refund(String key, int quantity, String restockType) {
    String line = read(0, "/fulfillmentOrders/nodes/0/lineItems/nodes/0/lineItem/id");
    Map<String, Object> item =
        Map.of("lineItemId", line, "quantity", quantity, "restockType", restockType);
    Map<String, Object> input = Map.of("orderId", read(0, "/id"), "refundLineItems", List.of(item));
    return open.client.data(REFUND, Map.of("key", key, "input", input)).path("refundCreate");
  }

  private JsonNode fulfill(String tracking, Object... groups) {
    Map<String, Object> info =
        Map.of("number", tracking, "company", "UPS", "url", "https://t.example/" + tracking);
    return open.client
        .data(
            CREATE,
            Map.of(
                "fulfillment",
                Map.of("trackingInfo", info, "lineItemsByFulfillmentOrder", List.of(groups))))
        .path("fulfillmentCreate");
  }

  private Map<String, Object> group(int order, Object... items) {
    return Map.of(
        "fulfillmentOrderId", groupId(order), "fulfillmentOrderLineItems", List.of(items));
  }

  private Map<String, Object> item(int order, int line, int quantity) {
    String path = "/fulfillmentOrders/nodes/0/lineItems/nodes/" + line + "/id";
    return Map.of("id", read(order, path), "quantity", quantity);
  }

  private String groupId(int order) {
    return read(order, "/fulfillmentOrders/nodes/0/id");
  }

  private String read(int order, String path) {
    return open.client.data(READ, Map.of()).at("/orders/nodes/" + order + path).asText();
  }

  private static String error(JsonNode payload) {
    JsonNode error = payload.at("/userErrors/0");
    return error.path("field") + " " + error.path("message").asText();
  }
}
