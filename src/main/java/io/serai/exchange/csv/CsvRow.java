package io.serai.exchange.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.serai.document.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of a supplier's file; every value that cannot be read is refused with its file, line and
 * column.
 */
final class CsvRow {
  private final CsvColumns columns;
  private final CsvLayout layout;
  private final CsvRecord row;

  CsvRow(CsvColumns columns, CsvRecord row) {
    this.columns = columns;
    this.layout = columns.layout();
    this.row = row;
  }

  /** File and line, as messages name it. */
  String place() {
    return columns.file() + ":" + row.getStartingLineNumber();
  }

  /** The row as a person reads it. */
  String says() {
    return String.join(String.valueOf(layout.separator()), row.getFields());
  }

  String text(String column) {
    int field = columns.of(column);
    return field < 0 ? "" : row.getField(field).strip();
  }

  Optional<String> textIfAny(String column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw refused(column, text, "is empty", "Ask the supplier for a value in every row.");
    }
    return text;
  }

  int units(String column) {
    return units(column, required(column));
  }

  Optional<Integer> unitsIfAny(String column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(units(column, text));
  }

  Optional<BigDecimal> amountIfAny(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!layout.isAmount(text)) {
      throw refused(
          column,
          text,
          "is no amount",
          "Amounts are 0 or more, and written like 4" + layout.decimalMark() + "10 (decimalMark).");
    }
    return Optional.of(new BigDecimal(text.replace(layout.decimalMark(), '.')));
  }

  BigDecimal amount(String column) {
    required(column);
    return amountIfAny(column).orElseThrow();
  }

  LocalDate date(String column) {
    required(column);
    return dateIfAny(column).orElseThrow();
  }

  Optional<LocalDate> dateIfAny(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(columns.date(text));
    } catch (DateTimeException e) {
      throw refused(
          column,
          text,
          "is no date",
          "Dates are written like "
              + LocalDate.of(2026, 12, 31).format(layout.date())
              + " (dateFormat).");
    }
  }

  Instant instant(String column) {
    String text = required(column);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw refused(column, text, "is no time", "Times are written like 2026-12-31T13:00:00Z.");
    }
  }

  Refused refused(String column, String text, String what, String cure) {
    return new Refused(place() + ": " + layout.column(column) + " '" + text + "' " + what, cure);
  }

  private int units(String column, String text) {
    try {
      int units = Integer.parseInt(text);
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
