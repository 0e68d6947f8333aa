package io.serai.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A real HTTP server that answers as a test says, and keeps what it was asked. */
final class OtherSide implements AutoCloseable {
  /** What it was asked. */
  record Asked(String method, String uri, Map<String, String> headers, String body) {}

  /** What it answers; cut: the connection ends in the middle of it. */
  record Said(int status, Map<String, String> headers, byte[] body, boolean cut) {
    Said(int status, Map<String, String> headers, String body, boolean cut) {
      this(status, headers, body.getBytes(StandardCharsets.UTF_8), cut);
    }
  }

  /** Decides an answer. */
  interface Answering {
    Said answer(Asked asked);
  }

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Answering answering = any -> json("[]");

  OtherSide() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::handle);
    server.start();
  }

  static Said json(String body) {
    return new Said(200, Map.of("Content-Type", "application/json"), body, false);
  }

  static Said status(int status, String body, String... headers) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      named.put(headers[i], headers[i + 1]);
    }
    return new Said(status, named, body, false);
  }

  /** A text packed by gzip, without a word of that in the headers. */
  static Said packed(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Said(200, Map.of(), packed.toByteArray(), false);
  }

  static Said cut(String body) {
    return new Said(200, Map.of("Content-Type", "application/json"), body, true);
  }

  void answers(Answering next) {
    answering = next;
  }

  /** These answers in turn, the last one for ever. */
  void answersInTurn(Said... said) {
    List<Said> left = new ArrayList<>(List.of(said));
    answering =
        any -> {
          synchronized (left) {
            return left.size() > 1 ? left.remove(0) : left.get(0);
          }
        };
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> uris() {
    return asked.stream().map(each -> each.method() + " " + each.uri()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked each =
        new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    asked.add(each);
    Said said = answering.answer(each);
    byte[] bytes = said.body();
    said.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        said.status(), bytes.length == 0 ? -1 : bytes.length + (said.cut() ? 10 : 0));
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
