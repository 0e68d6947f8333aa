package io.serai.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import java.util.Map;
import java.util.UUID;

/** The HTTP side of the store: what is in a body, and which headers an answer has. */
final class StoreRequests {
  private final GraphqlEngine engine;

  StoreRequests(GraphqlEngine engine) {
    this.engine = engine;
  }

  /** What a planned fault looks for its text in: the document and its variables. */
  static String described(RestRequest request) {
    return document(request) + " " + request.json().path("variables");
  }

  private static String document(RestRequest request) {
    return request.json().path("query").asText("");
  }

  RestReply answer(RestRequest request) {
    return reply(request)
        .with("X-Shopify-API-Version", SandboxStore.VERSION)
        .with("X-Request-Id", UUID.randomUUID().toString());
  }

  private RestReply reply(RestRequest request) {
    JsonNode body = request.json();
    if (body.isMissingNode()) {
      return RestReply.json(400, Map.of("errors", "Bad Request: the body is not JSON"));
    }
    if (document(request).isBlank()) {
      return RestReply.json(
          400, Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
    }
    return RestReply.json(execute(body));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> execute(JsonNode request) {
    JsonNode operation = request.path("operationName");
    JsonNode variables = request.path("variables");
    return engine.execute(
        request.path("query").asText(),
        operation.isTextual() ? operation.asText() : null,
        variables.isObject() ? RestReply.JSON.convertValue(variables, Map.class) : Map.of());
  }
}
