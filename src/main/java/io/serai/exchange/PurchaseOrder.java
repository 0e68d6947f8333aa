package io.serai.exchange;

import io.serai.order.Address;
import java.math.BigDecimal;
import java.util.List;

/**
 * The document that asks a supplier for one shipment.
 *
 * @param orderNumber the channel's number of the order, for the packing slip
 * @param currency of the unit costs, ISO 4217
 */
public record PurchaseOrder(
    String poNumber, String orderNumber, String currency, Address shipTo, List<Line> lines) {

  /**
   * One SKU of the shipment.
   *
   * @param number the line's number, which the supplier echoes
   * @param code the supplier's own code of the SKU
   */
  public record Line(int number, String code, int quantity, BigDecimal unitCost) {}
}
