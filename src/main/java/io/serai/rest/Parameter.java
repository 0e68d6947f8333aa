package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of an operation.
 *
 * @param place {@code path}, {@code query} or {@code header}
 * @param schema of its text
 */
public record Parameter(String name, String place, boolean required, JsonNode schema) {
  private static final int LONGEST = 500;

  static Parameter of(JsonNode declared) {
    return new Parameter(
        declared.path("name").asText(),
        declared.path("in").asText(),
        declared.path("required").asBoolean(),
        declared.path("schema"));
  }

  /** What is wrong with a value; empty where nothing is. */
  Optional<String> objection(String value) {
    if (value.length() > schema.path("maxLength").asInt(LONGEST)) {
      return Optional.of(
          "it has at most " + schema.path("maxLength").asInt(LONGEST) + " characters");
    }
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(word -> words.add(word.asText()));
      return words.contains(value)
          ? Optional.empty()
          : Optional.of("it is one of " + String.join(", ", words));
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> ofNumber(value);
      case "boolean" ->
          value.matches("true|false") ? Optional.empty() : Optional.of("it is true or false");
      default -> ofText(value);
    };
  }

  private Optional<String> ofNumber(String value) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(999_999_999_999_999_999L);
    boolean good =
        value.matches("[0-9]{1,18}")
            && Long.parseLong(value) >= least
            && Long.parseLong(value) <= most;
    return good
        ? Optional.empty()
        : Optional.of("it is a whole number from " + least + " to " + most);
  }

  private Optional<String> ofText(String value) {
    try {
      switch (schema.path("format").asText()) {
        case "date" -> LocalDate.parse(value);
        case "date-time" -> OffsetDateTime.parse(value);
        default -> {
          // Any text will do.
        }
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          schema.path("format").asText().equals("date")
              ? "it is a day, such as 2026-12-01"
              : "it is a time with its offset, such as 2026-12-01T09:00:00Z");
    }
  }
}
