package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route that answers whoever asks at an address.
 *
 * @param path at which it answers, such as {@code /order/{token}}
 * @param methods that it takes
 * @param isPrefix whether it answers below the path too
 * @param yaml the route alone
 */
record OpenRoute(String path, List<String> methods, boolean isPrefix, String yaml) {
  private static final String SCHEME = "platform-http:";
  private static final List<String> ALL = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** All of them, out of every file of the folder {@code routes}. */
  static List<OpenRoute> all() {
    List<OpenRoute> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        for (JsonNode entry : YAML.readTree(file.toFile())) {
          read(entry).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Optional<OpenRoute> read(JsonNode entry) throws IOException {
    JsonNode from = entry.path("route").path("from");
    if (!from.path("uri").asText().startsWith(SCHEME)) {
      // One that cannot be told by its file alone would be forgotten here.
      if (entry.has("routeTemplate") && entry.toString().contains("\"" + SCHEME)) {
        throw new AssertionError("a route template reads from " + SCHEME + ": " + entry);
      }
      return Optional.empty();
    }
    JsonNode parameters = from.path("parameters");
    String methods = parameters.path("httpMethodRestrict").asText();
    ArrayNode alone = Json.MAPPER.createArrayNode().add(entry);
    return Optional.of(
        new OpenRoute(
            from.path("uri").asText().substring(SCHEME.length()),
            methods.isEmpty() ? ALL : List.of(methods.split(",")),
            parameters.path("matchOnUriPrefix").asBoolean(),
            YAML.writeValueAsString(alone)));
  }
}
