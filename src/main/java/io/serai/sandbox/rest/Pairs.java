package io.serai.sandbox.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as a query or a form writes them. */
final class Pairs {
  private Pairs() {}

  static Map<String, List<String>> read(String text) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
      String[] parts = pair.split("=", 2);
      pairs
          .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
          .add(parts.length > 1 ? decoded(parts[1]) : "");
    }
    return pairs;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
