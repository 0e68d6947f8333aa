package io.serai.exchange.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.document.Refused;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.StrictDates;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How a supplier's fixed-length files look.
 *
 * @param replacement for characters of a name or an address that the charset does not have
 * @param lineEnd of the records that are written; empty when they have none, also when read
 * @param finalNewline whether a file that does not end with a line end was cut short
 * @param decimalMark in amounts that have no implied decimals
 * @param dateFormat of fields that have no own
 * @param formats the dates' formats by their patterns
 * @param zone of times
 */
record FixedLayout(
    Charset charset,
    char replacement,
    String lineEnd,
    boolean finalNewline,
    char decimalMark,
    String dateFormat,
    Map<String, DateTimeFormatter> formats,
    ZoneId zone,
    Map<FileKind, FileLayout> files) {

  private static final Map<String, String> LINE_ENDS =
      Map.of("crlf", "\r\n", "lf", "\n", "none", "");

  /**
   * Reads the layout.
   *
   * @param settings of the account
   * @param usual the layout of each kind of file that the account does not lay out anew
   */
  static FixedLayout from(JsonNode settings, JsonNode usual) {
    Map<FileKind, FileLayout> files = new EnumMap<>(FileKind.class);
    for (FileKind kind : FileKind.values()) {
      JsonNode own = settings.path("layout").path(kind.word());
      JsonNode said = own.isObject() ? own : usual.path(kind.word());
      if (said.isObject()) {
        files.put(kind, FileLayout.from(said));
      }
    }
    String dateFormat = settings.path("dateFormat").asText("uuuuMMdd");
    return new FixedLayout(
        Charset.forName(settings.path("charset").asText(StandardCharsets.ISO_8859_1.name())),
        settings.path("replacement").asText("?").charAt(0),
        LINE_ENDS.get(settings.path("lineEnd").asText("crlf")),
        settings.path("finalNewline").asBoolean(true),
        settings.path("decimalMark").asText(".").charAt(0),
        dateFormat,
        formats(dateFormat, files),
        ZoneId.of(settings.path("timeZone").asText("UTC")),
        files);
  }

  /** The layout of a kind of file. */
  FileLayout file(FileKind kind, String name) {
    FileLayout file = files.get(kind);
    if (file == null) {
      throw new Refused(
          name + ": there is no layout for files of the kind " + kind.word(),
          "Write it under settings.layout." + kind.word() + " of this supplier.");
    }
    return file;
  }

  /** How the dates or times of a field are written. */
  DateTimeFormatter format(Field field) {
    return formats.get(field.format().orElse(dateFormat));
  }

  private static Map<String, DateTimeFormatter> formats(
      String usual, Map<FileKind, FileLayout> files) {
    Map<String, DateTimeFormatter> formats = new HashMap<>();
    formats.put(usual, StrictDates.of(usual));
    files.values().stream()
        .flatMap(file -> file.types().stream())
        .flatMap(type -> type.fields().values().stream())
        .flatMap(field -> field.format().stream())
        .forEach(pattern -> formats.computeIfAbsent(pattern, StrictDates::of));
    return formats;
  }
}
