package io.serai.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * Two of the functions that mappings have besides those of jq, since channels write times in two
 * ways: {@code isoTime} makes text of epoch milliseconds, {@code epochMillis} the other way round.
 */
final class TimeFunctions {
  private TimeFunctions() {}

  static void addTo(Scope scope) {
    scope.addFunction("isoTime", 0, of("isoTime", TimeFunctions::isoTime));
    scope.addFunction("epochMillis", 0, of("epochMillis", TimeFunctions::epochMillis));
  }

  private static JsonNode isoTime(JsonNode millis) {
    return new TextNode(Instant.ofEpochMilli(Long.parseLong(millis.asText())).toString());
  }

  private static JsonNode epochMillis(JsonNode time) {
    return new LongNode(OffsetDateTime.parse(time.asText()).toInstant().toEpochMilli());
  }

  private static Function of(String name, UnaryOperator<JsonNode> answer) {
    return (scope, arguments, input, path, output, version) -> {
      JsonNode value;
      try {
        value = answer.apply(input);
      } catch (DateTimeException | NumberFormatException e) {
        throw new JsonQueryException(name + ": " + input + " is no such time");
      }
      output.emit(value, null);
    };
  }
}
