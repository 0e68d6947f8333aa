package io.serai.sandbox.supplier;

import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.paper.CsvPaper;
import io.serai.sandbox.paper.EdiPaper;
import io.serai.sandbox.paper.FixedPaper;
import io.serai.sandbox.paper.Paper;
import io.serai.sandbox.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Four suppliers behind servers of FTP, FTPS and SFTP. Each has a user whose home holds {@code
 * orders/}, where purchase orders are put down, and {@code out/}, where the supplier leaves its
 * files. A file that has been read moves to {@code orders/done/}, one that cannot be read to {@code
 * orders/failed/}. Whoever takes a file from {@code out/} moves it to {@code out/done/} or {@code
 * out/failed/}.
 *
 * <p>Fixed-length files are laid out as connectors/suppliers/fixed-ftps has it. X12 and EDIFACT are
 * files of any number of interchanges, {@code *.edi} in both directions. CSV files are named {@code
 * PO-}, {@code CANCEL-}, {@code ACK-}, {@code ASN-} and {@code STOCK-} and a number.
 *
 * <p>All files of CSV have a header row. A purchase order file has po_number, line, sku, quantity,
 * unit_cost, currency, ship_to_name, ship_to_company, address1, address2, city, state, postal_code,
 * country, phone and order_number; one file may hold several purchase orders. An acknowledgment has
 * po_number, line, sku, quantity, status ({@code accepted}, {@code rejected} or {@code
 * backordered}), restock_date and reason, with a cut quantity on two rows. A ship notice has
 * po_number, line, sku, quantity, carrier, tracking_number, shipped_at (an ISO instant) and
 * package. A stock file has sku, quantity (on hand, with what is promised and has not left),
 * unit_cost, lead_days, restock_date and restock_quantity; the first lists every SKU, later ones
 * those that changed, and every four days all again. The ship notice of units is written before the
 * stock file that no longer counts them.
 *
 * <p>A {@code CANCEL-*.csv} in {@code orders/}, with po_number, line, sku, quantity and reason,
 * asks not to ship; what has not left yet is answered by an acknowledgment with the status {@code
 * cancelled}.
 *
 * <p>Every purchase order number is acted on once. Units that an acknowledgment backorders or
 * rejects are not kept: they are to be ordered again under a new number.
 */
