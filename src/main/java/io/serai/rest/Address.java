package io.serai.rest;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The addresses of the API. The parts of a path are told apart before their percent signs are read:
 * a number of an order may have a slash in it, as {@code %2F}.
 */
final class Address {
  /** Below which everything of this version is. */
  static final String BASE = "/api/v1";

  private Address() {}

  /**
   * The parts of a path below the base, the first of which is empty.
   *
   * @throws Problem when it is not well made, or means another folder
   */
  static List<String> parts(String path) {
    if (!path.equals(BASE) && !path.startsWith(BASE + "/")) {
      throw Problem.missing("Everything is below " + BASE + ".");
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.substring(BASE.length()).split("/", -1)) {
      String text = decoded("path", part.replace("+", "%2B"));
      if (text.equals(".") || text.equals("..")) {
        throw Problem.missing("There is nothing at this address.");
      }
      parts.add(text);
    }
    return parts;
  }

  /**
   * What a query says, each name once.
   *
   * @throws Problem when it is not well made
   */
  static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] halves = pair.split("=", 2);
      String name = decoded("query", halves[0]);
      if (name.isEmpty()) {
        continue;
      }
      String value = halves.length > 1 ? decoded(name, halves[1]) : "";
      if (query.put(name, value) != null) {
        throw Problem.parameter(name, "it stands there twice");
      }
    }
    return query;
  }

  /** A path below the base of parts that may be anything. */
  static String of(String... parts) {
    StringBuilder path = new StringBuilder(BASE);
    for (String part : parts) {
      path.append('/').append(encoded(part).replace("+", "%20"));
    }
    return path.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String name, String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf('\0') >= 0) {
        throw Problem.parameter(name, "a text has no character U+0000");
      }
      return decoded;
    } catch (IllegalArgumentException e) {
      throw Problem.parameter(name, "its percent signs are not well made");
    }
  }
}
