package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param type of the body
 * @param body a text, or bytes as they were received or sent
 */
public record Reply(int status, Map<String, String> headers, String type, Object body) {
  private static final String JSON = "application/json";

  /** What was asked for. */
  public static Reply of(JsonNode body) {
    return new Reply(200, Map.of(), JSON, body.toString());
  }

  /** What was asked for, in a form of its own. */
  public static Reply of(String type, Object body) {
    return new Reply(200, Map.of(), type, body);
  }

  /**
   * Something was made, or will be.
   *
   * @param location where it is to be found
   */
  public static Reply made(int status, String location, JsonNode body) {
    return new Reply(status, Map.of("Location", location), JSON, body.toString());
  }

  /** Something was done of which there is nothing to tell. */
  public static Reply done() {
    return new Reply(204, Map.of(), "", "");
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, type, body);
  }
}
