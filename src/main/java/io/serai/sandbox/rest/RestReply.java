package io.serai.sandbox.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param body empty for none
 */
public record RestReply(int status, Map<String, String> headers, byte[] body) {
  /** Reads and writes JSON; decimals are never doubles. Thread-safe. */
  public static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** HTTP 200 with a value as JSON. */
  public static RestReply json(Object value) {
    return json(200, value);
  }

  /** A value as JSON. */
  public static RestReply json(int status, Object value) {
    try {
      return text(status, "application/json; charset=utf-8", JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this cannot be JSON: " + value, e);
    }
  }

  /** A text of some content type. */
  public static RestReply text(int status, String type, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new RestReply(status, Map.of("Content-Type", type), body);
  }

  /** An answer without a body. */
  public static RestReply empty(int status) {
    return new RestReply(status, Map.of(), new byte[0]);
  }

  /** The same with one more header. */
  public RestReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new RestReply(status, more, body);
  }

  /** The same with another status. */
  public RestReply as(int other) {
    return new RestReply(other, headers, body);
  }
}
