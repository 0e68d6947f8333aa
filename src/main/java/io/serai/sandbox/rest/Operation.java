package io.serai.sandbox.rest;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that an API does. It may throw {@link RestRefusal}.
 *
 * @param name as the official description names it; faults and rates are by it
 * @param home the official server that its path stands behind; empty for that of the whole API
 * @param open whether it asks for no access token
 */
public record Operation(
    String name,
    String method,
    String template,
    String home,
    boolean open,
    Function<RestRequest, RestReply> answer) {

  /**
   * An operation that asks for an access token.
   *
   * @param template the path, such as {@code /orders/{orderId}}
   */
  public static Operation of(
      String name, String method, String template, Function<RestRequest, RestReply> answer) {
    return new Operation(name, method, template, "", false, answer);
  }

  /** The same, for whoever comes. */
  public Operation withoutToken() {
    return new Operation(name, method, template, home, true, answer);
  }

  /** The same, at another official server: {@code https://api.amazon.com}. */
  public Operation at(String otherHome) {
    return new Operation(name, method, template, otherHome, open, answer);
  }

  Optional<Map<String, String>> match(String rawPath) {
    return new PathTemplate(template).match(rawPath);
  }
}
