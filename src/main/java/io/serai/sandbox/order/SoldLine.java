package io.serai.sandbox.order;

import java.math.BigDecimal;

/**
 * One line of a sandbox order.
 *
 * @param quantity units; the store itself may be made to sell zero or fewer, as a broken one does
 * @param unitPrice in the currency of its order
 * @param requiresShipping false for postage, fees, vouchers and the like
 */
public record SoldLine(
    String sku, String title, int quantity, BigDecimal unitPrice, boolean requiresShipping) {
  static final String UNLISTED = "UNLISTED-";

  /** Whether some supplier may carry this SKU: it is goods, and it is listed. */
  public boolean supplied() {
    return requiresShipping && !sku.startsWith(UNLISTED);
  }
}
