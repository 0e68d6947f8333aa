package io.serai.hub;

import static org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter.getRouterNameFromPort;

import io.serai.rest.Reply;
import io.serai.rest.RestApi;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

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
    tellTooLarge(context, port);
    return server;
  }

  // Nothing reads a body that is larger: the server itself refuses it, and tells programs how.
  private static void tellTooLarge(CamelContext context, int port) {
    try {
      context.addStartupListener(
          (started, before) ->
              VertxPlatformHttpRouter.lookup(context, getRouterNameFromPort(port))
                  .errorHandler(413, HttpServer::tellTooLarge));
    } catch (Exception e) {
      throw new IllegalStateException("the server's answers cannot be set", e);
    }
  }

  private static void tellTooLarge(RoutingContext request) {
    Reply reply = RestApi.tooLarge((int) LARGEST_BODY).reply();
    request
        .response()
        .setStatusCode(reply.status())
        .putHeader("Content-Type", reply.type())
        .putHeader("Connection", "close")
        .end(reply.body().toString());
  }
}
