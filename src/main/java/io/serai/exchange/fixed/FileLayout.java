package io.serai.exchange.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one kind of file is laid out.
 *
 * @param trimmed whether blanks at the end of a record may be missing
 * @param types in the order in which their records come
 */
record FileLayout(boolean trimmed, List<RecordType> types) {

  static FileLayout from(JsonNode said) {
    Set<String> lines = new HashSet<>();
    said.path("records")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("role").asText().equals("line")) {
                lines.add(entry.getKey());
              }
            });
    List<RecordType> types = new ArrayList<>();
    for (var entry : said.path("records").properties()) {
      types.add(
          RecordType.from(
              types.size(), entry.getKey(), entry.getValue(), said.path("length").asInt(0), lines));
    }
    return new FileLayout(said.path("trimmed").asBoolean(false), List.copyOf(types));
  }

  /** The type of a record by its mark. */
  Optional<RecordType> typeOf(String record) {
    for (RecordType type : types) {
      if (type.mark().isEmpty() || type.mark().get().isIn(record)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The types of a role. */
  List<RecordType> of(Role role) {
    return types.stream().filter(type -> type.role() == role).toList();
  }

  /** The length of the records of files that have no line ends, in which all have the same. */
  int length() {
    return types.get(0).length();
  }

  /** How records are known, for messages. */
  String marks() {
    return types.stream()
        .map(type -> type.name() + " by " + type.mark().map(Mark::toString).orElse("nothing"))
        .collect(Collectors.joining(", "));
  }
}
