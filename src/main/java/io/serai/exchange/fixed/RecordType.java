package io.serai.exchange.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One type of record.
 *
 * @param place among the types of its file, from 0
 * @param mark by which it is known; empty where it is the only one
 * @param length in characters, without the line end
 * @param count how many records a trailer says there were
 * @param sum what a trailer says a field adds up to
 * @param fields by the usual names of their columns
 */
record RecordType(
    int place,
    String name,
    Role role,
    Optional<Mark> mark,
    int length,
    Optional<Tally> count,
    Optional<Tally> sum,
    Map<String, Field> fields) {

  /**
   * One type as the layout says it.
   *
   * @param usualLength of the records of the file; 0 when each ends with its last field
   * @param lines the names of the types that are lines
   */
  static RecordType from(
      int place, String name, JsonNode said, int usualLength, Set<String> lines) {
    Map<String, Field> fields = new LinkedHashMap<>();
    said.path("fields")
        .properties()
        .forEach(entry -> fields.put(entry.getKey(), Field.from(entry.getKey(), entry.getValue())));
    Optional<Mark> mark =
        said.has("mark")
            ? Optional.of(
                new Mark(
                    new Span(said.at("/mark/at").asInt(), Span.width(said.at("/mark/is").asText())),
                    said.at("/mark/is").asText()))
            : Optional.empty();
    Optional<Tally> count = tally(said.path("count"), lines);
    Optional<Tally> sum = tally(said.path("sum"), lines);
    int end = spans(mark, count, sum, fields).stream().mapToInt(Span::end).max().orElse(0);
    return new RecordType(
        place,
        name,
        Role.of(said.path("role").asText()),
        mark,
        said.path("length").asInt(usualLength == 0 ? end : usualLength),
        count,
        sum,
        fields);
  }

  private static Optional<Tally> tally(JsonNode said, Set<String> usual) {
    if (said.isMissingNode()) {
      return Optional.empty();
    }
    Set<String> of = new HashSet<>();
    said.path("of").forEach(name -> of.add(name.asText()));
    if (said.path("of").isTextual()) {
      of.add(said.path("of").asText());
    }
    return Optional.of(
        new Tally(
            new Span(said.path("at").asInt(), said.path("length").asInt()),
            said.path("decimals").asInt(0),
            of.isEmpty() ? usual : of));
  }

  /** How a person finds it in a file. */
  String words() {
    return "record " + name + mark.map(found -> " (" + found + ")").orElse("");
  }

  private static List<Span> spans(
      Optional<Mark> mark, Optional<Tally> count, Optional<Tally> sum, Map<String, Field> fields) {
    List<Span> spans = new ArrayList<>();
    mark.map(Mark::span).ifPresent(spans::add);
    count.map(Tally::span).ifPresent(spans::add);
    sum.map(Tally::span).ifPresent(spans::add);
    fields.values().forEach(field -> field.span().ifPresent(spans::add));
    return spans;
  }
}
