package io.serai.sandbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The HTTP side of the store: path, method, token, body, faults. */
final class StoreHandler implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WRONG_TOKEN =
      "[API] Invalid API key or access token (unrecognized login or wrong password)";

  private final GraphqlEngine engine;
  private final Faults faults;
  private final String token;

  StoreHandler(GraphqlEngine engine, Faults faults, String token) {
    this.engine = engine;
    this.faults = faults;
    this.token = token;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestURI().getPath().equals(SandboxStore.PATH)) {
        json(exchange, 404, Map.of("errors", "Not Found"));
      } else if (!exchange.getRequestMethod().equals("POST")) {
        json(exchange, 405, Map.of("errors", "Method Not Allowed"));
      } else if (!token.equals(exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"))) {
        json(exchange, 401, Map.of("errors", WRONG_TOKEN));
      } else {
        request(exchange, body);
      }
    } finally {
      exchange.close();
    }
  }

  private void request(HttpExchange exchange, byte[] body) throws IOException {
    Optional<JsonNode> request = parse(body);
    if (request.isEmpty()) {
      json(exchange, 400, Map.of("errors", "Bad Request: the body is not JSON"));
      return;
    }
    String query = request.get().path("query").asText("");
    if (query.isBlank()) {
      json(
          exchange,
          400,
          Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
      return;
    }
    Optional<Fault> fault = faults.take(query);
    if (fault.isPresent()) {
      fail(exchange, fault.get(), request.get());
    } else {
      json(exchange, 200, execute(request.get()));
    }
  }

  private void fail(HttpExchange exchange, Fault fault, JsonNode request) throws IOException {
    switch (fault) {
      case NOT_JSON -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        send(exchange, 200, "<!DOCTYPE html><title>Be right back</title><h1>Maintenance</h1>");
      }
      case SERVER_ERROR -> json(exchange, 500, Map.of("errors", "Internal Server Error"));
      case TOO_MANY_REQUESTS -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        json(exchange, 429, Map.of("errors", "Too Many Requests"));
      }
      case THROTTLED -> json(exchange, 200, engine.throttled());
      case DROP_AFTER_ACTING -> execute(request);
      case DROP_BEFORE_ACTING -> {}
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> execute(JsonNode request) {
    JsonNode operation = request.path("operationName");
    JsonNode variables = request.path("variables");
    return engine.execute(
        request.path("query").asText(),
        operation.isTextual() ? operation.asText() : null,
        variables.isObject() ? JSON.convertValue(variables, Map.class) : Map.of());
  }

  private static Optional<JsonNode> parse(byte[] body) {
    try {
      return Optional.of(JSON.readTree(new String(body, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().put("X-Shopify-API-Version", List.of(SandboxStore.VERSION));
    send(exchange, status, JSON.writeValueAsString(body));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString());
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
