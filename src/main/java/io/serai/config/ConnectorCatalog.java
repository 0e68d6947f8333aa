package io.serai.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The connectors that lie in a folder, found without listing them by hand: {@code
 * {channels,suppliers,notifiers}/NAME/connector.yaml}. A connector with faults is in the catalog
 * too, so that an account which names it is not called wrong.
 */
public final class ConnectorCatalog {
  private final Map<ConnectorKind, Map<String, Connector>> connectors;
  private final Map<Connector, List<Fault>> faults;

  private ConnectorCatalog(
      Map<ConnectorKind, Map<String, Connector>> connectors, Map<Connector, List<Fault>> faults) {
    this.connectors = connectors;
    this.faults = faults;
  }

  /** Reads every connector under the folder; one that does not exist holds none. */
  public static ConnectorCatalog scan(Path connectorsFolder) {
    Map<ConnectorKind, Map<String, Connector>> connectors = new EnumMap<>(ConnectorKind.class);
    Map<Connector, List<Fault>> faults = new HashMap<>();
    for (ConnectorKind kind : ConnectorKind.values()) {
      Map<String, Connector> ofKind = new TreeMap<>();
      for (Path folder : folders(connectorsFolder.resolve(kind.folder()))) {
        ConnectorFolder read = new ConnectorFolder(kind, folder);
        Connector connector = read.connector();
        ofKind.put(connector.name(), connector);
        faults.put(connector, List.copyOf(read.faults()));
      }
      connectors.put(kind, ofKind);
    }
    return new ConnectorCatalog(connectors, faults);
  }

  /** The connector of that kind and name. */
  public Optional<Connector> find(ConnectorKind kind, String name) {
    return Optional.ofNullable(connectors.get(kind).get(name));
  }

  /** The names of all connectors of a kind. */
  public Set<String> names(ConnectorKind kind) {
    return Set.copyOf(connectors.get(kind).keySet());
  }

  /** All connectors, by kind and name. */
  public List<Connector> all() {
    return connectors.values().stream().flatMap(ofKind -> ofKind.values().stream()).toList();
  }

  /** What is wrong with the {@code connector.yaml} of one connector. */
  public List<Fault> faults(Connector connector) {
    return faults.getOrDefault(connector, List.of());
  }

  /** What is wrong with any {@code connector.yaml}. */
  public List<Fault> faults() {
    return faults.values().stream().flatMap(List::stream).sorted().toList();
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return (entries
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .sorted()
          .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(parent + ": cannot list the connectors", e);
    }
  }
}
