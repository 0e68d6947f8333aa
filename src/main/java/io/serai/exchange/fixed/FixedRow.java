package io.serai.exchange.fixed;

import io.serai.exchange.tabular.Row;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** One line of a supplier's file, with what its headers say. */
final class FixedRow extends Row {
  private final FixedLayout layout;
  private final FileLayout types;
  private final PlacedRecord line;
  private final List<PlacedRecord> headers;

  /**
   * @param headers those that hold for the line, the nearest first
   */
  FixedRow(FixedLayout layout, FileLayout types, PlacedRecord line, List<PlacedRecord> headers) {
    this.layout = layout;
    this.types = types;
    this.line = line;
    this.headers = headers;
  }

  @Override
  public String place() {
    return line.place();
  }

  @Override
  public String says() {
    return line.text();
  }

  @Override
  public String text(String column) {
    PlacedRecord record = holding(column);
    if (record == null) {
      return "";
    }
    Field field = record.type().fields().get(column);
    if (field.span().isEmpty()) {
      return field.value().orElse("");
    }
    String text = field.textIn(record.text());
    if (field.value().isPresent() && !field.value().get().equals(text)) {
      throw refused(
          column,
          text,
          "is not '" + field.value().get() + "'",
          "The layout says that it always is.");
    }
    if (field.codes().isEmpty()) {
      return text;
    }
    String meant = field.codes().get(text);
    if (meant == null && !text.isEmpty()) {
      throw refused(
          column,
          text,
          "is no code we know",
          "Add it to the codes of " + column + " in the layout; they are " + field.codes() + ".");
    }
    return meant == null ? "" : meant;
  }

  @Override
  protected String place(String column) {
    PlacedRecord record = holding(column);
    if (record != null) {
      Field field = record.type().fields().get(column);
      return record.place()
          + field.span().map(span -> ", " + span.words()).orElse("")
          + " ("
          + column
          + "):";
    }
    return place()
        + types.types().stream()
            .filter(type -> type.fields().containsKey(column))
            .findFirst()
            .map(type -> ": no " + type.words() + " stands before it, which has " + column + ":")
            .orElse(": " + column);
  }

  @Override
  protected BigDecimal amount(String column, String text) {
    BigDecimal number = number(column, text);
    if (number == null || number.signum() < 0) {
      throw refused(column, text, "is no amount", "Amounts are 0 or more, " + written(column));
    }
    return number;
  }

  @Override
  protected int count(String column, String text) {
    BigDecimal number = number(column, text);
    try {
      if (number != null) {
        return number.intValueExact();
      }
    } catch (ArithmeticException e) {
      // Refused below, like what is no number.
    }
    throw new NumberFormatException(text);
  }

  @Override
  protected LocalDate date(String column, String text) {
    try {
      return LocalDate.parse(text, layout.format(field(column)));
    } catch (DateTimeException e) {
      throw refused(
          column,
          text,
          "is no date",
          "Dates are written like "
              + LocalDate.of(2026, 12, 31).format(layout.format(field(column)))
              + " (dateFormat).");
    }
  }

  @Override
  protected Instant time(String column, String text) {
    Field field = field(column);
    if (field.format().isEmpty()) {
      return super.time(column, text);
    }
    try {
      return instant(
          layout
              .format(field)
              .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      throw refused(
          column, text, "is no time", "Times are written like " + field.format().get() + ".");
    }
  }

  private Instant instant(TemporalAccessor time) {
    if (time instanceof OffsetDateTime exact) {
      return exact.toInstant();
    }
    LocalDateTime local =
        time instanceof LocalDateTime dateTime ? dateTime : ((LocalDate) time).atStartOfDay();
    return local.atZone(layout.zone()).toInstant();
  }

  /** What a field of the line adds to a sum; null where it cannot be read. */
  BigDecimal addend(String column) {
    String text = text(column);
    return text.isEmpty() ? BigDecimal.ZERO : number(column, text);
  }

  private BigDecimal number(String column, String text) {
    return Numerals.read(text, field(column), layout.decimalMark());
  }

  private Field field(String column) {
    return holding(column).type().fields().get(column);
  }

  private PlacedRecord holding(String column) {
    if (line.type().fields().containsKey(column)) {
      return line;
    }
    for (PlacedRecord header : headers) {
      if (header.type().fields().containsKey(column)) {
        return header;
      }
    }
    return null;
  }

  private String written(String column) {
    Field field = field(column);
    return field.decimals().isPresent()
        ? "with " + field.decimals().getAsInt() + " implied decimals."
        : "with '" + layout.decimalMark() + "' before the decimals.";
  }
}
