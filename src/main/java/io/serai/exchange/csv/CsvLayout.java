package io.serai.exchange.csv;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a supplier's CSV files look.
 *
 * @param separator between the fields
 * @param decimalMark in amounts
 * @param date how dates are written
 * @param columns the supplier's name of each column that does not have its usual name, by the usual
 *     name
 * @param patterns the file name pattern of each kind of file, by kind
 * @param finalNewline whether a file that does not end with a line break was cut short
 */
record CsvLayout(
    char separator,
    char decimalMark,
    DateTimeFormatter date,
    Charset charset,
    Map<String, String> columns,
    Map<String, String> patterns,
    boolean finalNewline) {

  private static final Map<String, String> USUAL_PATTERNS =
      Map.of(
          "acknowledgment", "ACK-*.csv",
          "shipNotice", "ASN-*.csv",
          "stockAdvice", "STOCK-*.csv",
          "invoice", "INV-*.csv",
          "purchaseOrder", "PO-*.csv",
          "cancellation", "CANCEL-*.csv");

  /** Reads the layout from the settings of a supplier; what they leave out is as usual. */
  static CsvLayout from(JsonNode settings) {
    Map<String, String> patterns = new HashMap<>(USUAL_PATTERNS);
    patterns.putAll(texts(settings.path("fileNames")));
    return new CsvLayout(
        settings.path("separator").asText(",").charAt(0),
        settings.path("decimalMark").asText(".").charAt(0),
        strict(settings.path("dateFormat").asText("uuuu-MM-dd")),
        Charset.forName(settings.path("charset").asText(StandardCharsets.UTF_8.name())),
        texts(settings.path("columns")),
        Map.copyOf(patterns),
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

  /** Whether a file name is one of a kind of file. */
  boolean names(String kind, String fileName) {
    String pattern = patterns.get(kind);
    int star = pattern.indexOf('*');
    return star < 0
        ? fileName.equals(pattern)
        : fileName.length() >= pattern.length() - 1
            && fileName.startsWith(pattern.substring(0, star))
            && fileName.endsWith(pattern.substring(star + 1));
  }

  // Strict, since 30 February would be taken for the 28th; the era, for patterns with yyyy, which
  // name none.
  private static DateTimeFormatter strict(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
