package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Json;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What Shopify is told of a package with one number, and with several. */
class ShopifyTrackingTest {
  private static final String PARCEL =
      """
      {"order": "o", "carrier": "UPS", "tracking": "1Z1", "trackingLink": "https://ups/1Z1"%s,
       "lines": [{"line": "l1", "quantity": 2}]}""";

  @Test
  void aPackageWithOneNumberIsToldByIt() throws Exception {
    assertThat(tracking(""))
        .isEqualTo(
            Json.read("{\"number\": \"1Z1\", \"company\": \"UPS\", \"url\": \"https://ups/1Z1\"}"));
  }

  @Test
  void aPackageWithSeveralNumbersIsToldByAllOfThem() throws Exception {
    String more =
        ", \"moreTracking\": [{\"tracking\": \"1Z2\", \"trackingLink\": \"https://ups/1Z2\"}]";
    assertThat(tracking(more))
        .isEqualTo(
            Json.read(
                "{\"numbers\": [\"1Z1\", \"1Z2\"], \"company\": \"UPS\", \"urls\": [\"https://ups/1Z1\", \"https://ups/1Z2\"]}"));
  }

  private static JsonNode tracking(String more) throws Exception {
    String orders =
        """
        [{"id": "f1", "status": "OPEN",
          "lineItems": {"nodes": [{"id": "n1", "remainingQuantity": 2, "lineItem": {"id": "l1"}}]}}]""";
    Path program = Path.of("connectors/channels/shopify/fulfillment-create.jq");
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      JqLanguage jq = new JqLanguage();
      jq.setCamelContext(camel);
      Exchange exchange = new DefaultExchange(camel);
      exchange.setVariable("parcel", Json.read(PARCEL.formatted(more)));
      exchange.setVariable("mutation", "mutation");
      exchange.setVariable("cancelledAt", "");
      exchange.setVariable("fulfillments", Json.read("[]"));
      exchange.getMessage().setHeader("deliveryAttempts", 1);
      exchange.getMessage().setBody(Json.read(orders));
      JsonNode requests =
          jq.createExpression("resource:file:" + program.toAbsolutePath())
              .evaluate(exchange, JsonNode.class);
      return requests.get(0).at("/variables/fulfillment/trackingInfo");
    }
  }
}
