package io.serai.exchange.tabular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a supplier's files are named: a pattern for each kind, in which one * is any text. */
public final class FileNames {
  private static final Map<FileKind, String> USUAL_STARTS =
      Map.of(
          FileKind.ACKNOWLEDGMENT, "ACK-*",
          FileKind.SHIP_NOTICE, "ASN-*",
          FileKind.STOCK_ADVICE, "STOCK-*",
          FileKind.INVOICE, "INV-*",
          FileKind.PURCHASE_ORDER, "PO-*",
          FileKind.CANCELLATION, "CANCEL-*");

  private static final List<FileKind> RECEIVED =
      List.of(
          FileKind.ACKNOWLEDGMENT, FileKind.SHIP_NOTICE, FileKind.STOCK_ADVICE, FileKind.INVOICE);

  private final Map<FileKind, String> patterns = new EnumMap<>(FileKind.class);

  /**
   * The names by the settings of an account.
   *
   * @param settings with fileNames; what they leave out is as usual
   * @param suffix of the usual names, such as {@code .csv}
   */
  public FileNames(JsonNode settings, String suffix) {
    for (FileKind kind : FileKind.values()) {
      String usual = USUAL_STARTS.get(kind) + suffix;
      patterns.put(kind, settings.path("fileNames").path(kind.word()).asText(usual));
    }
  }

  /** The name of a file that the supplier is sent. */
  public String of(FileKind kind, long number) {
    return patterns.get(kind).replace("*", Long.toString(number));
  }

  /** What a file of the supplier is by its name; empty if it is named like none that it sends. */
  public Optional<FileKind> kind(String fileName) {
    for (FileKind kind : RECEIVED) {
      if (matches(patterns.get(kind), fileName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The patterns as settings name them. */
  @Override
  public String toString() {
    return patterns.entrySet().stream()
        .map(entry -> entry.getKey().word() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static boolean matches(String pattern, String fileName) {
    int star = pattern.indexOf('*');
    return star < 0
        ? fileName.equals(pattern)
        : fileName.length() >= pattern.length() - 1
            && fileName.startsWith(pattern.substring(0, star))
            && fileName.endsWith(pattern.substring(star + 1));
  }
}
