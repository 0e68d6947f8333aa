package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.plan.Rules;
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

  private static String file(Scene scene) {
    return scene.one(
        "select convert_from(content, 'UTF8') from document where kind = 'purchase-order'");
  }
}
