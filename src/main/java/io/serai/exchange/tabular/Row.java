package io.serai.exchange.tabular;

import io.serai.document.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of a supplier's file, with its values by the usual names of their columns. Every value
 * that cannot be read is refused with its file, line and column.
 */
public abstract class Row {

  /** File and line, as messages name it. */
  public abstract String place();

  /** The row as a person reads it. */
  public abstract String says();

  /** A value without the blanks around it; empty where the row has none. */
  public abstract String text(String column);

  /** Where a value stands, up to the value itself, as a message names it. */
  protected abstract String place(String column);

  /**
   * A number as the supplier writes it.
   *
   * @throws Refused when it is none, or is negative
   */
  protected abstract BigDecimal amount(String column, String text);

  /**
   * A count as the supplier writes it, in digits.
   *
   * @throws NumberFormatException when it is none
   */
  protected int count(String column, String text) {
    return Integer.parseInt(text);
  }

  /**
   * A day as the supplier writes it.
   *
   * @throws Refused when it is none
   */
  protected abstract LocalDate date(String column, String text);

  /**
   * A time as the supplier writes it.
   *
   * @throws Refused when it is none
   */
  protected Instant time(String column, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw refused(column, text, "is no time", "Times are written like 2026-12-31T13:00:00Z.");
    }
  }

  /** A value that must be there. */
  public final String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw refused(column, text, "is empty", "Ask the supplier for a value in every row.");
    }
    return text;
  }

  /** A value, where the row has one. */
  public final Optional<String> textIfAny(String column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  /** A count of units, 0 or more, that must be there. */
  public final int units(String column) {
    return units(column, required(column));
  }

  /** A count of units, 0 or more. */
  public final Optional<Integer> unitsIfAny(String column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(units(column, text));
  }

  /** An amount of 0 or more that must be there. */
  public final BigDecimal amount(String column) {
    return amount(column, required(column));
  }

  /** An amount of 0 or more. */
  public final Optional<BigDecimal> amountIfAny(String column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(amount(column, text));
  }

  /** A day that must be there. */
  public final LocalDate date(String column) {
    return date(column, required(column));
  }

  /** A day. */
  public final Optional<LocalDate> dateIfAny(String column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(date(column, text));
  }

  /** A time that must be there. */
  public final Instant instant(String column) {
    return time(column, required(column));
  }

  /** Refuses a value. */
  public final Refused refused(String column, String text, String what, String cure) {
    return new Refused(place(column) + " '" + text + "' " + what, cure);
  }

  private int units(String column, String text) {
    try {
      int units = count(column, text);
      if (units >= 0) {
        return units;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a negative count.
    }
    throw refused(
        column, text, "is not a whole number of units", "Quantities are whole numbers, 0 or more.");
  }
}
