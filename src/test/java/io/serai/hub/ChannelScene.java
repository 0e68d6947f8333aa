package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.TestDatabase;
import io.serai.api.AccountSettings;
import io.serai.api.Api;
import io.serai.api.ApiAccount;
import io.serai.balance.Balance;
import io.serai.config.Channel;
import io.serai.config.Configuration;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.sandbox.HandClock;
import io.serai.sandbox.contract.OfficialRequests;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.ChannelOptions;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.supplier.SandboxSuppliers;
import io.serai.sandbox.supplier.SupplierProfile;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.SandboxClock;
import io.serai.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jdbi.v3.core.Handle;

/**
 * A hub as it runs, between channels that a test makes fail and suppliers that ship: a simulated
 * day passes in half a second. What no supplier has is cancelled after two days.
 */
final class ChannelScene implements AutoCloseable {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final double RATE = Duration.ofDays(1).toSeconds() / 0.5;

  private final Path folder;
  private final World world = new World();
  private final SandboxClock clock =
      new SandboxClock(Instant.now().truncatedTo(ChronoUnit.DAYS), Instant.now(), RATE);
  private final Map<String, ChannelSandbox> channels = new LinkedHashMap<>();
  private final Map<String, String> more = new HashMap<>();
  private SandboxSuppliers suppliers;
  private Hub hub;

  ChannelScene(Path folder) {
    this.folder = folder;
  }

  /** When the simulated time began. */
  Instant start() {
    return clock.start();
  }

  /** The simulated time. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Opens an account of a channel. */
  <T extends ChannelSandbox> T open(String account, Function<ChannelOptions, T> sandbox) {
    T opened =
        sandbox.apply(
            new ChannelOptions(
                clock, RATE, world.channel(account), OfficialRequests.none(), List.of()));
    channels.put(account, opened);
    return opened;
  }

  /** Gives an account one more setting, as it is written in {@code serai.yaml}. */
  void set(String account, String setting) {
    more.put(account, ", " + setting);
  }

  /** What a channel has seen of the hub. */
  ChannelEffects effects(String account) {
    return world.channel(account);
  }

