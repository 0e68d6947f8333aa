package io.serai.rest;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it came by HTTP.
 *
 * @param path as it was sent, percent signs and all, without the query
 * @param query what stands behind the question mark; may be empty
 * @param headers by their names in small letters
 */
public record Incoming(
    String method, String path, String query, Map<String, String> headers, byte[] body) {

  /** A header, if it says anything. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** The type of its body, without parameters. */
  String contentType() {
    return header("content-type").orElse("").replaceFirst(";.*", "").strip().toLowerCase();
  }
}
