package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An endpoint as a route names it, the address and the block of parameters taken together.
 *
 * @param part the step that names it
 * @param scheme what stands before the first colon
 * @param path what stands between the scheme and the options
 * @param options the options by name, with the text of each
 * @param places where each option stands
 */
record Endpoint(
    RoutePart part,
    String scheme,
    String path,
    Map<String, String> options,
    Map<String, JsonPointer> places) {
  /** What is filled in when the hub runs; it may hold any character. */
  static final String FILLED_IN = "\u0001";

  private static final Pattern RUNTIME = Pattern.compile("\\{\\{[^}]*}}|\\$\\{[^}]*}");
  private static final Pattern AMPERSAND = Pattern.compile("&(?![^(]*\\))");

  /** The endpoint that a text names, with the parameters that stand beside it. */
  static Endpoint of(RoutePart part, JsonPointer at, String uri, JsonNode parameters) {
    String text = RUNTIME.matcher(uri).replaceAll(FILLED_IN);
    int query = text.indexOf('?');
    String address = query < 0 ? text : text.substring(0, query);
    int colon = address.indexOf(':');
    Map<String, String> options = new LinkedHashMap<>();
    Map<String, JsonPointer> places = new LinkedHashMap<>();
    for (String pair : AMPERSAND.split(query < 0 ? "" : text.substring(query + 1))) {
      if (!pair.isBlank()) {
        String name = pair.split("=", 2)[0].strip();
        options.put(name, pair.contains("=") ? pair.split("=", 2)[1] : "");
        places.put(name, at);
      }
    }
    JsonPointer block = part.at().appendProperty("parameters");
    parameters
        .properties()
        .forEach(
            entry -> {
              options.put(
                  entry.getKey(), RUNTIME.matcher(entry.getValue().asText()).replaceAll(FILLED_IN));
              places.put(entry.getKey(), block.appendProperty(entry.getKey()));
            });
    String path = colon < 0 ? "" : address.substring(colon + 1);
    String scheme = colon < 0 ? address : address.substring(0, colon);
    return new Endpoint(part, scheme, path.replaceFirst("^//", ""), options, places);
  }

  /** Whether the route reads from here; otherwise it sends here. */
  boolean isConsumed() {
    return part.model().contains("From");
  }

  /** Where the address stands. */
  JsonPointer place() {
    return part.place("uri");
  }

  /** Whether the text is known only when the hub runs. */
  static boolean isFilledIn(String text) {
    return text.contains(FILLED_IN);
  }
}
