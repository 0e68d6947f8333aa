package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param method in capital letters
 * @param path its parts, of which {@code {name}} stands for anything
 * @param scope what a token needs for it; empty: any token will do
 * @param parameters what its path and its query may say
 * @param body what it takes; empty: nothing
 * @param types in which it answers
 */
public record Operation(
    String id,
    String method,
    List<String> path,
    Optional<Scope> scope,
    List<Parameter> parameters,
    Optional<Body> body,
    List<String> types) {

  /** Whether it changes something. */
  public boolean changes() {
    return !method.equals("GET");
  }

  /**
   * Whether an idempotency key counts. Then the answer is kept, so an operation that answers with a
   * secret does not declare one.
   */
  public boolean takesKey() {
    return parameters.stream().anyMatch(each -> each.name().equals("Idempotency-Key"));
  }

  static Operation of(ObjectNode document, String path, String method, JsonNode declared) {
    List<Parameter> parameters = new ArrayList<>();
    declared
        .path("parameters")
        .forEach(parameter -> parameters.add(Parameter.of(resolve(document, parameter))));
    List<String> types = new ArrayList<>();
    declared
        .path("responses")
        .forEach(
            response ->
                response.path("content").fieldNames().forEachRemaining(type -> types.add(type)));
    return new Operation(
        declared.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        List.of(path.split("/", -1)),
        Optional.ofNullable(declared.get("x-scope"))
            .map(word -> Scope.of(word.asText()).orElseThrow()),
        parameters,
        Optional.ofNullable(declared.get("requestBody")).map(body -> Body.of(document, body)),
        types);
  }

  private static JsonNode resolve(ObjectNode document, JsonNode parameter) {
    return parameter.has("$ref")
        ? document.at(parameter.get("$ref").asText().substring(1))
        : parameter;
  }

  /** What the parts of an address stand for, if they are those of this operation. */
  Optional<Map<String, String>> match(List<String> asked) {
    if (path.size() != asked.size()) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String part = path.get(i);
      if (part.startsWith("{")) {
        found.put(part.substring(1, part.length() - 1), asked.get(i));
      } else if (!part.equals(asked.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
