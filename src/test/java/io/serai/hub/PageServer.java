package io.serai.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The routes of the customer's page and the console, on a port of its own, before the beans of a
 * scene.
 */
final class PageServer implements AutoCloseable {
  private final DefaultCamelContext context = new DefaultCamelContext();

  private PageServer() {}

  /** A scene whose letters and pages have the address. */
  static CustomerCare at(int port) {
    return new CustomerCare(
        List.of("sms"), Optional.of(URI.create("http://127.0.0.1:" + port)), Duration.ofDays(60));
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PageServer start(Scene scene, int port) throws Exception {
    List<Resource> routes = new ArrayList<>();
    for (String file : List.of("85-customer-page.yaml", "88-console.yaml", "89-api.yaml")) {
      routes.add(file(file));
    }
    return start(scene, port, routes);
  }

  /** The same with every route at which somebody may knock. */
  static PageServer startAll(Scene scene, int port) throws Exception {
    List<Resource> routes = new ArrayList<>();
    for (OpenRoute route : OpenRoute.all()) {
      routes.add(ResourceHelper.fromString("route-" + routes.size() + ".yaml", route.yaml()));
    }
    return start(scene, port, routes);
  }

  private static PageServer start(Scene scene, int port, List<Resource> routes) throws Exception {
    PageServer server = new PageServer();
    HttpServer.addTo(server.context, port);
    ((RoutePicture) scene.beans().get("routePicture")).follow(server.context, Path.of("routes"));
    scene.beans().forEach(server.context.getRegistry()::bind);
    PluginHelper.getRoutesLoader(server.context).loadRoutes(file("00-when-things-fail.yaml"));
    for (Resource route : routes) {
      PluginHelper.getRoutesLoader(server.context).loadRoutes(route);
    }
    server.context.start();
    return server;
  }

  private static Resource file(String name) {
    return ResourceHelper.fromBytes(name, read(Path.of("routes", name)));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.stop();
  }
}
