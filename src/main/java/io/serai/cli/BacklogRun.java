package io.serai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.management.OperatingSystemMXBean;
import io.serai.cli.demo.DemoConfiguration;
import io.serai.config.Configuration;
import io.serai.hub.Hub;
import io.serai.sandbox.Market;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.SandboxOptions;
import io.serai.sandbox.rest.RestServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
  /**
   * How many times as fast as the clock the channel's time runs: as fast as a page token of Amazon,
   * which lasts a day, outlives the run.
   */
  static final int PACE = 600;

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

  private static final String COME = "select count(*) from document where kind = 'order'";
  private static final String TAKEN = COME + " and status in ('applied', 'quarantined')";

  private final String channel;
  private final int orders;
  private final Path folder;
  private final Path home;

  /**
   * What was measured.
   *
   * @param comeSeconds from the end of the outage until the last order has come, by the clock
   * @param seconds the same until the last is taken in
   * @param workSeconds what hub and channel have worked meanwhile, on all processors together
   * @param requests that it took until the last order had come
   * @param overLimit those of them that were over one of its limits
   * @param secondsByRates how long the channel's rates make so many requests take at the least, in
   *     its own time
   */
  record Result(
      String channel,
      int orders,
      double comeSeconds,
      double seconds,
      double workSeconds,
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
        long worked = cpuNanos();
        await(hub, COME);
        Duration came = Duration.between(began, Instant.now());
        Map<String, Integer> requests = since(before, server.requests());
        await(hub, TAKEN);
        return new Result(
            channel,
            orders,
            came.toMillis() / 1000.0,
            Duration.between(began, Instant.now()).toMillis() / 1000.0,
            (cpuNanos() - worked) / 1e9,
            requests.values().stream().mapToInt(n -> n).sum(),
            server.rates().overLimit().values().stream().mapToInt(n -> n).sum(),
            server.rates().atLeast(requests).toMillis() / 1000.0);
      }
    }
  }

  private SandboxOptions options() throws IOException {
    Files.createDirectories(folder);
    return SandboxOptions.of(folder.resolve("outside"), SEED, orders)
        .withClock(Instant.now().truncatedTo(ChronoUnit.SECONDS), PACE)
        .withOrderSpan(Duration.ofMinutes(1))
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

  private static Map<String, Integer> since(Map<String, Integer> before, Map<String, Integer> now) {
    Map<String, Integer> requests = new TreeMap<>(now);
    before.forEach((operation, count) -> requests.merge(operation, -count, Integer::sum));
    return requests;
  }

  private void await(Hub hub, String query) {
    Instant began = Instant.now();
    while (count(hub, query) < orders) {
      if (Duration.between(began, Instant.now()).compareTo(LIMIT) > 0) {
        throw new IllegalStateException(
            "only " + count(hub, query) + " of " + orders + " orders of " + channel + " came");
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

  private static int count(Hub hub, String of) {
    return hub.database()
        .inTransaction(handle -> handle.createQuery(of).mapTo(Integer.class).one());
  }

  /** Of this process, in which the channel runs beside the hub; the database has its own. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
