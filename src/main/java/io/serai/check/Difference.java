package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One place at which two JSON values differ.
 *
 * @param at the place in both
 * @param wanted what stands there in the expected value; a missing node for nothing
 * @param got what stands there in the other
 */
record Difference(JsonPointer at, JsonNode wanted, JsonNode got) {
  /** Every place at which the two differ; numbers are compared by value, so 1 is 1.0. */
  static List<Difference> between(JsonNode wanted, JsonNode got) {
    List<Difference> differences = new ArrayList<>();
    compare(JsonPointer.empty(), wanted, got, differences);
    return differences;
  }

  private static void compare(JsonPointer at, JsonNode wanted, JsonNode got, List<Difference> out) {
    if (wanted.isObject() && got.isObject()) {
      Set<String> keys = new LinkedHashSet<>();
      wanted.fieldNames().forEachRemaining(keys::add);
      got.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> compare(at.appendProperty(key), wanted.path(key), got.path(key), out));
    } else if (wanted.isArray() && got.isArray()) {
      for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
        compare(at.appendIndex(i), wanted.path(i), got.path(i), out);
      }
    } else if (!isSame(wanted, got)) {
      out.add(new Difference(at, wanted, got));
    }
  }

  private static boolean isSame(JsonNode wanted, JsonNode got) {
    return wanted.isNumber() && got.isNumber()
        ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
        : wanted.equals(got);
  }
}
