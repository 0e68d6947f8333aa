package io.serai.check;

import io.serai.api.RestKamelets;
import io.serai.config.ConfigurationFile;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.TransportKamelets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks an installation without starting it: the configuration, the merchant's mail templates,
 * every route, every connector with its Kamelets, mappings and fixtures. Nothing outside is asked
 * and nothing is written.
 */
public final class Check {
  private final HubParts hub;
  private final ConfigurationFile configuration;
  private final Path routes;
  private final Path connectors;
  private final ConnectorCatalog catalog;

  /**
   * @param hub what the hub gives to its routes
   * @param configuration says where routes and connectors lie, if not in the installation
   * @param installation the folder with {@code routes/} and {@code connectors/}
   */
  public Check(HubParts hub, ConfigurationFile configuration, Path installation) {
    this.hub = hub;
    this.configuration = configuration;
    this.routes = configuration.routesFolder(installation);
    this.connectors = configuration.connectorsFolder(installation);
    this.catalog = ConnectorCatalog.scan(connectors);
  }

  /** The connectors that can be checked alone. */
  public ConnectorCatalog catalog() {
    return catalog;
  }

  /** Checks everything. */
  public Report everything() {
    List<Fault> faults = new ArrayList<>(configuration.faults(catalog));
    if (faults.isEmpty()) {
      faults.addAll(RulesCheck.faults(configuration));
      faults.addAll(LayoutsCheck.faults(configuration, catalog));
    }
    faults.addAll(TemplatesCheck.faults(configuration.templatesFolder()));
    RouteFiles files = new RouteFiles(hub, connectors);
    Map<Path, LocatedYaml> kamelets = kamelets(files);
    for (Path file : yamlFiles(routes)) {
      faults.addAll(files.route(LocatedYaml.read(file)));
    }
    int fixtures = connectors(catalog.all(), files, kamelets, faults);
    faults.addAll(files.together());
    return report(faults, files.routes(), catalog.all().size(), fixtures, accounts());
  }

  /** Checks some connectors alone: what they declare, their Kamelets, mappings and fixtures. */
  public Report connectors(List<Connector> chosen) {
    List<Fault> faults = new ArrayList<>();
    RouteFiles files = new RouteFiles(hub, connectors);
    int fixtures = connectors(chosen, files, kamelets(files), faults);
    return report(faults, 0, chosen.size(), fixtures, 0);
  }

  private int connectors(
      List<Connector> chosen,
      RouteFiles files,
      Map<Path, LocatedYaml> kamelets,
      List<Fault> faults) {
    int fixtures = 0;
    for (Connector connector : chosen) {
      List<Fault> declared = new ArrayList<>(catalog.faults(connector));
      if (declared.isEmpty()) {
        declared.addAll(new ApiCheck(connector).faults());
        declared.addAll(new WebhookCheck(connector).faults());
        declared.addAll(LayoutsCheck.faults(connector));
      }
      faults.addAll(declared);
      connector.kamelets().forEach(file -> faults.addAll(files.kamelet(file, kamelets.get(file))));
      Fixtures own = new Fixtures(connector, declared.isEmpty());
      faults.addAll(own.run());
      fixtures += own.count();
    }
    return fixtures;
  }

  private Map<Path, LocatedYaml> kamelets(RouteFiles files) {
    Map<Path, LocatedYaml> kamelets = new LinkedHashMap<>();
    for (Connector connector : catalog.all()) {
      connector.kamelets().forEach(file -> kamelets.put(file, LocatedYaml.read(file)));
    }
    kamelets.forEach(files::known);
    for (Connector connector : catalog.all()) {
      RestKamelets.of(connector).forEach(files::ofHub);
      if (catalog.faults(connector).isEmpty()) {
        TransportKamelets.of(connector).forEach(files::ofHub);
      }
    }
    return kamelets;
  }

  private int accounts() {
    return Stream.of(ConnectorKind.values())
        .mapToInt(kind -> configuration.accounts(kind).size())
        .sum();
  }

  private static Report report(
      List<Fault> faults, int routes, int connectors, int fixtures, int accounts) {
    List<Fault> sorted = faults.stream().distinct().sorted().toList();
    return new Report(sorted, routes, connectors, fixtures, accounts);
  }

  private static List<Path> yamlFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot list the routes", e);
    }
  }
}
