package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.Rejected;
import io.serai.mapping.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request as a connector's jq yields it, before credentials.
 *
 * @param target a path behind the connector's {@code url}, or a whole address
 * @param query the query as it is sent, without the question mark; empty for none
 * @param body the body as it is sent; empty for none
 * @param limit the rate limit it counts against
 * @param expect the statuses that are a success; empty for any from 200 to 299
 */
public record Request(
    String method,
    String target,
    String query,
    Map<String, String> headers,
    String body,
    String limit,
    List<Integer> expect) {
  private static final Set<String> KEYS =
      Set.of("method", "path", "url", "query", "headers", "body", "form", "limit", "expect");

  /**
   * Reads what a program has yielded.
   *
   * @param limit the rate limit that counts unless the request names one
   * @throws Rejected when it is no request
   */
  static Request of(JsonNode yielded, String limit) {
    if (!yielded.isObject() || yielded.has("path") == yielded.has("url")) {
      throw new Rejected(
          "the connector makes no request but " + yielded + "; it wants an object with a path");
    }
    yielded
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new Rejected("the connector's request has an unknown key " + key);
              }
            });
    Map<String, String> headers = new LinkedHashMap<>();
    yielded.path("headers").properties().forEach(e -> put(headers, e.getKey(), e.getValue()));
    List<Integer> expect = new ArrayList<>();
    yielded.path("expect").forEach(status -> expect.add(status.asInt()));
    return new Request(
        yielded.path("method").asText(hasBody(yielded) ? "POST" : "GET"),
        yielded.path("path").asText(yielded.path("url").asText()),
        pairs(yielded.path("query")),
        headers,
        body(yielded, headers),
        yielded.path("limit").asText(limit),
        expect);
  }

  /** The same request to where the other side says that the next page is. */
  Request to(String otherTarget, String otherQuery) {
    return new Request(method, otherTarget, otherQuery, headers, body, limit, expect);
  }

  /** Whether it only looks, and changes nothing at the other side. */
  boolean onlyReads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  private static boolean hasBody(JsonNode yielded) {
    return yielded.hasNonNull("body") || yielded.hasNonNull("form");
  }

  private static String body(JsonNode yielded, Map<String, String> headers) {
    if (yielded.hasNonNull("form")) {
      headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
      return pairs(yielded.get("form"));
    }
    JsonNode body = yielded.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return "";
    }
    headers.putIfAbsent("Content-Type", body.isTextual() ? "text/plain" : "application/json");
    return body.isTextual() ? body.asText() : body.toString();
  }

  private static void put(Map<String, String> headers, String name, JsonNode value) {
    if (!value.isNull()) {
      headers.put(name, value.asText());
    }
  }

  /** Names and values as a form or a query sends them; null is left out, a list is repeated. */
  static String pairs(JsonNode values) {
    if (values.isTextual()) {
      return values.asText();
    }
    List<String[]> pairs = new ArrayList<>();
    values
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              for (JsonNode each :
                  value.isArray() ? value : Json.MAPPER.createArrayNode().add(value)) {
                if (!each.isNull()) {
                  pairs.add(new String[] {entry.getKey(), each.asText()});
                }
              }
            });
    return pairs.stream()
        .map(pair -> encoded(pair[0]) + "=" + encoded(pair[1]))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
