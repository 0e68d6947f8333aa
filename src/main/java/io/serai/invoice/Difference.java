package io.serai.invoice;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an invoice is not what was agreed.
 *
 * @param line of the purchase order; 0 where it is about none, or the whole invoice
 * @param amount how much more the invoice asks for by it, below 0 for less, in the invoice's
 *     currency; empty where nobody can say
 * @param text a sentence for a person
 */
public record Difference(
    Kind kind, String poNumber, int line, Optional<BigDecimal> amount, String text) {

  /** What differs. */
  public enum Kind {
    /** What is billed stands on no purchase order of the supplier's. */
    NOT_ORDERED,
    /** The price of a unit is another than was agreed. */
    PRICE,
    /** More units are billed than have shipped. */
    ABOVE_SHIPPED,
    /** Units are billed that were billed before. */
    BILLED_TWICE,
    /** More units are given back than were billed. */
    ABOVE_BILLED,
    /** It is in another currency than the purchase order. */
    CURRENCY,
    /** The total is not the sum of the lines and the charges. */
    TOTAL;

    /** As the table of differences names it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
