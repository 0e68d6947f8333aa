package io.serai.sandbox;

import io.serai.sandbox.amazon.AmazonSandbox;
import io.serai.sandbox.contract.OfficialRequests;
import io.serai.sandbox.customer.Answerers;
import io.serai.sandbox.customer.SecondThoughts;
import io.serai.sandbox.ebay.EbaySandbox;
import io.serai.sandbox.mail.MailCatcher;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.ChannelOptions;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.sms.SmsService;
import io.serai.sandbox.store.SandboxStore;
import io.serai.sandbox.supplier.Access;
import io.serai.sandbox.supplier.SandboxSuppliers;
import io.serai.sandbox.supplier.SupplierProfile;
import io.serai.sandbox.walmart.WalmartSandbox;
import io.serai.sandbox.world.SandboxClock;
import io.serai.sandbox.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The outside world: the channels, suppliers, a mail catcher and an SMS service, each a real server
 * on a loopback port of its own, and customers who answer. It keeps its state while a hub is killed
 * and started again.
 *
 * <p>For a hub's configuration: {@link #storeUrl()}, {@link #graphqlUrl()}, {@link #storeToken()},
 * {@link #locationId()}; {@link #suppliers()} with user, password, format, skuPrefix, leadDays,
 * handlingFee, rank, countries and more of each, and {@link #access} to its server; {@link
 * #smtpHost()}, {@link #smtpPort()}; {@link #clock()} with start, realStart and rate. For tests and
 * summaries: {@link #orders()}, {@link #world()}, {@link #store()} (more sales, changes and
 * faults), {@link #supplierServers()} and {@link #mail()} (refusals).
 */
public final class Sandbox implements AutoCloseable {
  private static final String TOKEN = "shpat_sandbox_0123456789abcdef";

  private final SandboxClock clock;
  private final List<SoldOrder> orders;
  private final Market market;
  private final World world = new World();
  private final MailCatcher mail;
  private final SmsService sms;
  private final Answerers customers;
  private final SandboxSuppliers suppliers;
  private final SandboxStore store;
  private final Map<String, OfficialRequests> official = new LinkedHashMap<>();
  private final Map<String, ChannelSandbox> channels = new LinkedHashMap<>();
  private final SecondThoughts secondThoughts;

  private Sandbox(SandboxOptions options) {
    this.orders = options.orders().orders(options.start(), options.orderSpan());
    this.market = options.market();
    // Reading the descriptions takes seconds, which are none of the warm-up.
    read(options.market());
    this.clock =
        new SandboxClock(options.start(), Instant.now().plus(options.warmUp()), options.rate());
    this.mail = MailCatcher.start(world);
    this.sms = SmsService.start(world);
    this.customers = Answerers.start(options.seed(), world);
    this.suppliers =
        SandboxSuppliers.start(
            new SandboxSuppliers.Settings(
                options.seed(),
                options.folder(),
                options.unmetShare(),
                options.writeEvery(),
                options.unruly(),
                options.formats(),
                currency()),
            clock,
            world,
            orders);
    this.store = store(options);
    channels.put(Market.DTC, store);
    open(Market.AMAZON, AmazonSandbox::open, options);
    open(Market.WALMART, WalmartSandbox::open, options);
    open(Market.EBAY, EbaySandbox::open, options);
    // Where suppliers have whims, customers have second thoughts.
    this.secondThoughts =
        SecondThoughts.start(
            options.seed(), store, clock, options.unruly() > 0 ? orders(Market.DTC) : List.of());
  }

  private void read(Market market) {
    for (String channel : List.of(Market.DTC, Market.AMAZON, Market.WALMART, Market.EBAY)) {
      if (market.has(channel)) {
        String described = channel.equals(Market.DTC) ? "shopify" : channel;
        official.put(channel, OfficialRequests.of(market.contracts(), described));
      }
    }
  }

  private SandboxStore store(SandboxOptions options) {
    return SandboxStore.open(
        new SandboxStore.Settings(TOKEN, currency(), options.bucket(), official.get(Market.DTC)),
        clock,
        world.channel(Market.DTC),
        options.market().of(Market.DTC, orders));
  }

  private void open(
      String channel, Function<ChannelOptions, ChannelSandbox> open, SandboxOptions options) {
    if (options.market().has(channel)) {
      channels.put(
          channel,
          open.apply(
              new ChannelOptions(
                  clock,
                  clock.rate(),
                  world.channel(channel),
                  official.get(channel),
                  options.market().of(channel, orders))));
    }
  }

  /** Starts everything; all servers answer as soon as this returns. */
  public static Sandbox start(SandboxOptions options) {
    return new Sandbox(options);
  }

  /** The time in the sandbox. */
  public SandboxClock clock() {
    return clock;
  }

  /** What all channels sell, oldest first. */
  public List<SoldOrder> orders() {
    return orders;
  }

  /** What one account sells, oldest first. */
  public List<SoldOrder> orders(String channel) {
    return market.of(channel, orders);
  }

  /** The channels that sell, by the id of the account; the store comes first. */
  public Map<String, ChannelSandbox> channels() {
    return Collections.unmodifiableMap(channels);
  }

  /** What the outside has seen of the hub. */
  public World world() {
    return world;
  }

  /** The store, to sell more, change orders or make faults. */
  public SandboxStore store() {
    return store;
  }

  /** The store's address without a path. */
  public URI storeUrl() {
    return store.url();
  }

  /** The address that takes GraphQL requests. */
  public URI graphqlUrl() {
    return store.url().resolve(SandboxStore.PATH);
  }

  /** The value of {@code X-Shopify-Access-Token} that the store asks for. */
  public String storeToken() {
    return TOKEN;
  }

  /** The global id of the store's one location. */
  public String locationId() {
    return store.locationId();
  }

  /** The currency of the store and of the suppliers' costs. */
  public String currency() {
    return orders.isEmpty() ? "USD" : orders.get(0).currency();
  }

  /** The suppliers, with all that a configuration needs. */
  public List<SupplierProfile> suppliers() {
    return suppliers.profiles();
  }

  /** Which SKU suppliers send in the place of another, when they do. */
  public Map<String, String> substitutes() {
    return suppliers.substitutes();
  }

  /** The suppliers' servers, to make them refuse logins. */
  public SandboxSuppliers supplierServers() {
    return suppliers;
  }

  /** Where a supplier's server is. */
  public Access access(SupplierProfile supplier) {
    return suppliers.access(supplier);
  }

  /** The mail catcher, to make it refuse mail. */
  public MailCatcher mail() {
    return mail;
  }

  /** The SMS service, to make it fail. */
  public SmsService sms() {
    return sms;
  }

  /** The host of the mail catcher. */
  public String smtpHost() {
    return mail.host();
  }

  /** The port of the mail catcher. */
  public int smtpPort() {
    return mail.port();
  }

  @Override
  public void close() {
    secondThoughts.close();
    customers.close();
    channels.values().forEach(ChannelSandbox::close);
    sms.close();
    suppliers.close();
    mail.close();
  }
}
