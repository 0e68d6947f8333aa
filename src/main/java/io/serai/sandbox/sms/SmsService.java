package io.serai.sandbox.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.serai.sandbox.world.ReceivedText;
import io.serai.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMS service on loopback, of the shape of Twilio's Messages API: {@code POST} and {@code GET
 * /2010-04-01/Accounts/{sid}/Messages.json} with basic authentication. It records what it takes and
 * sends nothing. The number +15005550001 is invalid, as it is to Twilio's test accounts.
 */
public final class SmsService implements AutoCloseable {
  /** Whose account it is. */
  public static final String ACCOUNT = "AC00000000000000000000000000000000";

  /** The account's secret. */
  public static final String TOKEN = "sandbox-sms-token";

  private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
  private static final String INVALID = "+15005550001";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final World world;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4, SmsService::thread);
  private final AtomicInteger failing = new AtomicInteger();
  private final AtomicInteger dropping = new AtomicInteger();

  private SmsService(World world, HttpServer server) {
    this.world = world;
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts the service; it answers as soon as this returns. */
  public static SmsService start(World world) {
    try {
      return new SmsService(world, HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a loopback port for the SMS service", e);
    }
  }

  /** Where it answers, without the path. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers the next requests with HTTP 503, and does nothing. */
  public void failNext(int requests) {
    failing.set(requests);
  }

  /** Takes the next messages, and breaks the connection without an answer. */
  public void dropNext(int messages) {
    dropping.set(messages);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        answer(exchange, 503, error(20503, "Service unavailable"));
      } else if (!isOurs(exchange)) {
        answer(exchange, 401, error(20003, "Authenticate"));
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        answer(exchange, 404, error(20404, "The requested resource was not found"));
      } else if (exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 200, list(fields(exchange.getRequestURI().getRawQuery())));
      } else {
        take(exchange, fields(body));
      }
    } finally {
      exchange.close();
    }
  }

  private void take(HttpExchange exchange, Map<String, String> form) throws IOException {
    ReceivedText text =
        new ReceivedText(
            form.getOrDefault("To", ""),
            form.getOrDefault("From", ""),
            form.getOrDefault("Body", ""));
    if (!text.to().matches("\\+[1-9][0-9]{6,14}") || text.to().equals(INVALID)) {
      answer(exchange, 400, error(21211, "Invalid 'To' Phone Number: " + text.to()));
    } else if (text.body().isEmpty()) {
      answer(exchange, 400, error(21602, "Message body is required."));
    } else {
      world.textArrived(text);
      if (dropping.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
        answer(exchange, 201, message(text));
      }
    }
  }

  private Map<String, Object> list(Map<String, String> query) {
    List<Map<String, Object>> messages =
        world.texts().stream()
            .filter(text -> text.to().equals(query.getOrDefault("To", text.to())))
            .map(SmsService::message)
            .toList();
    return Map.of("messages", messages, "page", 0, "page_size", 100);
  }

  private static Map<String, Object> message(ReceivedText text) {
    return Map.of(
        "to",
        text.to(),
        "from",
        text.from(),
        "body",
        text.body(),
        "status",
        "queued",
        "account_sid",
        ACCOUNT);
  }

  private static Map<String, Object> error(int code, String message) {
    return Map.of(
        "code",
        code,
        "message",
        message,
        "more_info",
        "https://www.twilio.com/docs/errors/" + code);
  }

  private static boolean isOurs(HttpExchange exchange) {
    String login = ACCOUNT + ":" + TOKEN;
    String wanted =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form == null ? new String[0] : form.split("&")) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        fields.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes;
    try {
      bytes = JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox-sms");
    thread.setDaemon(true);
    return thread;
  }
}
