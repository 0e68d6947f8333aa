package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of Camel's YAML, as it lies in camel-yaml-dsl. It says "a block or a text", "one of
 * these expressions or none" by alternatives, in which a validator's messages drown; this folds
 * them, so that what is wrong can be said in one line, and in a few milliseconds.
 */
final class CamelShapes {
  private static final String SCHEMA = "/schema/camelYamlDsl.json";
  private static final String REFERENCE = "#/items/definitions/";
  private static final String MODEL = "org.apache.camel.model.";

  private final JsonNode items;
  private final Map<Object, Shape> shapes = new HashMap<>();

  CamelShapes() {
    try (InputStream in = CamelShapes.class.getResourceAsStream(SCHEMA)) {
      this.items = new ObjectMapper().readTree(in).path("items");
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA + ": cannot be read", e);
    }
  }

  /** The shape of one item of a route file. */
  Shape topLevel() {
    return shape(items);
  }

  /** The shape of a definition of Camel's model, such as {@code RouteDefinition}. */
  Shape model(String name) {
    return shape(definition(MODEL + name));
  }

  /** The shape of a list of beans. */
  Shape beans() {
    return shape(definition("org.apache.camel.dsl.yaml.deserializers.BeansDeserializer"));
  }

  /** The shape that a rule of the schema describes. */
  Shape shape(JsonNode rule) {
    // A rule that is a mere reference is met often, by as many nodes as there are references.
    Object key = rule.size() == 1 && rule.has("$ref") ? rule.get("$ref").asText() : new Same(rule);
    Shape known = shapes.get(key);
    if (known == null) {
      known = new Folding().fold(rule);
      shapes.put(key, known);
    }
    return known;
  }

  private static JsonNode definition(String name) {
    return JsonNodeFactory.instance.objectNode().put("$ref", REFERENCE + name);
  }

  /**
   * A rule as a key, by identity: to compare rules by their content would cost more than to fold.
   */
  private record Same(JsonNode rule) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && same.rule == rule;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(rule);
    }
  }

  /** Collects the parts of one shape over its references and alternatives. */
  private final class Folding {
    private String name = "";
    private String kind = "";
    private boolean isText;
    private boolean isClosed;
    private boolean isSingle;
    private JsonNode list = MissingNode.getInstance();
    private final Map<String, JsonNode> keys = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Set<String>> oneOf = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    Shape fold(JsonNode rule) {
      add(rule, true);
      return new Shape(name, kind, isText, keys, required, oneOf, isClosed, isSingle, list, values);
    }

    private void add(JsonNode rule, boolean isOuter) {
      String reference = rule.path("$ref").asText("");
      if (reference.startsWith(REFERENCE)) {
        String full = reference.substring(REFERENCE.length());
        name = name.isEmpty() ? full.substring(full.lastIndexOf('.') + 1) : name;
        add(items.path("definitions").path(full), isOuter);
      }
      kind(rule);
      isClosed |=
          rule.path("additionalProperties").isBoolean()
              && !rule.path("additionalProperties").asBoolean();
      isSingle |= rule.path("maxProperties").asInt() == 1;
      rule.path("properties").properties().forEach(key -> key(key.getKey(), key.getValue()));
      if (isOuter) {
        rule.path("required").forEach(key -> required.add(key.asText()));
      }
      if (rule.has("items") && "array".equals(kind)) {
        list = rule.get("items");
      }
      rule.path("enum").forEach(value -> values.add(value.asText()));
      rule.path("anyOf").forEach(branch -> add(branch, false));
      alternatives(rule.path("oneOf"));
    }

    private void kind(JsonNode rule) {
      String type = rule.path("type").asText("");
      if (kind.isEmpty() || type.equals("object")) {
        isText |= kind.equals("string") && type.equals("object");
        kind = type.isEmpty() ? kind : type;
      } else {
        isText |= type.equals("string") && kind.equals("object");
      }
    }

    private void key(String key, JsonNode rule) {
      if (rule.size() > 0 || !keys.containsKey(key)) {
        keys.put(key, rule);
      }
    }

    private void alternatives(JsonNode branches) {
      Set<String> group = new LinkedHashSet<>();
      for (JsonNode branch : branches) {
        branch.path("required").forEach(key -> group.add(key.asText()));
        if (branch.path("$ref").asText().endsWith("ExpressionDefinition")) {
          group.addAll(shape(branch).keys().keySet());
        }
        add(branch, false);
      }
      if (group.size() > 1) {
        oneOf.add(group);
      }
    }
  }
}
