package io.serai.exchange.fixed;

import io.serai.document.Refused;
import io.serai.exchange.tabular.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** What is written into a field for a value. */
final class FieldText {
  private final FixedLayout layout;
  private final CharsetEncoder encoder;

  FieldText(FixedLayout layout) {
    this.layout = layout;
    this.encoder = layout.charset().newEncoder();
  }

  /**
   * As many characters as the field has.
   *
   * @param row of which the value is one, for messages
   * @throws Refused when the value does not fit
   */
  String of(Field field, String value, Map<String, String> row) {
    String text = field.value().orElse(value);
    if (field.value().isEmpty()) {
      text = coded(field, text, row);
      if (field.type().isNumber() && !text.isEmpty() && field.codes().isEmpty()) {
        text = number(field, text, row);
      }
      text = encodable(field, text, row);
    }
    return padded(field, fitting(field, text, row));
  }

  /** A figure of a trailer. */
  static String figure(Tally tally, BigDecimal figure) {
    String digits = figure.movePointRight(tally.decimals()).toBigInteger().toString();
    int missing = tally.span().length() - digits.length();
    if (missing < 0) {
      throw new Refused(
          tally.span().words() + " of a trailer: " + digits + " has more digits than columns",
          "Make the field longer in the layout, if the supplier agrees.");
    }
    return "0".repeat(missing) + digits;
  }

  private String coded(Field field, String text, Map<String, String> row) {
    if (field.codes().isEmpty() || text.isEmpty()) {
      return text;
    }
    return field.codes().entrySet().stream()
        .filter(code -> code.getValue().equals(text))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    field,
                    text,
                    row,
                    "has no code",
                    "Add one to the codes of the field in the layout."));
  }

  private String number(Field field, String text, Map<String, String> row) {
    BigDecimal number = new BigDecimal(text);
    if (field.decimals().isEmpty()) {
      return field.sign().write(number.toPlainString().replace('.', layout.decimalMark()));
    }
    int decimals = field.decimals().getAsInt();
    try {
      return field
          .sign()
          .write(number.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().toString());
    } catch (ArithmeticException e) {
      throw refused(
          field,
          text,
          row,
          "has more than " + decimals + " decimals",
          "Give the field more decimals in the layout, if the supplier agrees.");
    }
  }

  // A line break would end the record, and a tab is no column.
  private String encodable(Field field, String text, Map<String, String> row) {
    StringBuilder written = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              String one = Character.toString(character);
              if (Character.isISOControl(character)) {
                written.append(' ');
              } else if (encoder.canEncode(one)) {
                written.append(one);
              } else if (field.type() == ColumnType.WORDS) {
                written.append(layout.replacement());
              } else {
                throw refused(
                    field,
                    text,
                    row,
                    "has characters that " + layout.charset().name() + " does not have",
                    "Agree on UTF-8 with the supplier (settings.charset), or correct the value.");
              }
            });
    return written.toString();
  }

  private String fitting(Field field, String text, Map<String, String> row) {
    int columns = field.span().orElseThrow().length();
    int width = Span.width(text);
    if (width <= columns) {
      refuseLikePadding(field, text, row);
      return text;
    }
    if (field.cut() && field.type() == ColumnType.WORDS) {
      return Span.start(text, columns);
    }
    throw refused(
        field,
        text,
        row,
        "has " + width + " characters",
        field.type() == ColumnType.WORDS
            ? "Write tooLong: cut for the field in the layout to have it cut, or shorten the value at the channel."
            : "Make the field longer in the layout, if the supplier agrees; such values are never cut.");
  }

  // Nobody could tell where it begins or ends.
  private void refuseLikePadding(Field field, String text, Map<String, String> row) {
    String pad = String.valueOf(field.pad());
    boolean alike = field.right() ? text.startsWith(pad) : text.endsWith(pad);
    if (alike && field.pad() != ' ' && !field.type().isNumber()) {
      throw refused(
          field,
          text,
          row,
          (field.right() ? "begins" : "ends") + " with the padding '" + pad + "'",
          "Give the field another pad in the layout, if the supplier agrees.");
    }
  }

  private String padded(Field field, String text) {
    int missing = field.span().orElseThrow().length() - Span.width(text);
    // What is not there is blank: zeros would be a value.
    String padding = (text.isEmpty() ? " " : String.valueOf(field.pad())).repeat(missing);
    boolean signFirst = field.sign() == Sign.LEADING && field.pad() == '0' && text.startsWith("+");
    if (field.right() && signFirst) {
      return "+" + padding + text.substring(1);
    }
    return field.right() ? padding + text : text + padding;
  }

  private static Refused refused(
      Field field, String value, Map<String, String> row, String what, String cure) {
    return new Refused(
        "purchase order "
            + row.getOrDefault("po_number", "")
            + ": "
            + field.column()
            + " '"
            + value
            + "' for "
            + field.span().orElseThrow().words()
            + " "
            + what,
        cure);
  }
}
