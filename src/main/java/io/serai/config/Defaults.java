package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what a schema says of absent keys, so that a default stands in the schema alone. */
final class Defaults {
  private final JsonNode schema;

  Defaults(JsonNode schema) {
    this.schema = schema;
  }

  /** Fills in the value in place. */
  void fill(JsonNode value) {
    fill(value, schema);
  }

  private void fill(JsonNode value, JsonNode rule) {
    JsonNode resolved = resolve(rule);
    if (value instanceof ObjectNode object) {
      resolved.path("properties").properties().forEach(e -> key(object, e.getKey(), e.getValue()));
      others(object, resolved);
    } else if (value.isArray()) {
      value.forEach(item -> fill(item, resolved.path("items")));
    }
  }

  private void key(ObjectNode object, String name, JsonNode rule) {
    JsonNode absent = absent(resolve(rule));
    if (!object.has(name) && !absent.isMissingNode()) {
      object.set(name, absent);
    }
    if (object.has(name)) {
      fill(object.get(name), rule);
    }
  }

  /**
   * What an absent key stands for. A block in which nothing must be written is there without being
   * written, when something in it has a default.
   */
  private JsonNode absent(JsonNode rule) {
    if (rule.has("default")) {
      return rule.get("default").deepCopy();
    }
    if (!rule.path("type").asText().equals("object") || rule.has("required")) {
      return MissingNode.getInstance();
    }
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    fill(block, rule);
    return block.isEmpty() ? MissingNode.getInstance() : block;
  }

  private void others(ObjectNode object, JsonNode rule) {
    JsonNode others = rule.path("additionalProperties");
    if (others.isObject()) {
      object
          .properties()
          .forEach(
              entry -> {
                if (!rule.path("properties").has(entry.getKey())) {
                  fill(entry.getValue(), others);
                }
              });
    }
  }

  private JsonNode resolve(JsonNode rule) {
    String ref = rule.path("$ref").asText("");
    return ref.startsWith("#/") ? schema.at(ref.substring(1)) : rule;
  }
}
