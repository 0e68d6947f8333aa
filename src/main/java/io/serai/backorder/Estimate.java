package io.serai.backorder;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When units that wait are expected.
 *
 * @param supplier whose restock covers the last of them; empty where none does
 * @param date empty when no date is known
 */
public record Estimate(Optional<String> supplier, Optional<LocalDate> date, EtaSource source) {
  /** No date is known. */
  public static final Estimate NONE =
      new Estimate(Optional.empty(), Optional.empty(), EtaSource.NONE);

  /** Says it for a person who reads the order's timeline. */
  public String told() {
    return date.map(
            day ->
                "expected on "
                    + day
                    + supplier.map(id -> " from " + id + " by " + source.told()).orElse(""))
        .orElse("no date is known");
  }
}
