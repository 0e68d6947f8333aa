package io.serai.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Kamelets that a supplier's connector need not write: those of the transport that it names,
 * under the names that the routes call. One of the same name in its folder takes the place of its.
 */
public final class TransportKamelets {
  private static final List<String> ENDS = List.of("-files-source", "-send-sink");

  private TransportKamelets() {}

  /** The Kamelets that the hub adds for a connector, their YAML by their names. */
  public static Map<String, String> of(Connector connector) {
    Map<String, String> added = new LinkedHashMap<>();
    String transport = connector.declared().path("transport").asText();
    if (connector.kind() != ConnectorKind.SUPPLIER || transport.isEmpty()) {
      return added;
    }
    Set<String> own =
        connector.kamelets().stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    for (String end : ENDS) {
      String name = connector.name() + end;
      if (!own.contains(name + ".kamelet.yaml")) {
        added.put(name, read(transport + end).replace("name: " + transport + end, "name: " + name));
      }
    }
    return added;
  }

  private static String read(String name) {
    String resource = "/kamelets/" + name + ".kamelet.yaml";
    try (InputStream in = TransportKamelets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no transport "
                + name.replaceFirst("-.*", "")
                + "; ./serai check names the line");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": cannot be read", e);
    }
  }
}
