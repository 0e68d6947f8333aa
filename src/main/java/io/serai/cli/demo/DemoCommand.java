package io.serai.cli.demo;

import io.serai.cli.FirstLogin;
import io.serai.config.Configuration;
import io.serai.hub.Hub;
import io.serai.sandbox.Market;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.SandboxOptions;
import io.serai.sandbox.order.OrderSource;
import io.serai.sandbox.store.ThrottleBucket;
import io.serai.sandbox.world.InterchangeFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serai demo}: the whole story on embedded parts, with days that pass in seconds. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Sells orders on four sandbox channels, lets scripted suppliers ship them, and runs the hub in between. "
            + "A simulated day takes a few seconds.")
public final class DemoCommand implements Callable<Integer> {
  private static final Duration DAY = Duration.ofMillis(2400);
  // A month of real orders is more work than the usual few hundred: its days are longer.
  private static final Duration DAY_OF_FILE = Duration.ofMillis(2900);
  private static final Duration LAST_ACKNOWLEDGMENTS = Duration.ofSeconds(20);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  // Real stores restore their query budget by real time; here a day of it passes in seconds.
  private static final ThrottleBucket BUCKET = new ThrottleBucket(200_000, 100_000, 1_000);

  // Of four order lines one cannot be met at first, so that there is something to wait for.
  private static final double UNMET_SHARE = 0.25;
  private static final double UNRULY = 0.03;

  private final Path home;

  @Spec private CommandSpec spec;

  @Option(
      names = "--orders",
      paramLabel = "N",
      description = "How many orders the channels sell (default: ${DEFAULT-VALUE}).",
      defaultValue = "300")
  private int orders;

  @Option(
      names = "--orders-file",
      paramLabel = "FILE",
      description =
          "Sells the invoices of a CSV file instead, with columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country.")
  private Path ordersFile;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What chance the suppliers and customers run by (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--contracts",
      paramLabel = "FOLDER",
      description =
          "Compares every request with the channels' official descriptions, which lie in the folders amazon, ebay, shopify and walmart of this one. Without it the summary says that none was compared.")
  private Path contracts;

  @Option(
      names = "--exit",
      description =
          "Ends when every order has reached its end; exit code 0 only if the balance holds.")
  private boolean exit;

  @Option(names = "--keep", description = "Leaves the data folder, and says where it is.")
  private boolean keep;

  /**
   * The demo.
   *
   * @param home the installation
   */
  public DemoCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (ordersFile != null && !Files.isReadable(ordersFile)) {
      throw new ParameterException(
          spec.commandLine(), ordersFile + ": cannot be read; give a CSV file of invoices");
    }
    if (contracts != null && !Files.isDirectory(contracts)) {
      throw new ParameterException(
          spec.commandLine(), contracts + ": no folder; give the one of the official descriptions");
    }
    Path folder = Files.createTempDirectory("serai-demo");
    try (Sandbox sandbox = Sandbox.start(options(folder))) {
      Configuration configuration =
          Configuration.load(
              DemoConfiguration.write(sandbox, folder.resolve("hub")), home, System.getenv());
      try (Hub hub = Hub.start(configuration, home)) {
        Thread interrupted = new Thread(() -> leave(hub, sandbox, folder), "stop");
        Runtime.getRuntime().addShutdownHook(interrupted);
        FirstLogin.tell(spec.commandLine().getOut(), hub, configuration);
        int code = watch(sandbox, hub);
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return code;
      }
    } finally {
      leave(folder);
    }
  }

  private void leave(Hub hub, Sandbox sandbox, Path folder) {
    hub.close();
    sandbox.close();
    leave(folder);
  }

  private SandboxOptions options(Path folder) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS);
    double rate =
        (double) Duration.ofDays(1).toMillis()
            / (ordersFile == null ? DAY : DAY_OF_FILE).toMillis();
    OrderSource source =
        ordersFile == null
            ? OrderSource.synthetic(seed, orders)
            : OrderSource.invoices(ordersFile, seed);
    return SandboxOptions.of(folder.resolve("outside"), seed, orders)
        .withOrders(source)
        .withClock(start, rate)
        .withOrderSpan(Duration.ofDays(ordersFile == null ? 3 : 8))
        .withWarmUp(Duration.ofSeconds(4))
        .withUnmetShare(UNMET_SHARE)
        .withUnruly(UNRULY)
        .withMarket(Market.all(Optional.ofNullable(contracts)))
        .withBucket(BUCKET);
  }

  private int watch(Sandbox sandbox, Hub hub) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Instant began = Instant.now();
    boolean atRest = false;
    try (ProgressBar bar = bar(sandbox.orders().size())) {
      while (!atRest && Duration.between(began, Instant.now()).compareTo(LIMIT) < 0) {
        Thread.sleep(500);
        DemoState state = hub.database().inTransaction(DemoState::read);
        bar.stepTo(state.settled());
        bar.setExtraMessage(
            " "
                + ChronoUnit.DAYS.between(sandbox.clock().start(), sandbox.clock().instant())
                + " days passed");
        atRest = isAtRest(sandbox, state);
      }
      awaitAcknowledgments(sandbox, hub);
    }
    if (!atRest) {
      out.println("Not every order has reached its end within " + LIMIT.toMinutes() + " minutes.");
    }
    Duration took = Duration.between(began, Instant.now());
    boolean holds = hub.database().inTransaction(handle -> summary(handle, sandbox, out, took));
    if (!exit) {
      out.println("The hub runs on. Press Ctrl-C to end.");
      out.flush();
      Thread.currentThread().join();
    }
    return atRest && holds ? 0 : 1;
  }

  private static boolean summary(Handle handle, Sandbox sandbox, PrintWriter out, Duration took) {
    out.println();
    boolean kept = new ChannelSummary(sandbox, DemoState.read(handle), out).print();
    kept &= new SupplierSummary(handle, sandbox, out).print();
    return new DemoSummary(handle, sandbox.world().summary(), out).print(took) && kept;
  }

  /** The last files of suppliers are acknowledged a moment after the last order has ended. */
  private static void awaitAcknowledgments(Sandbox sandbox, Hub hub) throws InterruptedException {
    Instant latest = Instant.now().plus(LAST_ACKNOWLEDGMENTS);
    while (Instant.now().isBefore(latest)
        && !isSettled(sandbox, hub.database().inTransaction(DemoState::read))) {
      Thread.sleep(100);
    }
  }

  private static boolean isSettled(Sandbox sandbox, DemoState state) {
    return state.unheard() == 0
        && state.atWork() == 0
        && sandbox.world().interchangeFigures().values().stream()
            .allMatch(InterchangeFigures::isSettled);
  }

  static boolean isAtRest(Sandbox sandbox, DemoState state) {
    return state.atWork() == 0
        && sandbox.channels().keySet().stream()
            .allMatch(channel -> state.settled(channel) >= sandbox.orders(channel).size());
  }

  private static ProgressBar bar(int orders) {
    return new ProgressBarBuilder()
        .setTaskName("Orders")
        .setInitialMax(orders)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .setMaxRenderedLength(100)
        .build();
  }

  private void leave(Path folder) {
    if (keep) {
      spec.commandLine().getOut().println("Kept: " + folder);
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be removed; remove it by hand", e);
    }
  }
}
