package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.RestKamelets;
import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.config.Settings;
import io.serai.config.TransportKamelets;
import io.serai.hub.files.Transports;
import io.serai.trace.OrderTraces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.SimpleTypeConverter;

/**
 * Loads the routes and the connectors' Kamelets, and makes of each route template that has a
 * parameter {@code channel}, {@code supplier} or {@code notifier} one route for each such account
 * that is enabled.
 */
final class Routes {
  private final Configuration configuration;
  private final ConnectorCatalog connectors;
  private final Path connectorsFolder;
  private final Path folder;

  Routes(
      Configuration configuration,
      ConnectorCatalog connectors,
      Path connectorsFolder,
      Path folder) {
    this.configuration = configuration;
    this.connectors = connectors;
    this.connectorsFolder = connectorsFolder;
    this.folder = folder;
  }

  CamelContext start(Map<String, Object> beans) {
    DefaultCamelContext context = new DefaultCamelContext();
    context.setManagementName("serai");
    context.setSourceLocationEnabled(true);
    context.getShutdownStrategy().setTimeout(25);
    context.getPropertiesComponent().setInitialProperties(properties());
    beans.forEach(context.getRegistry()::bind);
    if (beans.get("routePicture") instanceof RoutePicture picture) {
      picture.follow(context, folder);
    }
    Transports.addTo(
        context,
        configuration,
        (key, text) -> ((AlertDesk) beans.get("alerts")).raise("server-key", key, text));
    if (beans.get("metrics") instanceof MetricsDesk metrics) {
      metrics.watch(context, configuration.hub().metricsToken(), configuration.hub().dataFolder());
    }
    context.getCamelContextExtension().addInterceptStrategy(new LoggedSubjects());
    configuration
        .hub()
        .tracing()
        .ifPresent(
            collector ->
                context
                    .getRegistry()
                    .bind(
                        "traceExport",
                        TraceExport.to(
                            collector,
                            configuration.hub().name(),
                            context,
                            (OrderTraces) beans.get("traces"))));
    convertJson(context.getTypeConverterRegistry());
    try {
      HttpServer.addTo(context, configuration.hub().httpPort());
      connectors.all().stream()
          .flatMap(connector -> connector.kamelets().stream())
          .forEach(file -> load(context, file));
      connectors.all().stream()
          .flatMap(
              connector ->
                  Stream.of(RestKamelets.of(connector), TransportKamelets.of(connector))
                      .flatMap(added -> added.entrySet().stream()))
          .forEach(kamelet -> load(context, kamelet.getKey(), kamelet.getValue()));
      files().forEach(file -> load(context, file));
      AccountRoutes accountRoutes = new AccountRoutes(configuration, context);
      accountRoutes.addAll();
      if (configuration.hub().reloadRoutes()) {
        RouteReload.watch(folder, context, accountRoutes);
      }
      context.start();
      return context;
    } catch (RuntimeException e) {
      context.stop();
      throw e;
    }
  }

  private static void load(CamelContext context, Path file) {
    try {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              ResourceHelper.resolveMandatoryResource(context, "file:" + file.toAbsolutePath()));
    } catch (Exception e) {
      throw new RoutesFault(
          file + ": cannot be loaded: " + e.getMessage() + ". ./serai check names the line.", e);
    }
  }

  private static void load(CamelContext context, String kamelet, String text) {
    try {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(ResourceHelper.fromString(kamelet + ".kamelet.yaml", text));
    } catch (Exception e) {
      throw new RoutesFault(kamelet + ": cannot be loaded: " + e.getMessage(), e);
    }
  }

  private List<Path> files() {
    try (Stream<Path> listed = Files.list(folder)) {
      return new ArrayList<>(
          listed.filter(file -> file.toString().endsWith(".yaml")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the routes in " + folder, e);
    }
  }

  /**
   * What routes and Kamelets find as {@code {{name}}}; an account's settings reach only its own
   * Kamelets.
   */
  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty(
        "hub.sweepMillis", Long.toString(configuration.hub().sweep().toMillis()));
    properties.setProperty(
        "privacy.keepDays", Long.toString(configuration.privacy().kept().toDays()));
    properties.setProperty("connectors.folder", connectorsFolder.toAbsolutePath().toString());
    configuration
        .channels()
        .values()
        .forEach(
            channel ->
                account(
                    properties, channel.connector(), channel.id(), channel.settings(), Map.of()));
    configuration
        .suppliers()
        .values()
        .forEach(
            supplier ->
                account(
                    properties,
                    supplier.connector(),
                    supplier.id(),
                    supplier.settings(),
                    Transports.properties(supplier)));
    configuration
        .notifiers()
        .values()
        .forEach(
            notifier ->
                account(
                    properties,
                    notifier.connector(),
                    notifier.id(),
                    notifier.settings(),
                    Map.of()));
    return properties;
  }

  private void account(
      Properties properties,
      String connector,
      String account,
      Settings settings,
      Map<String, String> ofTheHub) {
    connectors.all().stream()
        .filter(known -> known.name().equals(connector))
        .flatMap(known -> RestKamelets.of(known).keySet().stream())
        .forEach(
            kamelet ->
                properties.setProperty(
                    "camel.kamelet." + kamelet + "." + kamelet + "-" + account + ".account",
                    account));
    connectors.all().stream()
        .filter(known -> known.name().equals(connector))
        .flatMap(
            known ->
                Stream.concat(
                    known.kamelets().stream()
                        .map(file -> file.getFileName().toString().replace(".kamelet.yaml", "")),
                    TransportKamelets.of(known).keySet().stream()))
        .forEach(
            kamelet -> {
              String prefix = "camel.kamelet." + kamelet + "." + kamelet + "-" + account + ".";
              properties.setProperty(prefix + "account", account);
              ofTheHub.forEach((name, value) -> properties.setProperty(prefix + name, value));
              settings
                  .asMap()
                  .forEach((name, value) -> properties.setProperty(prefix + name, value));
            });
  }

  private static void convertJson(TypeConverterRegistry registry) {
    registry.addTypeConverter(
        String.class,
        JsonNode.class,
        new SimpleTypeConverter(false, (type, exchange, value) -> value.toString()));
    registry.addTypeConverter(
        byte[].class,
        JsonNode.class,
        new SimpleTypeConverter(
            false, (type, exchange, value) -> value.toString().getBytes(StandardCharsets.UTF_8)));
    registry.addTypeConverter(
        InputStream.class,
        JsonNode.class,
        new SimpleTypeConverter(
            false,
            (type, exchange, value) ->
                new ByteArrayInputStream(value.toString().getBytes(StandardCharsets.UTF_8))));
  }
}
