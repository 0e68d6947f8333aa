package io.serai.exchange.csv;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.exchange.tabular.StrictDates;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * How a supplier's CSV files look.
 *
 * @param separator between the fields
 * @param decimalMark in amounts
 * @param date how dates are written
 * @param columns the supplier's name of each column that does not have its usual name, by the usual
 *     name
 * @param finalNewline whether a file that does not end with a line break was cut short
 */
record CsvLayout(
    char separator,
    char decimalMark,
    DateTimeFormatter date,
    Charset charset,
    Map<String, String> columns,
    boolean finalNewline) {

  /** Reads the layout from the settings of a supplier; what they leave out is as usual. */
  static CsvLayout from(JsonNode settings) {
    return new CsvLayout(
        settings.path("separator").asText(",").charAt(0),
        settings.path("decimalMark").asText(".").charAt(0),
        StrictDates.of(settings.path("dateFormat").asText("uuuu-MM-dd")),
        Charset.forName(settings.path("charset").asText(StandardCharsets.UTF_8.name())),
        texts(settings.path("columns")),
        settings.path("finalNewline").asBoolean(true));
  }

  /** The supplier's own name of a column. */
  String column(String usual) {
    return columns.getOrDefault(usual, usual);
  }

  /** Whether a text is an amount of 0 or more, with the supplier's decimal mark and no other. */
  boolean isAmount(String text) {
    int mark = text.indexOf(decimalMark);
    return mark < 0
        ? isNumber(text, 0, text.length())
        : isNumber(text, 0, mark) && isNumber(text, mark + 1, text.length());
  }

  private static boolean isNumber(String text, int from, int to) {
    boolean digits = from < to && to - from <= 15;
    for (int i = from; digits && i < to; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
