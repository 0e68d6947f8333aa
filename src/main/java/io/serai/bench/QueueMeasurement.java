package io.serai.bench;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.database.Database;
import io.serai.database.EmbeddedDatabase;
import io.serai.hub.Workbench;
import io.serai.order.Address;
import io.serai.order.Customer;
import io.serai.order.IncomingOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Measures the restock of a SKU that very many orders wait for: how long until all are released, in
 * what order, and how long an order of another SKU, and one of the same, take to be taken in
 * meanwhile.
 */
public final class QueueMeasurement {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int TOGETHER = 400;
  private static final String AWAITED = "AWAITED";
  private static final String OTHER = "OTHER";

  private final int waiting;
  private final Path folder;
  private final Path connectors;
  private final Consumer<String> progress;
  private int number;

  /**
   * A measurement.
   *
   * @param waiting how many orders wait, of one unit each
   * @param folder an empty one, for the database
   * @param connectors the installation's
   * @param progress is told what is being done
   */
  public QueueMeasurement(int waiting, Path folder, Path connectors, Consumer<String> progress) {
    this.waiting = waiting;
    this.folder = folder;
    this.connectors = connectors;
    this.progress = progress;
  }

  /**
   * How long single orders took to be taken in, in milliseconds.
   *
   * @param median half of them took no longer
   * @param p99 99 of 100 took no longer
   */
  public record Latency(int orders, double median, double p99) {}

  /**
   * What was measured.
   *
   * @param joined orders a second that joined the queue, in batches
   * @param released seconds from the stock file until the last was released
   * @param inOrder whether they were released in the order of the queue
   * @param before orders of another SKU while nothing else was done
   * @param meanwhile orders of another SKU while the queue was served
   * @param sameMeanwhile orders of the SKU itself while its queue was served
   */
  public record Result(
      int waiting,
      double joined,
      double released,
      boolean inOrder,
      Latency before,
      Latency meanwhile,
      Latency sameMeanwhile) {}

  /**
   * Runs; takes a minute or two for 50,000 orders.
   *
   * @throws IOException when the folder cannot be written
   */
  public Result run() throws IOException {
    progress.accept("Starting PostgreSQL ...");
    ConnectorCatalog catalog = ConnectorCatalog.scan(connectors);
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("data"));
        Database database = Database.open(server.url(), "postgres", "", 8)) {
      Workbench hub = new Workbench(configuration(catalog), catalog, database);
      hub.stock("north", "STOCK-1.csv", stock(0));
      progress.accept("%,d orders join the queue ...".formatted(waiting));
      double joining = seconds(() -> join(hub));
      database.useTransaction(handle -> handle.execute("analyze"));
      Instant end = CLOCK.instant().plusSeconds(3);
      Latency before = latency(takeWhile(hub, OTHER, () -> CLOCK.instant().isBefore(end)));
      progress.accept("The restock ...");
      AtomicBoolean serving = new AtomicBoolean(true);
      Watch other = new Watch(hub, OTHER, serving);
      Watch same = new Watch(hub, AWAITED, serving);
      double released = seconds(() -> serve(hub));
      serving.set(false);
      return new Result(
          waiting,
          waiting / joining,
          released,
          inOrder(database),
          before,
          other.latency(),
          same.latency());
    }
  }

  private Configuration configuration(ConnectorCatalog catalog) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("serai.yaml"),
            """
            channels:
              shop:
                connector: shopify
                settings: {url: "https://shop.example.com", accessToken: none, locationId: "1"}
            suppliers:
              north:
                connector: csv-ftp
                settings: {host: ftp.example.com, user: north, password: none}
            notifiers:
              mail:
                connector: email
                settings: {host: smtp.example.com, from: "Shop <shop@example.com>"}
            """);
    return Configuration.load(file, catalog, Map.of());
  }

  private String stock(int units) {
    return "sku,quantity,unit_cost,lead_days,restock_date,restock_quantity\n"
        + AWAITED
        + ","
        + units
        + ",1,1,,\n"
        + OTHER
        + ",1000000,1,1,,\n";
  }

  private void join(Workbench hub) {
    for (int from = 0; from < waiting; from += TOGETHER) {
      List<IncomingOrder> batch = new ArrayList<>();
      for (int i = from; i < Math.min(waiting, from + TOGETHER); i++) {
        batch.add(order(AWAITED));
      }
      hub.take(batch);
    }
  }

  private void serve(Workbench hub) {
    hub.stock("north", "STOCK-2.csv", stock(waiting));
    boolean more = true;
    while (more) {
      more = hub.release();
    }
  }

  private static boolean inOrder(Database database) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select coalesce(bool_and(behind), true) from (
                      select s.id > lag(s.id) over (order by b.promised_at, b.id) as behind
                      from backorder b join shipment s on s.order_id = b.order_id
                      where b.sku = :sku and b.released > 0) as served""")
                .bind("sku", AWAITED)
                .mapTo(Boolean.class)
                .one());
  }

  private List<Double> takeWhile(Workbench hub, String sku, BooleanSupplier running) {
    List<Double> milliseconds = new ArrayList<>();
    while (running.getAsBoolean()) {
      IncomingOrder order = order(sku);
      milliseconds.add(1000 * seconds(() -> hub.take(List.of(order))));
    }
    return milliseconds;
  }

  private static Latency latency(List<Double> milliseconds) {
    if (milliseconds.isEmpty()) {
      return new Latency(0, 0, 0);
    }
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return new Latency(
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)));
  }

  private synchronized IncomingOrder order(String sku) {
    String name = "N" + ++number;
    return new IncomingOrder(
        "shop",
        name,
        name,
        "1",
        CLOCK.instant(),
        "USD",
        false,
        new Customer("Ann", "ann@example.com", "", "en"),
        new Address("Ann", "", "Street 1", "", "Town", "", "12345", "US", ""),
        List.of(new IncomingOrder.Line("1", name, sku, "Thing", 1, BigDecimal.TEN)));
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Takes orders in, one after the other, as long as the queue is being served. */
  private final class Watch {
    private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    Watch(Workbench hub, String sku, AtomicBoolean serving) {
      thread =
          new Thread(() -> milliseconds.addAll(takeWhile(hub, sku, serving::get)), "takes " + sku);
      thread.start();
    }

    Latency latency() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return QueueMeasurement.latency(milliseconds);
    }
  }
}
