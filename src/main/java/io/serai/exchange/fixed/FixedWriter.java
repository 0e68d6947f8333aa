package io.serai.exchange.fixed;

import io.serai.document.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes one file. A value that does not fit its field is refused, unless it is words that the
 * layout allows to be cut: an id or a quantity that has lost a character is another one.
 */
final class FixedWriter {
  private final FixedLayout layout;
  private final FileLayout types;
  private final StringBuilder text = new StringBuilder();
  private final FieldText fields;
  private final List<WrittenTally> tallies;

  FixedWriter(FixedLayout layout, FileLayout types) {
    this.layout = layout;
    this.types = types;
    this.fields = new FieldText(layout);
    this.tallies =
        types.types().stream()
            .filter(type -> type.role().isTrailer())
            .map(WrittenTally::new)
            .toList();
  }

  /**
   * The bytes of a file.
   *
   * @param groups the rows of each purchase order, by the usual names of their columns
   * @throws Refused when a value does not fit; the message names it and its columns
   */
  byte[] write(List<List<Map<String, String>>> groups) {
    if (!groups.isEmpty()) {
      all(Role.FILE_HEADER, groups.get(0).get(0));
    }
    for (List<Map<String, String>> group : groups) {
      all(Role.HEADER, group.get(0));
      for (Map<String, String> row : group) {
        all(Role.LINE, row);
        tallies.forEach(tally -> tally.add(row));
      }
      all(Role.TRAILER, group.get(0));
    }
    if (!groups.isEmpty()) {
      all(Role.FILE_TRAILER, groups.get(0).get(0));
    }
    return text.toString().getBytes(layout.charset());
  }

  private void all(Role role, Map<String, String> row) {
    for (RecordType type : types.of(role)) {
      tallies.forEach(tally -> tally.count(type));
      record(type, row);
      tallies.forEach(tally -> tally.written(type));
    }
  }

  private void record(RecordType type, Map<String, String> row) {
    TreeMap<Integer, String> pieces = new TreeMap<>();
    type.mark().ifPresent(mark -> pieces.put(mark.span().at(), mark.text()));
    for (Field field : type.fields().values()) {
      field
          .span()
          .ifPresent(
              span ->
                  pieces.put(
                      span.at(), fields.of(field, row.getOrDefault(field.column(), ""), row)));
    }
    tallies.forEach(tally -> tally.into(type, pieces));
    int column = 1;
    for (Map.Entry<Integer, String> piece : pieces.entrySet()) {
      text.append(" ".repeat(piece.getKey() - column)).append(piece.getValue());
      column = piece.getKey() + Span.width(piece.getValue());
    }
    text.append(" ".repeat(type.length() + 1 - column)).append(layout.lineEnd());
  }

  /** The figures of one trailer. */
  private static final class WrittenTally {
    private final RecordType trailer;
    private long records;
    private BigDecimal sum = BigDecimal.ZERO;

    WrittenTally(RecordType trailer) {
      this.trailer = trailer;
    }

    void count(RecordType type) {
      if (trailer.count().filter(count -> count.of().contains(type.name())).isPresent()) {
        records++;
      }
    }

    void add(Map<String, String> row) {
      trailer
          .sum()
          .map(tally -> row.getOrDefault(tally.of().iterator().next(), ""))
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> sum = sum.add(new BigDecimal(value)));
    }

    void into(RecordType type, TreeMap<Integer, String> pieces) {
      if (type == trailer) {
        trailer
            .count()
            .ifPresent(
                tally ->
                    pieces.put(
                        tally.span().at(), FieldText.figure(tally, BigDecimal.valueOf(records))));
        trailer
            .sum()
            .ifPresent(tally -> pieces.put(tally.span().at(), FieldText.figure(tally, sum)));
      }
    }

    void written(RecordType type) {
      if (type == trailer && trailer.role() == Role.TRAILER) {
        records = 0;
        sum = BigDecimal.ZERO;
      }
    }
  }
}
