package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts out of a declaration. */
final class Texts {
  private Texts() {}

  /** The items of a list, or the one value that stands in its place; none for nothing. */
  static List<String> list(JsonNode value) {
    List<String> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> items.add(item.asText()));
    } else if (value.isValueNode() && !value.isNull()) {
      items.add(value.asText());
    }
    return List.copyOf(items);
  }

  /** The values of a block by their keys, in order. */
  static Map<String, String> map(JsonNode block) {
    Map<String, String> texts = new LinkedHashMap<>();
    block.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
