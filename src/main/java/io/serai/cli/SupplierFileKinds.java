package io.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.FileNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what a supplier's file is, when nobody says it: by its name, or by its header. */
final class SupplierFileKinds {
  /** From the kind with the most columns, since the others' may stand in it too. */
  private static final List<FileKind> RECEIVED =
      List.of(
          FileKind.INVOICE, FileKind.SHIP_NOTICE, FileKind.ACKNOWLEDGMENT, FileKind.STOCK_ADVICE);

  private static final int LONGEST_HEADER = 1 << 14;

  private SupplierFileKinds() {}

  /** The kind by the file's name, as the settings have it. */
  static Optional<FileKind> byName(Path file, JsonNode settings, String suffix) {
    return new FileNames(settings, suffix).kind(file.getFileName().toString());
  }

  /** The kind of a CSV file by the columns of its header. */
  static Optional<FileKind> byHeader(Path file, JsonNode settings) throws IOException {
    String separator = Pattern.quote(settings.path("separator").asText(","));
    Set<String> columns =
        Stream.of(header(file, settings).split(separator))
            .map(column -> column.replace("\"", "").strip())
            .collect(Collectors.toSet());
    JsonNode own = settings.path("columns");
    return RECEIVED.stream()
        .filter(
            kind ->
                kind.needed().stream()
                    .allMatch(column -> columns.contains(own.path(column).asText(column))))
        .findFirst();
  }

  /** The separator of a CSV file whose header has our names; empty if it is none. */
  static Optional<String> separator(Path file, ObjectNode settings) throws IOException {
    for (String separator : List.of(",", ";", "\t", "|")) {
      if (byHeader(file, settings.deepCopy().put("separator", separator)).isPresent()) {
        return Optional.of(separator);
      }
    }
    return Optional.empty();
  }

  /** The settings, by which this one file is of a kind whatever its name is. */
  static ObjectNode named(JsonNode settings, Path file, FileKind kind) {
    ObjectNode named = settings.deepCopy();
    ObjectNode names = named.putObject("fileNames");
    for (FileKind each : FileKind.values()) {
      names.put(each.word(), each == kind ? file.toString() : "");
    }
    return named;
  }

  private static String header(Path file, JsonNode settings) throws IOException {
    Charset charset =
        Charset.forName(settings.path("charset").asText(StandardCharsets.UTF_8.name()));
    char[] start = new char[LONGEST_HEADER];
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      int count = Math.max(0, reader.read(start));
      return new String(start, 0, count).replace("\uFEFF", "").lines().findFirst().orElse("");
    }
  }
}
