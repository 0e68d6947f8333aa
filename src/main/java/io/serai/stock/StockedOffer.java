package io.serai.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one supplier has of one SKU, as the ledger stands.
 *
 * @param reported the supplier's own last count, less what has shipped since
 * @param onHand the larger of reported and reserved
 * @param reserved units promised to order lines and not shipped yet
 * @param unitCost in the currency of the hub
 */
public record StockedOffer(
    String sku,
    String supplier,
    int reported,
    int onHand,
    int reserved,
    BigDecimal unitCost,
    int leadDays,
    Optional<LocalDate> restockDate,
    int restockQuantity) {

  /** The units that can still be promised. */
  public int free() {
    return onHand - reserved;
  }

  /** The same offer with nothing left to promise. */
  public StockedOffer exhausted() {
    return new StockedOffer(
        sku,
        supplier,
        reported,
        reserved,
        reserved,
        unitCost,
        leadDays,
        restockDate,
        restockQuantity);
  }

  /** The same offer with more units promised. */
  public StockedOffer promising(int units) {
    return new StockedOffer(
        sku,
        supplier,
        reported,
        onHand,
        reserved + units,
        unitCost,
        leadDays,
        restockDate,
        restockQuantity);
  }
}
