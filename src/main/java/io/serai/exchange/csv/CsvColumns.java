package io.serai.exchange.csv;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rows of one file have in common: where its columns stand, and dates that it repeats. */
final class CsvColumns {
  private static final int MOST_DATES = 1000;

  private final String file;
  private final CsvLayout layout;
  private final List<String> header;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, LocalDate> dates = new HashMap<>();

  CsvColumns(String file, CsvLayout layout, List<String> header) {
    this.file = file;
    this.layout = layout;
    this.header = header;
  }

  String file() {
    return file;
  }

  CsvLayout layout() {
    return layout;
  }

  /** The place of a column by its usual name; negative when the file has none. */
  int of(String usual) {
    return places.computeIfAbsent(usual, name -> header.indexOf(layout.column(name)));
  }

  /**
   * A date.
   *
   * @throws java.time.DateTimeException when it is none
   */
  LocalDate date(String text) {
    LocalDate known = dates.get(text);
    if (known == null) {
      known = LocalDate.parse(text, layout.date());
      if (dates.size() < MOST_DATES) {
        dates.put(text, known);
      }
    }
    return known;
  }
}
