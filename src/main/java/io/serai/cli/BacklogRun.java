package io.serai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.serai.cli.demo.DemoConfiguration;
import io.serai.config.Configuration;
import io.serai.hub.Hub;
import io.serai.sandbox.Market;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.SandboxOptions;
import io.serai.sandbox.rest.RestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Orders wait at one channel; a hub with the stock of its suppliers, but without the routes by
 * which anything leaves it, takes them in.
 */
final class BacklogRun {
  /** How many times as fast as the clock the channel's time runs. */
  static final int PACE = 3600;

  private static final long SEED = 1;
  private static final Duration LIMIT = Duration.ofMinutes(30);
  // The hub has to be up, with the stock in it, when the outage ends.
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final List<String> ROUTES =
      List.of(
          "00-when-things-fail",
          "10-orders-poll",
          "20-orders-take-in",
          "50-supplier-files-receive",
          "60-supplier-files-apply");

  private final String channel;
  private final int orders;
  private final Path folder;
  private final Path home;

  /**
   * What was measured.
   *
   * @param seconds from the end of the outage until the last order was taken in, by the clock
   * @param requests that the channel got meanwhile
   * @param overLimit those of them that were over one of its limits
   * @param secondsByRates how long the channel's rates make so many requests take at the least, in
   *     its own time
   */
  record Result(
      String channel,
      int orders,
      double seconds,
      int requests,
      int overLimit,
      double secondsByRates) {}

  BacklogRun(String channel, int orders, Path folder, Path home) {
    this.channel = channel;
    this.orders = orders;
    this.folder = folder;
    this.home = home;
  }

  /** Measures. */
  Result run() throws IOException {
    try (Sandbox sandbox = Sandbox.start(options())) {
      Path file = DemoConfiguration.write(sandbox, folder.resolve("hub"));
      Configuration configuration = Configuration.load(narrowed(file), home, Map.of());
      try (Hub hub = Hub.start(configuration, home)) {
        RestServer server = sandbox.channels().get(channel).server();
        pause(Duration.between(Instant.now(), sandbox.clock().realStart()));
        Instant began = Instant.now();
        Map<String, Integer> before = server.requests();
        await(hub);
        return result(server, before, Duration.between(began, Instant.now()));
      }
    }
  }

  private SandboxOptions options() throws IOException {
    Files.createDirectories(folder);
    return SandboxOptions.of(folder.resolve("outside"), SEED, orders)
        .withClock(Instant.now().truncatedTo(ChronoUnit.SECONDS), PACE)
        .withOrderSpan(Duration.ofMinutes(10))
        .withWarmUp(WARM_UP)
        .withUnmetShare(0)
        .withMarket(market());
  }

  /** The store is always there; without a share it sells nothing. */
  private Market market() {
    return new Market(
        channel.equals(Market.DTC) ? Map.of(channel, 100) : Map.of(Market.DTC, 0, channel, 100),
        Optional.empty());
  }

  /** The configuration of the demo, without what leaves the hub. */
  private Path narrowed(Path file) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode root = (ObjectNode) yaml.readTree(file.toFile());
    ((ObjectNode) root.get("hub")).put("routesFolder", "routes");
    root.get("channels").forEach(each -> ((ObjectNode) each).put("pollSeconds", 0.2));
    Path routes = Files.createDirectories(file.resolveSibling("routes"));
    for (String route : ROUTES) {
      Files.copy(home.resolve("routes/" + route + ".yaml"), routes.resolve(route + ".yaml"));
    }
    yaml.writeValue(file.toFile(), root);
    return file;
  }

  private Result result(RestServer server, Map<String, Integer> before, Duration took) {
    Map<String, Integer> requests = new TreeMap<>(server.requests());
    before.forEach((operation, count) -> requests.merge(operation, -count, Integer::sum));
    return new Result(
        channel,
        orders,
        took.toMillis() / 1000.0,
        sum(requests),
        sum(server.rates().overLimit()),
        server.rates().atLeast(requests).toMillis() / 1000.0);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  private void await(Hub hub) {
    Instant began = Instant.now();
    while (taken(hub) < orders) {
      if (Duration.between(began, Instant.now()).compareTo(LIMIT) > 0) {
        throw new IllegalStateException(
            "only " + taken(hub) + " of " + orders + " orders of " + channel + " were taken in");
      }
      pause(Duration.ofMillis(20));
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(Math.max(0, time.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Orders that are taken in, or stand before a person. */
  private static int taken(Hub hub) {
    return hub.database()
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from document where kind = 'order' and status in ('applied', 'quarantined')")
                    .mapTo(Integer.class)
                    .one());
  }
}
