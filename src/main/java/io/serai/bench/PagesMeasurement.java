package io.serai.bench;

import io.serai.config.Configuration;
import io.serai.database.Database;
import io.serai.hub.Hub;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures how long the pages of the console, and a customer's own, take to be answered with a year
 * of orders in the database, and whether one of them reads a large table from end to end.
 */
public final class PagesMeasurement {
  private static final int LARGE = 10_000;

  private final int orders;
  private final int times;
  private final Path folder;
  private final Path home;
  private final Consumer<String> progress;

  /**
   * A measurement.
   *
   * @param orders how many are in the database, a multiple of 1,000
   * @param times how often each page is looked at and measured, after a fifth as often unmeasured
   * @param folder an empty one, for the database
   * @param home the installation
   * @param progress is told what is being done
   */
  public PagesMeasurement(
      int orders, int times, Path folder, Path home, Consumer<String> progress) {
    this.orders = orders;
    this.times = times;
    this.folder = folder;
    this.home = home;
    this.progress = progress;
  }

  /**
   * How long a page took, from the request to its last byte.
   *
   * @param wholeTables the large tables that a statement of it read from end to end
   */
  public record Measured(
      String page, double medianMs, double p95Ms, double slowestMs, List<String> wholeTables) {}

  /**
   * Runs; takes some minutes for a million orders.
   *
   * @throws IOException when the folder cannot be written, or the hub does not answer
   */
  public List<Measured> run() throws IOException, InterruptedException {
    progress.accept("Starting PostgreSQL and the hub ...");
    int port = freePort();
    try (Hub hub = Hub.start(configuration(port), home)) {
      new YearOfOrders(orders, progress).write(hub.database());
      VisitedPages pages =
          VisitedPages.enter(
              "http://127.0.0.1:" + port,
              hub.firstPassword().orElseThrow(),
              hub.database(),
              orders);
      List<Measured> measured = new ArrayList<>();
      for (String page : pages.names()) {
        progress.accept(page + " ...");
        measured.add(measure(hub.database(), pages, page));
      }
      return measured;
    }
  }

  private Measured measure(Database database, VisitedPages pages, String page)
      throws IOException, InterruptedException {
    for (int i = 0; i < times / 5; i++) {
      pages.visit(page);
    }
    Map<String, Long> before = scans(database);
    List<Double> milliseconds = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      pages.visit(page);
      milliseconds.add((System.nanoTime() - start) / 1e6);
    }
    milliseconds.sort(null);
    Map<String, Long> after = scans(database);
    after.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
    return new Measured(
        page,
        milliseconds.get(times / 2),
        milliseconds.get((times * 95 - 1) / 100),
        milliseconds.get(times - 1),
        List.copyOf(after.keySet()));
  }

  // How often each large table has been read from end to end, by anybody.
  private static Map<String, Long> scans(Database database) {
    return database.inTransaction(
        handle -> {
          handle.execute("select pg_stat_force_next_flush()");
          return new TreeMap<>(
              handle
                  .createQuery(
                      """
                      select s.relname, s.seq_scan from pg_stat_user_tables s
                      join pg_class c on c.oid = s.relid where c.reltuples > :large""")
                  .bind("large", LARGE)
                  .reduceRows(
                      new TreeMap<String, Long>(),
                      (map, row) -> {
                        map.put(
                            row.getColumn("relname", String.class),
                            row.getColumn("seq_scan", Long.class));
                        return map;
                      }));
        });
  }

  // Only the pages: nothing is fetched, planned or sent while they are measured.
  private Configuration configuration(int port) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String route : List.of("00-when-things-fail", "85-customer-page", "88-console")) {
      Files.copy(home.resolve("routes").resolve(route + ".yaml"), routes.resolve(route + ".yaml"));
    }
    StringBuilder yaml =
        new StringBuilder(
            "hub: {dataFolder: data, routesFolder: routes, httpPort: %d}\nchannels:\n"
                .formatted(port));
    for (String channel : List.of("amazon", "ebay", "shop", "walmart")) {
      yaml.append(
          "  %s: {connector: shopify, settings: {url: \"https://shop.example.com\", accessToken: none, locationId: \"1\"}}\n"
              .formatted(channel));
    }
    yaml.append("suppliers:\n");
    for (String supplier : List.of("north", "south", "west")) {
      yaml.append("  %s: {connector: csv-folder, settings: {folder: files}}\n".formatted(supplier));
    }
    Path file = Files.writeString(folder.resolve("serai.yaml"), yaml);
    return Configuration.load(file, home, Map.of());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
