package io.serai.api;

import io.serai.config.Connector;
import io.serai.config.ConnectorKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Kamelets that a channel's connector need not write: each operation for which its folder has
 * no Kamelet of its own is done as {@code api} declares, under the name that the routes call.
 */
public final class RestKamelets {
  private RestKamelets() {}

  /** The Kamelets that the hub adds for a connector, their YAML by their names. */
  public static Map<String, String> of(Connector connector) {
    Map<String, String> added = new LinkedHashMap<>();
    if (connector.kind() != ConnectorKind.CHANNEL) {
      return added;
    }
    Set<String> own =
        connector.kamelets().stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    for (Operation operation : Operation.values()) {
      String action = "-" + operation.word() + "-action";
      String name = connector.name() + action;
      if (!own.contains(name + ".kamelet.yaml")) {
        added.put(name, read("rest" + action).replace("rest" + action, name));
      }
    }
    return added;
  }

  private static String read(String name) {
    String resource = "/kamelets/" + name + ".kamelet.yaml";
    try (InputStream in = RestKamelets.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": cannot be read", e);
    }
  }
}
