package io.serai.exchange.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.exchange.tabular.ColumnType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where a value stands in a record, and how it is written.
 *
 * @param column its usual name
 * @param span empty for a value that is not written, and is the same in every line
 * @param right whether it stands at the right of a field that is longer
 * @param decimals digits behind a decimal mark that is not written
 * @param format how a date or time is written, if not as usual
 * @param codes our words by the supplier's codes; empty if it writes our words
 * @param absent texts that mean that there is no value
 * @param value what always stands there
 * @param cut whether a text that is too long is cut when it is written
 */
record Field(
    String column,
    Optional<Span> span,
    boolean right,
    char pad,
    OptionalInt decimals,
    Sign sign,
    Optional<String> format,
    Map<String, String> codes,
    Set<String> absent,
    Optional<String> value,
    boolean cut) {

  static Field from(String column, JsonNode said) {
    boolean number = ColumnType.of(column).isNumber();
    boolean right = said.path("align").asText(number ? "right" : "left").equals("right");
    Map<String, String> codes = new LinkedHashMap<>();
    said.path("codes").properties().forEach(e -> codes.put(e.getKey(), e.getValue().asText()));
    Set<String> absent = new HashSet<>();
    said.path("absent").forEach(text -> absent.add(text.asText().strip()));
    return new Field(
        column,
        said.has("at")
            ? Optional.of(new Span(said.path("at").asInt(), said.path("length").asInt()))
            : Optional.empty(),
        right,
        said.path("pad").asText(number && right ? "0" : " ").charAt(0),
        said.has("decimals") ? OptionalInt.of(said.path("decimals").asInt()) : OptionalInt.empty(),
        Sign.valueOf(said.path("sign").asText("none").toUpperCase(Locale.ROOT)),
        said.has("format") ? Optional.of(said.path("format").asText()) : Optional.empty(),
        codes,
        absent,
        said.has("value") ? Optional.of(said.path("value").asText()) : Optional.empty(),
        said.path("tooLong").asText().equals("cut"));
  }

  ColumnType type() {
    return ColumnType.of(column);
  }

  /** The text of its columns without the padding; empty when that means that there is no value. */
  String textIn(String record) {
    String text = span.orElseThrow().in(record).strip();
    if (pad != ' ' && !type().isNumber()) {
      text = unpadded(text);
    }
    boolean none = absent.contains(text) || type().isDate() && isZeros(text);
    return none ? "" : text;
  }

  private String unpadded(String text) {
    int from = 0;
    int to = text.length();
    while (right && from < to && text.charAt(from) == pad) {
      from++;
    }
    while (!right && to > from && text.charAt(to - 1) == pad) {
      to--;
    }
    return text.substring(from, to).strip();
  }

  private static boolean isZeros(String text) {
    return !text.isEmpty() && text.chars().allMatch(character -> character == '0');
  }
}
