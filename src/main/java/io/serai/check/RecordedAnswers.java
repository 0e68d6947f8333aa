package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.Transport;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The other side of a fixture: gives the recorded answers in their order and keeps what was asked.
 * Tokens are given freely, and a fixture does not see that they were asked for.
 */
final class RecordedAnswers implements Transport {
  private final List<Reply> answers = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Call> everyCall = new ArrayList<>();

  /** An answer; without a status it is 200, and a status of 0 is no answer at all. */
  void add(JsonNode answer, JsonNode body) {
    Map<String, String> headers = new TreeMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().asText()));
    String text = body.isTextual() ? body.asText() : body.isMissingNode() ? "" : body.toString();
    if (!body.isTextual()) {
      headers.putIfAbsent("content-type", "application/json");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    answers.add(new Reply(answer.path("status").asInt(200), headers, bytes));
  }

  @Override
  public Reply send(Call call) throws IOException {
    everyCall.add(call);
    String body = new String(call.body(), StandardCharsets.UTF_8);
    if (body.contains("grant_type=")) {
      String token = "{\"access_token\":\"recorded\",\"expires_in\":3600}";
      return new Reply(200, Map.of(), token.getBytes(StandardCharsets.UTF_8));
    }
    calls.add(call);
    if (calls.size() > answers.size()) {
      throw new IOException("the fixture has only " + answers.size() + " answers");
    }
    Reply answer = answers.get(calls.size() - 1);
    if (answer.status() == 0) {
      throw new IOException("the connection is lost");
    }
    return answer;
  }

  /** Every call as it would go out, those for tokens included. */
  List<Call> everyCall() {
    return List.copyOf(everyCall);
  }

  /**
   * What was asked, as a fixture writes it.
   *
   * @param base the path of the connector's url, which is left out
   */
  ArrayNode requests(URI base) {
    ArrayNode requests = Json.MAPPER.createArrayNode();
    calls.forEach(call -> requests.add(request(call, base)));
    return requests;
  }

  private static ObjectNode request(Call call, URI base) {
    String home = base.getRawPath().replaceFirst("/+$", "");
    String path = call.uri().getRawPath();
    boolean isHome = call.uri().getRawAuthority().equals(base.getRawAuthority());
    ObjectNode request = Json.object().put("method", call.method());
    if (isHome) {
      request.put("path", path.startsWith(home) ? path.substring(home.length()) : path);
    } else {
      request.put("url", call.uri().toString().replaceFirst("\\?.*", ""));
    }
    request.set("query", query(call.uri()));
    ObjectNode headers = request.putObject("headers");
    call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    if (call.body().length > 0) {
      request.set("body", body(call.body()));
    }
    return request;
  }

  private static ObjectNode query(URI uri) {
    ObjectNode query = Json.object();
    String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static JsonNode body(byte[] body) {
    try {
      return Json.read("body", body);
    } catch (MappingFault text) {
      return Json.MAPPER.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
