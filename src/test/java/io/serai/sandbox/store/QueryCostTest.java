package io.serai.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests are shaped like ones whose cost the real store told. */
class QueryCostTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7  | query($n: Int) { locations(first: $n) { nodes { id name } } }
          3  | { orders(first: 1) { nodes { id name } pageInfo { endCursor } } }
          17 | { order(id: "1") { lineItems(first: 50) { nodes { sku variant { id } originalUnitPriceSet { shopMoney { amount } } } } } }
          55 | { order(id: "1") { fulfillmentOrders(first: 10) { nodes { assignedLocation { location { id } } lineItems(first: 10) { nodes { id lineItem { id } } } } } } }
          58 | { order(id: "1") { fulfillments(first: 5) { fulfillmentLineItems(first: 10) { nodes { lineItem { title } } } } fulfillmentOrders(first: 10) { nodes { lineItems(first: 10) { nodes { lineItem { title } } } } } } }
          19 | mutation { fulfillmentCreate(fulfillment: {}) { fulfillment { trackingInfo { number } fulfillmentLineItems(first: 5) { nodes { lineItem { id } } } } userErrors { message } } }
          11 | mutation { fulfillmentCreate(fulfillment: {}) { fulfillment { id } userErrors { message } } }
          10 | mutation { orderCancel(orderId: "1") { job { id } orderCancelUserErrors { message } } }
          """)
  void theCostIsWhatTheRealStoreCharges(int cost, String query) {
    QueryCost requested = new QueryCost(new Parser().parseDocument(query), null, Map.of("n", 20));

    assertThat(requested.requested()).isEqualTo(cost);
  }
}
