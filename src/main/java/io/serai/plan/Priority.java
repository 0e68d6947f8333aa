package io.serai.plan;

import java.util.Locale;

/** What makes one plan better than another, once both ship the same number of units. */
public enum Priority {
  /** Fewer suppliers used. */
  SHIPMENTS,
  /** A smaller sum of unit cost x quantity and of each used supplier's handling fee. */
  PRICE,
  /** A smaller largest lead time, in days, among what ships. */
  SPEED,
  /** A larger sum, over units, of the supplier's free quantity of the SKU. */
  STOCK,
  /** A smaller sum, over units, of the supplier's rank. */
  PREFERENCE;

  /** The word for it in {@code serai.yaml} and in a plan's score. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
