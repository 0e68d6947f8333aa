package io.serai.sandbox.paper;

import io.serai.sandbox.world.PurchaseOrder;
import java.util.List;

/**
 * What a file asks of a supplier.
 *
 * @param orders in order of appearance
 * @param stops units that are not to be shipped
 */
public record Asked(List<PurchaseOrder> orders, List<Stop> stops) {
  /** Copies both, so that they cannot change. */
  public Asked {
    orders = List.copyOf(orders);
    stops = List.copyOf(stops);
  }

  /**
   * Units of a line that are not to be shipped.
   *
   * @param sku the supplier's own code
   */
  public record Stop(String purchaseOrder, String line, String sku, int quantity) {}
}
