package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a fixture expects of an operation: what it names is compared, the rest is not. A reason is
 * found when the message holds it; queries and headers are texts; a body is compared whole.
 */
final class Expectation {
  private static final List<String> PARTIAL = List.of("page", "headers", "cursor");

  private Expectation() {}

  static List<Difference> differences(JsonNode wanted, JsonNode got) {
    List<Difference> found = new ArrayList<>();
    JsonPointer top = JsonPointer.empty();
    wanted
        .properties()
        .forEach(
            entry -> {
              JsonPointer at = top.appendProperty(entry.getKey());
              JsonNode value = got.path(entry.getKey());
              switch (entry.getKey()) {
                case "requests" -> requests(at, entry.getValue(), value, found);
                case "reason" -> reason(at, entry.getValue(), value, found);
                default -> compare(at, entry.getKey(), entry.getValue(), value, found);
              }
            });
    return found;
  }

  private static void reason(
      JsonPointer at, JsonNode wanted, JsonNode got, List<Difference> found) {
    if (!got.asText().contains(wanted.asText())) {
      found.add(new Difference(at, wanted, got));
    }
  }

  private static void requests(
      JsonPointer at, JsonNode wanted, JsonNode got, List<Difference> found) {
    for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
      JsonPointer here = at.appendIndex(i);
      if (i >= wanted.size() || i >= got.size()) {
        found.add(new Difference(here, wanted.path(i), got.path(i)));
        continue;
      }
      JsonNode request = got.get(i);
      wanted
          .get(i)
          .properties()
          .forEach(
              entry -> {
                boolean isText = List.of("query", "headers").contains(entry.getKey());
                JsonNode value =
                    isText ? texts(entry.getValue(), entry.getKey()) : entry.getValue();
                JsonPointer place = here.appendProperty(entry.getKey());
                compare(place, entry.getKey(), value, request.path(entry.getKey()), found);
              });
    }
  }

  private static void compare(
      JsonPointer at, String key, JsonNode wanted, JsonNode got, List<Difference> found) {
    if (PARTIAL.contains(key) && wanted.isObject() && got.isObject()) {
      wanted
          .properties()
          .forEach(
              e ->
                  compare(
                      at.appendProperty(e.getKey()),
                      e.getKey(),
                      e.getValue(),
                      got.has(e.getKey()) ? got.get(e.getKey()) : MissingNode.getInstance(),
                      found));
    } else {
      Difference.between(wanted, got)
          .forEach(d -> found.add(new Difference(at.append(d.at()), d.wanted(), d.got())));
    }
  }

  private static JsonNode texts(JsonNode values, String key) {
    ObjectNode texts = Json.object();
    values
        .properties()
        .forEach(
            e -> {
              String name =
                  key.equals("headers") ? e.getKey().toLowerCase(Locale.ROOT) : e.getKey();
              texts.put(name, e.getValue().asText());
            });
    return texts;
  }
}