  /**
   * Starts suppliers and hub, and waits until the hub knows all stock.
   *
   * @param stocked the orders that the suppliers have stock for
   */
  void start(List<SoldOrder> stocked) {
    suppliers =
        SandboxSuppliers.start(
            new SandboxSuppliers.Settings(5, folder.resolve("outside"), 0, Duration.ofMillis(150)),
            clock,
            world,
            stocked);
    hub = Hub.start(Configuration.load(configuration(), HOME, Map.of()), HOME);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                count("document where kind = 'supplier-file' and status = 'applied'")
                    >= suppliers.profiles().size());
  }

  /**
   * An account as a hub has it, without the hub, whose orders' time stands still.
   *
   * @param outside the time by which budgets fill; waits pass on it at once
   * @param patience how long it waits for an answer
   */
  ApiAccount account(ChannelSandbox sandbox, HandClock outside, Duration patience) {
    try {
      Path file = folder.resolve(sandbox.connector() + ".yaml");
      Files.writeString(file, "channels:\n" + channel("only", sandbox));
      Channel channel = Configuration.load(file, HOME, Map.of()).channels().get("only");
      Connector connector =
          ConnectorCatalog.scan(HOME.resolve("connectors"))
              .find(ConnectorKind.CHANNEL, sandbox.connector())
              .orElseThrow();
      return new ApiAccount(
          "only",
          Api.of(connector).orElseThrow(),
          new AccountSettings(connector, channel.settings()),
          new HandClock(start().plusSeconds(60)),
          outside,
          new HttpTransport(patience),
          outside::pass);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many orders have ended and nothing is owed. */
  void awaitEnd(int orders) {
    try {
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> isEnded(orders));
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("what has not ended: " + open(), late);
    }
  }

  private boolean isEnded(int orders) {
    return count("customer_order where ended_at is not null") >= orders
        && count("document where status in ('received', 'ready')") == 0
        && count("delivery where state in ('owed', 'sending') and kind <> 'stock'") == 0;
  }

  private List<String> open() {
    List<String> open =
        new ArrayList<>(
            texts(
                """
                select o.channel || ' ' || o.number || ' ' || to_jsonb(l)::text
                from order_line l join customer_order o on o.id = l.order_id
                where o.ended_at is null"""));
    open.addAll(texts("select to_jsonb(d)::text from delivery d where state <> 'done'"));
    open.addAll(
        texts(
            "select kind || ' ' || name || ' ' || status || ' ' || coalesce(fault, '') from document"));
    return open;
  }

  /**
   * What is told to the channels of each line is what the hub has done with it, once.
   *
   * @param never orders that were cancelled before the hub could see them
   */
  void assertNothingLostOrDoubled(String... never) {
    assertThat(hub.database().inTransaction(Balance::check)).isEmpty();
    for (String account : channels.keySet()) {
      assertThat(tracked(account))
          .as("shipped at " + account)
          .isEqualTo(ofLines(account, "shipped"));
      assertThat(cancelled(account, Set.of(never)))
          .as("cancelled at " + account)
          .isEqualTo(ofLines(account, "cancelled"));
      assertThat(effects(account).trackingPosts())
          .allSatisfy(post -> assertThat(post.times()).isEqualTo(1));
      assertThat(effects(account).refusals()).isEmpty();
    }
  }

  /** The units that the hub has taken in, by order and SKU. */
  Map<String, Integer> taken(String account) {
    return units(
        """
        select o.number || ' ' || l.sku as what, sum(l.ordered) as units
        from order_line l join customer_order o on o.id = l.order_id
        where o.channel = :account group by 1""",
        account);
  }

  /** The units that were sold, by order and SKU. */
  static Map<String, Integer> sold(List<SoldOrder> orders) {
    Map<String, Integer> units = new TreeMap<>();
    for (SoldOrder order : orders) {
      order
          .lines()
          .forEach(
              line -> units.merge(order.name() + " " + line.sku(), line.quantity(), Integer::sum));
    }
    return units;
  }

  /** Why orders were refused, by their numbers. */
  Map<String, String> refused() {
    return texts(
            """
            select name || '|' || fault from document
            where status = 'quarantined' and kind = 'order'""")
        .stream()
        .map(text -> text.split("\\|", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  int count(String of) {
    return read(
        handle -> handle.createQuery("select count(*) from " + of).mapTo(Integer.class).one());
  }

  List<String> texts(String query) {
    return read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  /** What stands in quarantine of what is owed is sent again, as the operator's page says. */
  void replayDeliveries() {
    read(
        handle ->
            handle.execute(
                """
                update delivery set state = 'owed', attempts = 0, due_at = now()
                where state = 'quarantined'"""));
  }

  @Override
  public void close() {
    if (hub != null) {
      hub.close();
    }
    if (suppliers != null) {
      suppliers.close();
    }
    channels.values().forEach(ChannelSandbox::close);
  }

  private Map<String, Integer> ofLines(String account, String place) {
    return units(
        """
        select o.number || ' ' || l.external_id as what, sum(l.%s) as units
        from order_line l join customer_order o on o.id = l.order_id
        where o.channel = :account and l.%s > 0 group by 1"""
            .formatted(place, place),
        account);
  }

  private Map<String, Integer> tracked(String account) {
    return sum(
        effects(account).trackingPosts().stream()
            .flatMap(post -> lines(post.what().order(), post.what().units())));
  }

  private Map<String, Integer> cancelled(String account, Set<String> never) {
    return sum(
        effects(account).cancellations().stream()
            .filter(each -> !never.contains(each.what().order()))
            .flatMap(each -> lines(each.what().order(), each.what().units())));
  }

  private static Stream<Map.Entry<String, Integer>> lines(
      String order, Map<String, Integer> units) {
    return units.entrySet().stream()
        .map(line -> Map.entry(order + " " + line.getKey(), line.getValue()));
  }

  private static Map<String, Integer> sum(Stream<Map.Entry<String, Integer>> lines) {
    return lines.collect(
        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
  }

  private Map<String, Integer> units(String query, String account) {
    return read(
        handle ->
            handle
                .createQuery(query)
                .bind("account", account)
                .reduceRows(
                    new TreeMap<>(),
                    (map, row) -> {
                      map.put(
                          row.getColumn("what", String.class),
                          row.getColumn("units", Integer.class));
                      return map;
                    }));
  }

  private <T> T read(Function<Handle, T> query) {
    return hub.database().inTransaction(query::apply);
  }

  private Path configuration() {
    try {
      Files.createDirectories(folder.resolve("hub"));
      return Files.writeString(
          folder.resolve("hub/serai.yaml"),
          """
          hub:
            sweepMillis: 150
            httpPort: 0
            connectorsFolder: "%s"
            clock: {start: "%s", realStart: "%s", rate: %s}
          database: {url: "%s", user: postgres}
          channels:
          %ssuppliers:
          %srules:
            backorders: {notifyAfterDays: 1, cancelAfterDays: 2, onSilence: cancel}
            stock: {maxAgeHours: 1000}
          """
              .formatted(
                  connectors(),
                  clock.start(),
                  clock.realStart(),
                  Double.toString(RATE),
                  TestDatabase.freshUrl(),
                  channels.entrySet().stream()
                      .map(entry -> channel(entry.getKey(), entry.getValue()))
                      .collect(Collectors.joining()),
                  suppliers.profiles().stream().map(this::supplier).collect(Collectors.joining())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The connectors as they are, for a hub that may take a minute to come up, and whose patience
   * ends before that of a test.
   */
  private Path connectors() throws IOException {
    Path from = HOME.resolve("connectors");
    Path to = folder.resolve("connectors");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        String text = Files.readString(file);
        Files.writeString(
            copy,
            file.endsWith("connector.yaml")
                ? text.replaceAll("backfillDays: [0-9]+", "backfillDays: 170")
                : text.replace("responseTimeout: 30000", "responseTimeout: 2000"));
      }
    }
    return to;
  }

  private String channel(String account, ChannelSandbox sandbox) {
    return """
      %s:
        connector: %s
        pollSeconds: 0.2
        pushStockSeconds: 2
        customerMail: false
        settings: {%s}
    """
        .formatted(
            account,
            sandbox.connector(),
            sandbox.settings().entrySet().stream()
                    .map(each -> each.getKey() + ": \"" + each.getValue() + "\"")
                    .collect(Collectors.joining(", "))
                + more.getOrDefault(account, ""));
  }

  private String supplier(SupplierProfile supplier) {
    return """
      %s:
        connector: csv-ftp
        leadDays: %d
        handlingFee: "%s"
        pollSeconds: 0.4
        skuPrefix: "%s"
        settings:
          host: %s
          port: %d
          user: %s
          password: %s
          readLock: none
          separator: "%s"
          decimalMark: "%s"
          dateFormat: %s
          charset: %s
    """
        .formatted(
            supplier.id(),
            supplier.leadDays(),
            supplier.handlingFee(),
            supplier.skuPrefix(),
            suppliers.access(supplier).host(),
            suppliers.access(supplier).port(),
            supplier.user(),
            supplier.password(),
            supplier.separator(),
            supplier.decimalMark(),
            supplier.dateFormat(),
            supplier.charset());
  }
}
