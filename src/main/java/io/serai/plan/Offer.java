package io.serai.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What one supplier says of one SKU.
 *
 * @param quantity free units on hand, before any safety buffer; at least 0
 * @param cost of one unit, in the one currency of the plan; 0 when the supplier states none
 * @param leadDays days from the purchase order to the dispatch; 0 when the supplier states none
 * @param handlingFee what the supplier takes once for each shipment; 0 when it takes none
 * @param rank the merchant's preference, 1 before 2; 0 when the merchant has none
 * @param restock what the supplier expects, if it said so
 */
public record Offer(
    String supplier,
    String sku,
    int quantity,
    BigDecimal cost,
    int leadDays,
    BigDecimal handlingFee,
    int rank,
    Optional<Restock> restock) {

  /** Checks the offer. */
  public Offer {
    Objects.requireNonNull(supplier, "supplier");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(restock, "restock");
    atLeastZero(supplier, sku, "quantity", quantity);
    atLeastZero(supplier, sku, "cost", cost.signum());
    atLeastZero(supplier, sku, "leadDays", leadDays);
    atLeastZero(supplier, sku, "handlingFee", handlingFee.signum());
    atLeastZero(supplier, sku, "rank", rank);
  }

  /** An offer of units on hand, with no handling fee, rank or restock. */
  public static Offer of(String supplier, String sku, int quantity, String cost, int leadDays) {
    return new Offer(
        supplier,
        sku,
        quantity,
        new BigDecimal(cost),
        leadDays,
        BigDecimal.ZERO,
        0,
        Optional.empty());
  }

  /** The same offer with another number of units on hand. */
  public Offer withQuantity(int units) {
    return new Offer(supplier, sku, units, cost, leadDays, handlingFee, rank, restock);
  }

  /** The same offer with what the supplier takes for each shipment. */
  public Offer withHandlingFee(String fee) {
    return new Offer(supplier, sku, quantity, cost, leadDays, new BigDecimal(fee), rank, restock);
  }

  /** The same offer with the merchant's preference for its supplier. */
  public Offer withRank(int preference) {
    return new Offer(supplier, sku, quantity, cost, leadDays, handlingFee, preference, restock);
  }

  /** The same offer with the units that the supplier expects. */
  public Offer withRestock(Restock expected) {
    return new Offer(
        supplier, sku, quantity, cost, leadDays, handlingFee, rank, Optional.of(expected));
  }

  private static void atLeastZero(String supplier, String sku, String what, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "offer of " + sku + " by " + supplier + ": " + what + " is below 0; give 0 or more");
    }
  }
}
