package io.serai.console;

import io.serai.access.Session;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asks for.
 *
 * @param path below {@code /console}, such as {@code /orders/17}
 * @param parameters what stands for the names in the screen's path
 * @param query what stands behind the question mark
 * @param form what a form has sent; empty for whoever only looks
 * @param partial whether only a part of the page is wanted, which takes the place of the old one
 */
public record Request(
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    Map<String, String> form,
    Session session,
    boolean partial) {

  /** What the query says by a name, if it says anything. */
  public Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What the form says by a name, if it says anything. */
  public Optional<String> given(String name) {
    return Optional.ofNullable(form.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * A number in the screen's path.
   *
   * @throws Missing when it is none
   */
  public long id(String name) {
    String text = parameters.getOrDefault(name, "");
    if (!text.matches("[0-9]{1,18}")) {
      throw new Missing();
    }
    return Long.parseLong(text);
  }

  /** Who asks. */
  public String who() {
    return session.user().name();
  }

  Request with(Map<String, String> found) {
    return new Request(path, found, query, form, session, partial);
  }

  /** There is no such thing. */
  public static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Nothing by this address. */
    public Missing() {
      super("there is no such page");
    }
  }
}
