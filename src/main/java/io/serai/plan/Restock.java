package io.serai.plan;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Units that a supplier expects.
 *
 * @param date the day they can ship, in the supplier's own calendar
 * @param quantity how many; 0 when the supplier named a day but no number
 */
public record Restock(LocalDate date, int quantity) {
  /** Checks the restock. */
  public Restock {
    Objects.requireNonNull(date, "date");
    if (quantity < 0) {
      throw new IllegalArgumentException("restock quantity is " + quantity + "; give 0 or more");
    }
  }
}
