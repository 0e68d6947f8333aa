package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A request that keeps the contract, by a token that may make it.
 *
 * @param path below the API's own, such as {@code /orders/dtc/1001}, as it was sent
 * @param parameters what stands in it for the names of the operation's path
 * @param query what it asks for
 * @param body what was sent, as JSON; a missing node where nothing is sent
 * @param sent the same, byte for byte
 */
public record Call(
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    JsonNode body,
    byte[] sent,
    AccessToken token) {

  /** Who calls, as the audit log and the timeline name it. */
  public String who() {
    return token.who();
  }

  /** A name of the operation's path. */
  public String parameter(String name) {
    return parameters.get(name);
  }

  /** An id of the operation's path, which the contract has proven to be a number. */
  public long id() {
    return Long.parseLong(parameters.get("id"));
  }

  /** What the query says by a name, if it says anything. */
  public Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(text -> !text.isEmpty());
  }

  /** A day of the query. */
  public Optional<LocalDate> day(String name) {
    return asked(name).map(LocalDate::parse);
  }

  /** Whether the query says that something is so. */
  public boolean is(String name) {
    return asked(name).filter("true"::equals).isPresent();
  }

  /** A text of the body; empty where it is left out. */
  public String text(String name) {
    return body.path(name).asText().strip();
  }
}
