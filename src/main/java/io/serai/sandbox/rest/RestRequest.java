package io.serai.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param operation the name of the operation that its method and path are of
 * @param server where the server answers: {@code http://127.0.0.1:PORT}
 * @param uri path and query, as they were sent
 * @param path what stands for each variable of the path, decoded
 * @param query the query's values by name, decoded
 * @param headers by their names in small letters
 */
public record RestRequest(
    String operation,
    String method,
    URI server,
    URI uri,
    Map<String, String> path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  /** What stands for a variable of the path. */
  public String path(String variable) {
    return path.get(variable);
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /** A header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON; missing when it is none. */
  public JsonNode json() {
    try {
      JsonNode value = RestReply.JSON.readTree(body);
      return value == null ? MissingNode.getInstance() : value;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** The values of a body that is a form, by name. */
  public Map<String, List<String>> form() {
    return Pairs.read(text());
  }

  /** What a planned fault looks for its text in. */
  String described() {
    return operation + " " + method + " " + uri;
  }
}
