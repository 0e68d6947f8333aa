package io.serai.sandbox.paper;

import io.serai.sandbox.world.PurchaseOrder;
import java.util.List;

/**
 * What a file asks of a supplier.
 *
 * @param orders in order of appearance
 * @param stops units that are not to be shipped
 * @param faults what in it could not be taken
 */
public record Asked(List<PurchaseOrder> orders, List<Stop> stops, List<String> faults) {
  /** What a file without faults asks. */
  public Asked(List<PurchaseOrder> orders, List<Stop> stops) {
    this(orders, stops, List.of());
  }

  /** Copies all, so that they cannot change. */
  public Asked {
    orders = List.copyOf(orders);
    stops = List.copyOf(stops);
    faults = List.copyOf(faults);
  }

  /**
   * Units of a line that are not to be shipped.
   *
   * @param sku the supplier's own code
   */
  public record Stop(String purchaseOrder, String line, String sku, int quantity) {}
}
