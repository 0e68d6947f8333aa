package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A merchant's own program that takes messages; it fails as it is told to, and takes the rest. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean dripping;

  private record Reply(int status, Map<String, String> headers) {}

  /** A message that has arrived. */
  record Got(Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    JsonNode json() {
      return Json.read(body);
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  /** The next answers; after them it takes what comes. */
  void answers(int... statuses) {
    for (int status : statuses) {
      replies.add(new Reply(status, Map.of()));
    }
  }

  void answersAfter(int status, String seconds) {
    replies.add(new Reply(status, Map.of("Retry-After", seconds)));
  }

  void answersAt(int status, String location) {
    replies.add(new Reply(status, Map.of("Location", location)));
  }

  /** Answers nobody until it is let go. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void letGo() {
    held.countDown();
  }

  /** Begins to answer, and never ends. */
  void drips() {
    dripping = true;
  }

  List<Got> got() {
    return List.copyOf(got);
  }

  /** All that it has got, once it is so much. */
  List<Got> wait(int messages) {
    await().untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(messages));
    return got();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    got.add(new Got(headers, body));
    try {
      held.await();
    } catch (InterruptedException e) {
      return;
    }
    if (dripping) {
      drip(exchange);
      return;
    }
    Reply reply = replies.isEmpty() ? new Reply(204, Map.of()) : replies.remove();
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), -1);
    exchange.close();
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (!threads.isShutdown()) {
        body.write('.');
        body.flush();
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  @Override
  public void close() {
    held.countDown();
    threads.shutdownNow();
    server.stop(0);
  }
}
