package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON values and types in a person's words. */
public final class Words {
  private static final int QUOTED = 40;

  private Words() {}

  /** What stands there: {@code the text "often"}, {@code the number 3}, {@code a list}. */
  public static String found(JsonNode value) {
    if (value.isTextual()) {
      return "the text \"" + cut(value.asText()) + "\"";
    }
    if (value.isNumber()) {
      return "the number " + value.asText();
    }
    if (value.isBoolean()) {
      return value.asText();
    }
    return value.isArray() ? "a list" : value.isObject() ? "a block of keys" : "empty";
  }

  /** The types that a schema's {@code type} allows: {@code a text}, {@code a whole number}. */
  public static List<String> types(JsonNode type) {
    List<String> names = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(one -> names.add(type(one.asText())));
    } else {
      names.add(type(type.asText()));
    }
    return names;
  }

  /** The value as one writes it on one line of YAML. */
  public static String inline(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(Words::inline)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + ": " + inline(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    boolean ambiguous = value.isTextual() && YamlScalar.value(value.asText()).isPresent();
    return ambiguous || value.asText().isEmpty() ? "\"" + value.asText() + "\"" : value.asText();
  }

  private static String type(String name) {
    return switch (name) {
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a block of keys";
      default -> "nothing";
    };
  }

  private static String cut(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() > QUOTED ? line.substring(0, QUOTED) + "..." : line;
  }
}
