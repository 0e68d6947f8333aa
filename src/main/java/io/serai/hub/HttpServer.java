package io.serai.hub;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.main.MainHttpServer;

/** Answers browsers and channels, for the routes that read from {@code platform-http}. */
final class HttpServer {
  // More than a webhook with the largest order, and little enough for anyone to send in vain.
  private static final long LARGEST_BODY = 2 * 1024 * 1024;

  private HttpServer() {}

  /** Adds the server to a context that has not been started. */
  static MainHttpServer addTo(CamelContext context, int port) {
    MainHttpServer server = new MainHttpServer();
    server.setCamelContext(context);
    server.setHost("0.0.0.0");
    server.setPort(port);
    server.setMaxBodySize(LARGEST_BODY);
    server.setFileUploadEnabled(false);
    server.getConfiguration().getBodyHandler().setHandleFileUploads(false);
    try {
      context.addService(server);
    } catch (Exception e) {
      throw new RoutesFault(
          "port " + port + " (hub.httpPort) cannot be opened: " + e.getMessage(), e);
    }
    return server;
  }
}
