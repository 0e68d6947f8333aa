package io.serai.sandbox.rest;

import com.sun.net.httpserver.HttpServer;
import io.serai.sandbox.contract.OfficialRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An API on a loopback port of its own. Each request is compared with the official description,
 * fails if a fault is planned for it, is refused without a good token or over its rate, and is
 * carried out otherwise.
 */
public final class RestServer implements AutoCloseable {
  static {
    // Without it every answer on a kept connection waits 40 ms for a delayed acknowledgment.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Settings settings;
  private final Faults faults = new Faults();
  private final Map<String, Integer> requests = new TreeMap<>();
  private final HttpServer server;
  private final ExecutorService threads;
  private final RestHandler handler;

  private RestServer(Settings settings, List<Operation> operations) {
    this.settings = settings;
    this.threads = Executors.newCachedThreadPool(work -> thread(settings.name(), work));
    this.server = bind(settings.name());
    this.handler = new RestHandler(this, List.copyOf(operations));
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
  }

  /**
   * What an API is like.
   *
   * @param name of the sandbox
   * @param home the official server: {@code https://marketplace.walmartapis.com}
   * @param complaints how it refuses
   * @param admits whether a request bears a good token; not asked of open operations
   * @param official what requests are compared with
   * @param label what a planned fault looks for its text in
   */
  public record Settings(
      String name,
      String home,
      Complaints complaints,
      Predicate<RestRequest> admits,
      Rates rates,
      OfficialRequests official,
      Function<RestRequest, String> label) {

    /** The usual API, whose faults are planned by operation, method and address. */
    public Settings(
        String name,
        String home,
        Complaints complaints,
        Predicate<RestRequest> admits,
        Rates rates,
        OfficialRequests official) {
      this(name, home, complaints, admits, rates, official, RestRequest::described);
    }
  }

  /** Opens the server; it answers as soon as this returns. */
  public static RestServer open(Settings settings, List<Operation> operations) {
    return new RestServer(settings, operations);
  }

  /** Where it answers, without a path: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The faults that it is to make. */
  public Faults faults() {
    return faults;
  }

  /** Its rate limits, and how many requests were over them. */
  public Rates rates() {
    return settings.rates();
  }

  /** What came of comparing the requests with the official description. */
  public OfficialRequests official() {
    return settings.official();
  }

  /** How many requests have come, by operation. */
  public Map<String, Integer> requests() {
    synchronized (requests) {
      return Map.copyOf(requests);
    }
  }

  @Override
  public void close() {
    handler.endSilence();
    server.stop(0);
    threads.shutdownNow();
  }

  Settings settings() {
    return settings;
  }

  void count(String operation) {
    synchronized (requests) {
      requests.merge(operation, 1, Integer::sum);
    }
  }

  private static HttpServer bind(String name) {
    try {
      return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a loopback port for the sandbox " + name, e);
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, "sandbox-" + name);
    thread.setDaemon(true);
    return thread;
  }
}
