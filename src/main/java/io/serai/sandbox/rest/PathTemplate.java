package io.serai.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A path with variables, such as {@code /orders/{orderId}/items}. */
final class PathTemplate {
  private final String[] parts;

  PathTemplate(String template) {
    this.parts = template.split("/", -1);
  }

  /** The variables' values, decoded, when a path fits; a variable is one whole segment. */
  Optional<Map<String, String>> match(String rawPath) {
    String[] given = rawPath.split("/", -1);
    if (given.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      // In a path a plus is a plus.
      String value = Pairs.decoded(given[i].replace("+", "%2B"));
      if (parts[i].startsWith("{")) {
        values.put(parts[i].substring(1, parts[i].length() - 1), value);
      } else if (!parts[i].equals(value)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
