package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.serai.exchange.fixed.FixedFormat;
import io.serai.mapping.Json;
import io.serai.plan.Rules;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What stands in the files of purchase orders. */
class PurchaseOrderFileTest {
  @Test
  void theUnitCostIsInTheSuppliersCurrencyWhereItHasOne() {
    try (Scene scene = new Scene(Rules.DEFAULT, Scene.supplier("north", 1, "3", "EUR"))) {
      scene.stock("north", "A,9,4.10").order("1001", "A,2").sendPurchaseOrders();

      assertThat(file(scene)).contains(",1,A,2,4.10,EUR,");
    }
  }

  @Test
  void andElseInTheOrders() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,9,4.10").order("1001", "A,2").sendPurchaseOrders();

      assertThat(file(scene)).contains(",1,A,2,4.10,USD,");
    }
  }

  @Test
  void aPurchaseOrderThatDoesNotFitWaitsAndTheOthersGoOut() throws IOException {
    JsonNode layout =
        new YAMLMapper()
            .readTree(
                """
                purchaseOrder:
                  records:
                    item:
                      role: line
                      fields:
                        order_number: {at: 1, length: 4}
                        po_number: {at: 5, length: 12}
                        line: {at: 17, length: 3}
                        sku: {at: 20, length: 10}
                        quantity: {at: 30, length: 5}
                """);
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,9,4.10").order("10001", "A,2").order("1002", "A,1");
      scene.speaking("north", new FixedFormat(Json.object(), layout, sku -> sku));

      scene.sendPurchaseOrders();

      assertThat(file(scene)).startsWith("1002PO").endsWith("001A         00001\r\n");
      assertThat(scene.one("select text from alert"))
          .contains("order_number '10001' for columns 1-4 has 5 characters", "every hour");

      ((ObjectNode) layout.at("/purchaseOrder/records/item/fields/order_number"))
          .put("at", 40)
          .put("length", 8);
      scene.speaking("north", new FixedFormat(Json.object(), layout, sku -> sku));
      scene.pass(Duration.ofHours(1));
      scene.sendPurchaseOrders();

      assertThat(
              scene.one(
                  "select state from shipment where po_number = (select min(po_number) from shipment)"))
          .isEqualTo("sent");
    }
  }

  private static String file(Scene scene) {
    return scene.one(
        "select convert_from(content, 'UTF8') from document where kind = 'purchase-order'");
  }
}
