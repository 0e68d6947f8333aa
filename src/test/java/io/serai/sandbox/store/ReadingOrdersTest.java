package io.serai.sandbox.store;

import static io.serai.sandbox.store.OpenStore.AMPLE;
import static io.serai.sandbox.store.OpenStore.MONDAY;
import static io.serai.sandbox.store.OpenStore.line;
import static io.serai.sandbox.store.OpenStore.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingOrdersTest {
  private static final String PAGE =
      """
      query($first: Int, $after: String, $query: String, $reverse: Boolean) {
        orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT, reverse: $reverse) {
          nodes { id name }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  @Test
  void anOrderIsThereFromItsTimeOfCreationOn() {
    SoldOrder later = order("#2", MONDAY.plusSeconds(60), line("A", 1));
    try (OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, line("A", 1)), later)) {
      assertThat(names(open, Map.of("first", 10))).containsExactly("#1");

      open.setTime(MONDAY.plusSeconds(60));

      assertThat(names(open, Map.of("first", 10))).containsExactly("#1", "#2");
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    SoldOrder[] orders =
        IntStream.range(0, 23)
            .mapToObj(i -> order("#" + i, MONDAY.minusSeconds(i / 2), line("A", 1)))
            .toArray(SoldOrder[]::new);
    try (OpenStore open = new OpenStore(AMPLE, orders)) {
      List<String> seen = new ArrayList<>();
      Map<String, Object> variables = new HashMap<>(Map.of("first", 5));
      JsonNode page;
      do {
        page = open.client.data(PAGE, variables).path("orders");
        page.path("nodes").forEach(node -> seen.add(node.path("name").asText()));
        variables.put("after", page.at("/pageInfo/endCursor").asText());
      } while (page.at("/pageInfo/hasNextPage").asBoolean());

      assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }
  }

  @Test
  void ordersCanBeAskedForByTheTimeOfTheirLastChange() {
    SoldOrder old = order("#1", MONDAY.minus(Duration.ofDays(2)), line("A", 1));
    try (OpenStore open = new OpenStore(AMPLE, old, order("#2", MONDAY, line("A", 1)))) {
      assertThat(names(open, search("updated_at:>='2026-01-05T09:00:00Z'"))).containsExactly("#2");
      assertThat(names(open, search("updated_at:>2026-01-05T09:00:00Z"))).isEmpty();
      assertThat(names(open, search("updated_at:<2026-01-05"))).containsExactly("#1");
      assertThat(names(open, search("created_at:>=2026-01-01 name:#1"))).containsExactly("#1");
    }
  }

  @Test
  void aChangedAddressMakesAnOrderNewAgain() {
    try (OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, line("A", 1)))) {
      String id = open.client.data(PAGE, Map.of("first", 1)).at("/orders/nodes/0/id").asText();
      open.setTime(MONDAY.plusSeconds(600));

      open.store.move(id, order("#1", MONDAY).shippingAddress());

      assertThat(names(open, search("updated_at:>2026-01-05T09:05:00Z"))).containsExactly("#1");
    }
  }

  @Test
  void aCancelledOrderStillReadsUnfulfilledAndIsFoundByItsStatus() {
    SoldOrder kept = order("#2", MONDAY, line("A", 1));
    try (OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, line("A", 2)), kept)) {
      String id = open.client.data(PAGE, search("name:1")).at("/orders/nodes/0/id").asText();

      open.store.cancel(id);

      JsonNode order =
          open.client
              .data(
                  """
                  query($id: ID!) {
                    order(id: $id) {
                      cancelledAt displayFulfillmentStatus lineItems(first: 1) { nodes { currentQuantity } }
                    }
                  }
                  """,
                  Map.of("id", id))
              .path("order");
      assertThat(order.path("cancelledAt").asText()).isEqualTo("2026-01-05T09:00:00Z");
      assertThat(order.path("displayFulfillmentStatus").asText()).isEqualTo("UNFULFILLED");
      assertThat(order.at("/lineItems/nodes/0/currentQuantity").asInt()).isZero();
      assertThat(names(open, search("status:open"))).containsExactly("#2");
      assertThat(names(open, search("status:cancelled"))).containsExactly("#1");
    }
  }

  @Test
  void idsDoNotSurviveADouble() {
    try (OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, line("A", 1)))) {
      String gid = open.client.data(PAGE, Map.of("first", 1)).at("/orders/nodes/0/id").asText();
      long id = Long.parseLong(gid.replace("gid://shopify/Order/", ""));

      assertThat((long) (double) id).isNotEqualTo(id);
    }
  }

  @Test
  void absentPartsAreNullAndAmountsHaveADecimal() {
    SoldLine free = new SoldLine("F", "Free", 2, new BigDecimal("10.00"), true);
    try (OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, free))) {
      JsonNode order =
          open.client
              .data(
                  """
                  { orders(first: 1) { nodes {
                      phone
                      totalPriceSet { shopMoney { amount currencyCode } }
                      shippingAddress { name phone provinceCode countryCodeV2 }
                  } } }
                  """,
                  Map.of())
              .at("/orders/nodes/0");

      assertThat(order.path("phone").isNull()).isTrue();
      assertThat(order.at("/totalPriceSet/shopMoney/amount").asText()).isEqualTo("20.0");
      assertThat(order.at("/shippingAddress/name").asText()).isEqualTo("<b>Zoë</b> O'Hara 🦊");
      assertThat(order.at("/shippingAddress/provinceCode").isNull()).isTrue();
    }
  }

  @Test
  void whatIsNotShippedStandsOnAFulfillmentOrderOfItsOwn() {
    SoldLine postage = new SoldLine("POST", "Postage", 1, BigDecimal.TEN, false);
    try (OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, line("A", 1), postage))) {
      JsonNode groups =
          open.client
              .data(
                  """
                  { orders(first: 1) { nodes { fulfillmentOrders(first: 5) { nodes {
                      status deliveryMethod { methodType } lineItems(first: 5) { nodes { sku } }
                  } } } } }
                  """,
                  Map.of())
              .at("/orders/nodes/0/fulfillmentOrders/nodes");

      assertThat(groups.findValuesAsText("methodType")).containsExactly("SHIPPING", "NONE");
      assertThat(groups.findValuesAsText("sku")).containsExactly("A", "POST");
    }
  }

  @Test
  void variantsAreFoundByTheirSku() {
    try (OpenStore open =
        new OpenStore(AMPLE, order("#1", MONDAY, line("A", 1), line("B", 1), line("C 3", 1)))) {
      String query =
          "query($q: String) { productVariants(first: 9, query: $q) { nodes { sku inventoryItem { id } } } }";

      assertThat(skus(open.client.data(query, Map.of("q", "sku:B")))).containsExactly("B");
      assertThat(skus(open.client.data(query, Map.of("q", "sku:A OR sku:'C 3'"))))
          .containsExactly("A", "C 3");
      assertThat(skus(open.client.data(query, Map.of()))).containsExactly("A", "B", "C 3");
    }
  }

  @Test
  void aBrokenOrderIsServedAsItIs() {
    SoldOrder like = order("#1", MONDAY, line("A", 1));
    try (OpenStore open = new OpenStore(AMPLE, like)) {
      open.store.sellBroken(SandboxStore.Broken.NEGATIVE_QUANTITY, like);
      open.store.sellBroken(SandboxStore.Broken.NO_LINES, like);

      JsonNode data =
          open.client.data(
              "{ orders(first: 9) { nodes { lineItems(first: 9) { nodes { quantity } } } } }",
              Map.of());

      assertThat(data.findValues("quantity")).extracting(JsonNode::asInt).containsExactly(1, -1);
      assertThat(data.at("/orders/nodes")).hasSize(3);
    }
  }

  private static List<String> names(OpenStore open, Map<String, Object> variables) {
    return open.client.data(PAGE, variables).findValuesAsText("name");
  }

  private static Map<String, Object> search(String query) {
    return Map.of("first", 10, "query", query);
  }

  private static List<String> skus(JsonNode data) {
    return data.findValuesAsText("sku");
  }
}