public final class SandboxSuppliers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxSuppliers.class);
  private static final long LOOK_EVERY_MS = 50;
  private static final int STOCK_SHARES = 10;

  private final List<Supplier> suppliers = new ArrayList<>();
  private final SupplierServers servers;
  private final Agenda agenda = new Agenda();
  private final Clock clock;
  private final long writeEveryNanos;
  private final Map<String, String> substitutes;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(SandboxSuppliers::thread);
  private long writtenAt;

  /**
   * How the suppliers are set up.
   *
   * @param folder holds a home for each supplier
   * @param unmetShare of order lines, between 0 and 1, that cannot be met at first
   * @param writeEvery real time between two rounds of files
   * @param unruly of purchase orders, between 0 and 1, of which the supplier has a whim
   * @param formats of the files of each supplier
   * @param currency of their costs
   */
  public record Settings(
      long seed,
      Path folder,
      double unmetShare,
      Duration writeEvery,
      double unruly,
      List<Format> formats,
      String currency) {
    /** Suppliers that do as they are asked, and write CSV. */
    public Settings(long seed, Path folder, double unmetShare, Duration writeEvery) {
      this(seed, folder, unmetShare, writeEvery, 0, Format.ALL_CSV, "USD");
    }
  }

  private SandboxSuppliers(Settings settings, Clock clock, World world, List<SoldOrder> orders) {
    this.clock = clock;
    this.writeEveryNanos = settings.writeEvery().toNanos();
    StockScript script = new StockScript(settings.seed(), orders, settings.unmetShare());
    Restocks restocks = new Restocks(script, agenda, clock, world);
    for (SupplierProfile each : SupplierProfile.four(settings.formats(), nearby(orders))) {
      Path home = settings.folder().resolve(each.id());
      suppliers.add(
          new Supplier(
              each,
              home,
              paper(each, settings, script, world),
              script,
              new Whims(script, settings.unruly()),
              restocks,
              agenda,
              clock,
              world));
    }
    this.substitutes = Whims.substitutes(script.skus());
    script.skus().forEach(sku -> stock(sku, script, restocks));
    suppliers.forEach(Supplier::flush);
    this.servers = new SupplierServers(settings.folder(), profiles());
  }

  private Paper paper(
      SupplierProfile supplier, Settings settings, StockScript script, World world) {
    return switch (supplier.format()) {
      case CSV -> new CsvPaper(supplier.id(), supplier.dialect());
      case FIXED -> new FixedPaper(supplier.id());
      case X12, EDIFACT ->
          new EdiPaper(
              supplier.terms(settings.currency(), settings.unruly() > 0),
              world.interchanges(supplier.id()),
              clock,
              script.random(supplier.id() + " writes"));
    };
  }

  /** Starts them; their first stock files are there as soon as this returns. */
  public static SandboxSuppliers start(
      Settings settings, Clock clock, World world, List<SoldOrder> orders) {
    SandboxSuppliers all = new SandboxSuppliers(settings, clock, world, orders);
    all.thread.scheduleWithFixedDelay(
        all::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return all;
  }

  /** Which SKU they send in the place of another, when they do. */
  public Map<String, String> substitutes() {
    return substitutes;
  }

  /** What one has to know to deal with each supplier. */
  public List<SupplierProfile> profiles() {
    return suppliers.stream().map(Supplier::profile).toList();
  }

  /** Where a supplier's server is. */
  public Access access(SupplierProfile supplier) {
    return servers.access(supplier);
  }

  /** Lets nobody log in anywhere until {@link #resume()}. */
  public void pause() {
    servers.pause();
  }

  /** Lets everybody log in again. */
  public void resume() {
    servers.resume();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    servers.close();
  }

  /** A failure in one round must not stop the suppliers for good. */
  private void look() {
    try {
      suppliers.forEach(Supplier::takeOrders);
      agenda.run(clock.instant());
      if (System.nanoTime() - writtenAt >= writeEveryNanos) {
        suppliers.forEach(Supplier::flush);
        writtenAt = System.nanoTime();
      }
    } catch (RuntimeException e) {
      LOG.error("the sandbox suppliers could not finish a round; they go on with the next", e);
    }
  }

  /** Spreads the first stock of a SKU over the suppliers that carry it. */
  private void stock(String sku, StockScript script, Restocks restocks) {
    List<Supplier> carriers = carriers(sku, script);
    int total = script.atFirst(sku);
    int[] shares =
        carriers.stream()
            .mapToInt(
                each -> 1 + script.random(each.profile().id() + "/" + sku).nextInt(STOCK_SHARES))
            .toArray();
    int sum = Arrays.stream(shares).sum();
    int left = total;
    List<Shelf> shelves = new ArrayList<>();
    for (int i = carriers.size() - 1; i >= 0; i--) {
      int units = i == 0 ? left : total * shares[i] / sum;
      left -= units;
      shelves.add(carriers.get(i).carry(sku, units));
    }
    Supplier first = carriers.get(0);
    restocks.follow(sku, shelves, first, shelves.get(shelves.size() - 1));
  }

  /** Who carries the SKU; the first of them ships everywhere. */
  private List<Supplier> carriers(String sku, StockScript script) {
    List<Supplier> carriers =
        suppliers.stream()
            .filter(
                each -> {
                  double chance = script.random(sku + "@" + each.profile().id()).nextDouble();
                  return chance < Temper.of(each.profile().id()).carries();
                })
            .collect(Collectors.toCollection(ArrayList::new));
    if (carriers.isEmpty() || !carriers.get(0).profile().countries().isEmpty()) {
      carriers.add(0, suppliers.get(script.random(sku).nextInt(suppliers.size() - 1)));
    }
    return carriers;
  }

  /** The destinations without the rarest third, so that one supplier does not ship everywhere. */
  private static List<String> nearby(Collection<SoldOrder> orders) {
    Map<String, Long> counts =
        orders.stream()
            .collect(
                Collectors.groupingBy(
                    order -> order.shippingAddress().countryCode(),
                    TreeMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(Math.max(1, counts.size() * 2L / 3))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox-suppliers");
    thread.setDaemon(true);
    return thread;
  }
}
