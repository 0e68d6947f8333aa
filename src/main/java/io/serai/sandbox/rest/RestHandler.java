package io.serai.sandbox.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.serai.sandbox.contract.OfficialRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens to one request, from its first byte to its last, or to where it is cut. */
final class RestHandler implements HttpHandler {
  private static final Duration FAULTY_WAIT = Duration.ofSeconds(1);

  private final RestServer server;
  private final List<Operation> operations;
  private final CountDownLatch closing = new CountDownLatch(1);

  RestHandler(RestServer server, List<Operation> operations) {
    this.server = server;
    this.operations = operations;
  }

  void endSilence() {
    closing.countDown();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Operation> operation =
          operations.stream().filter(each -> isOf(each, exchange)).findFirst();
      if (operation.isPresent()) {
        request(exchange, operation.get(), body);
      } else {
        check(request(exchange, "", Map.of(), body), server.settings().home());
        write(exchange, unknown(exchange));
      }
    } finally {
      exchange.close();
    }
  }

  private static boolean isOf(Operation operation, HttpExchange exchange) {
    return operation.method().equals(exchange.getRequestMethod())
        && operation.match(exchange.getRequestURI().getRawPath()).isPresent();
  }

  private RestReply unknown(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    boolean isPath = operations.stream().anyMatch(each -> each.match(path).isPresent());
    return server
        .settings()
        .complaints()
        .of(
            isPath ? Complaint.NO_SUCH_METHOD : Complaint.NOT_FOUND,
            exchange.getRequestMethod() + " " + path + " is not served here");
  }

  private void request(HttpExchange exchange, Operation operation, byte[] body) throws IOException {
    Map<String, String> path = operation.match(exchange.getRequestURI().getRawPath()).orElseThrow();
    RestRequest request = request(exchange, operation.name(), path, body);
    server.count(operation.name());
    check(request, operation.home().isEmpty() ? server.settings().home() : operation.home());
    Optional<Fault> fault = server.faults().take(server.settings().label().apply(request));
    if (fault.isPresent()) {
      fail(exchange, fault.get(), operation, request);
    } else {
      write(exchange, carryOut(operation, request));
    }
  }

  private RestRequest request(
      HttpExchange exchange, String operation, Map<String, String> path, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    URI uri = exchange.getRequestURI();
    return new RestRequest(
        operation,
        exchange.getRequestMethod(),
        server.url(),
        uri,
        path,
        Pairs.read(uri.getRawQuery()),
        headers,
        body);
  }

  private void check(RestRequest request, String home) {
    server
        .official()
        .check(
            new OfficialRequest(
                request.operation(),
                request.method(),
                URI.create(home + request.uri()),
                request.headers(),
                request.body()));
  }

  private void fail(HttpExchange exchange, Fault fault, Operation operation, RestRequest request)
      throws IOException {
    switch (fault) {
      case NOT_JSON ->
          write(
              exchange,
              RestReply.text(
                  200,
                  "text/html; charset=utf-8",
                  "<!DOCTYPE html><title>Be right back</title><h1>Maintenance</h1>"));
      case SERVER_ERROR -> write(exchange, complaint(Complaint.SERVER_ERROR));
      case TOO_MANY_WITH_WAIT ->
          write(
              exchange,
              server.settings().complaints().withWait(complaint(Complaint.TOO_MANY), FAULTY_WAIT));
      case TOO_MANY_WITHOUT_WAIT -> write(exchange, complaint(Complaint.TOO_MANY));
      case ERROR_INSIDE -> write(exchange, server.settings().complaints().inside());
      case TOKEN_REFUSED -> write(exchange, complaint(Complaint.TOKEN_REFUSED));
      case PAGE_EXPIRED -> write(exchange, complaint(Complaint.PAGE_EXPIRED));
      case HALF_BODY -> writeHalf(exchange, carryOut(operation, request));
      case DROP_AFTER_ACTING -> carryOut(operation, request);
      case DROP_BEFORE_ACTING -> {}
      case NO_ANSWER -> {
        carryOut(operation, request);
        keepSilent();
      }
    }
  }

  private RestReply complaint(Complaint complaint) {
    return server.settings().complaints().of(complaint, "the sandbox was told to");
  }

  private RestReply carryOut(Operation operation, RestRequest request) {
    RestServer.Settings settings = server.settings();
    if (!operation.open() && !settings.admits().test(request)) {
      return settings.complaints().of(Complaint.TOKEN_REFUSED, "the access token is not good");
    }
    Optional<Duration> over = settings.rates().take(operation.name());
    if (over.isPresent()) {
      RestReply tooMany =
          settings.complaints().of(Complaint.TOO_MANY, operation.name() + " is over its rate");
      return settings.complaints().withWait(tooMany, over.get());
    }
    try {
      return operation.answer().apply(request);
    } catch (RestRefusal refusal) {
      return refusal.reply();
    }
  }

  private void keepSilent() {
    try {
      closing.await(server.faults().silence().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(HttpExchange exchange, RestReply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
  }

  private static void writeHalf(HttpExchange exchange, RestReply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), Math.max(2, reply.body().length));
    exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
    exchange.getResponseBody().flush();
  }
}
