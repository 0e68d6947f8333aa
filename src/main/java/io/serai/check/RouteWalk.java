package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.Nearest;
import io.serai.config.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks a route file along the shapes of Camel's YAML: names what does not fit, and hands on each
 * part that it recognises. Like Camel it takes a number or a truth value where a text is wanted,
 * and a placeholder anywhere.
 */
final class RouteWalk {
  private static final String EXPRESSION = "ExpressionDefinition";

  /** These may go without an expression. */
  private static final Set<String> EXPRESSION_OPTIONAL =
      Set.of("SortDefinition", "TransformDefinition", "ResequenceDefinition");

  private final CamelShapes shapes;
  private final LocatedYaml yaml;
  private final Consumer<RoutePart> parts;
  private final List<Fault> faults = new ArrayList<>();

  RouteWalk(CamelShapes shapes, LocatedYaml yaml, Consumer<RoutePart> parts) {
    this.shapes = shapes;
    this.yaml = yaml;
    this.parts = parts;
  }

  /** Walks a whole route file: a list of routes, error handlers, beans. */
  List<Fault> file() {
    JsonPointer top = JsonPointer.empty();
    if (!yaml.root().isArray()) {
      return List.of(
          yaml.fault(top, "the file is no list of routes", "write \"- route:\" at its top"));
    }
    for (int i = 0; i < yaml.root().size(); i++) {
      walk(shapes.topLevel(), "", "", top.appendIndex(i));
    }
    return faults;
  }

  /** Walks one value that is to have the shape. */
  List<Fault> value(Shape shape, String key, JsonPointer at) {
    walk(shape, "", key, at);
    return faults;
  }

  private void walk(Shape shape, String parent, String key, JsonPointer at) {
    JsonNode value = yaml.root().at(at);
    if (!fits(shape, value)) {
      wrongType(shape, value, key, at);
      return;
    }
    parts.accept(new RoutePart(yaml, at, shape.name(), parent, key, value));
    if (value.isObject()) {
      block(shape, shape.name().equals(EXPRESSION) ? parent : shape.name(), value, at);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size() && !shape.items().isMissingNode(); i++) {
        walk(shapes.shape(shape.items()), shape.name(), key, at.appendIndex(i));
      }
    } else {
      word(shape, value, at);
    }
  }

  /**
   * @param step the definition that the keys belong to; those of an expression, to the step around
   */
  private void block(Shape shape, String step, JsonNode value, JsonPointer at) {
    for (String key : (Iterable<String>) value::fieldNames) {
      JsonNode rule = shape.keys().get(key);
      if (rule != null) {
        walk(shapes.shape(rule), step, key, at.appendProperty(key));
      } else if (shape.isClosed() || shape.name().equals(EXPRESSION)) {
        unknown(shape, key, at.appendProperty(key));
      }
    }
    if (shape.isSingle() && value.size() != 1) {
      String what = value.isEmpty() ? "an empty step" : "several steps in one list item";
      fault(at, what, "write each step as its own list item, with a dash in front");
    }
    shape.required().stream().filter(key -> !value.has(key)).forEach(key -> missing(at, key));
    shape.oneOf().forEach(group -> group(shape, group, value, at));
  }

  private void group(Shape shape, Set<String> group, JsonNode value, JsonPointer at) {
    List<String> present = group.stream().filter(value::has).toList();
    if (present.size() > 1) {
      fault(
          at.appendProperty(present.get(1)),
          "\"" + present.get(1) + "\" stands beside \"" + present.get(0) + "\"",
          "keep one of them");
    }
    boolean isWanted = group.contains("expression") && !EXPRESSION_OPTIONAL.contains(shape.name());
    if (present.isEmpty() && isWanted) {
      fault(
          at,
          name(at) + " lacks its expression",
          "add for example: expression: {simple: {expression: \"${body}\"}}");
    }
  }

  private void unknown(Shape shape, String key, JsonPointer at) {
    String what = "unknown key \"" + key + "\" in " + name(at.head());
    if (shape.name().equals(EXPRESSION)) {
      what = "unknown language \"" + key + "\"";
    } else if (shape.isSingle()) {
      boolean isTop = at.head().head().matches();
      what = "unknown " + (isTop ? "kind of entry" : "step") + " \"" + key + "\"";
    }
    fault(at, what, Nearest.cure(key, shape.keys().keySet()));
  }

  private void missing(JsonPointer at, String key) {
    String example =
        switch (key) {
          case "steps" -> "steps: [{log: {message: \"${body}\"}}]";
          case "uri" -> "uri: direct:name";
          case "from" -> "from: {uri: direct:name, steps: []}";
          default -> key + ": ...";
        };
    fault(at, name(at) + " lacks the key \"" + key + "\"", "add for example: " + example);
  }

  private static boolean fits(Shape shape, JsonNode value) {
    boolean isWord = value.isValueNode() && !value.isNull();
    boolean isPlaceholder = value.isTextual() && value.asText().contains("{{");
    return switch (shape.kind()) {
      case "object" -> value.isObject() || (isWord && shape.isText());
      case "array" -> value.isArray();
      case "string" -> isWord;
      case "boolean" -> value.isBoolean() || isPlaceholder || value.asText().matches("true|false");
      case "number" -> value.isNumber() || isPlaceholder || value.asText().matches("-?[0-9.]+");
      default -> true;
    };
  }

  private void wrongType(Shape shape, JsonNode value, String key, JsonPointer at) {
    String wanted =
        switch (shape.kind()) {
          case "object" -> "a block of keys";
          case "array" -> "a list";
          case "boolean" -> "true or false";
          case "number" -> "a number";
          default -> "a text";
        };
    String example =
        switch (shape.kind()) {
          case "object" -> "{}";
          case "array" -> "a line with a dash for each item";
          case "boolean" -> "true";
          case "number" -> "1";
          default -> "\"text\"";
        };
    String what = name(at) + " is " + Words.found(value) + " where " + wanted + " is wanted";
    fault(at, what, "write for example: " + (key.isEmpty() ? "" : key + ": ") + example);
  }

  private void word(Shape shape, JsonNode value, JsonPointer at) {
    String written = value.asText();
    if (!shape.values().isEmpty() && !written.contains("{{") && !shape.values().contains(written)) {
      String what = name(at) + " is " + Words.found(value) + ", which is unknown";
      fault(at, what, Nearest.cure(written, shape.values()));
    }
  }

  private void fault(JsonPointer at, String what, String cure) {
    faults.add(yaml.fault(at, what, cure));
  }

  /** The last few steps of the way, since the whole way into a nested route is too long to read. */
  private static String name(JsonPointer at) {
    String path = LocatedYaml.path(at);
    int steps = path.lastIndexOf("steps[");
    return path.isEmpty() ? "the file" : steps > 0 ? path.substring(steps) : path;
  }
}
