package io.serai.sandbox.store;

import io.serai.sandbox.contract.OfficialRequests;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.rest.Faults;
import io.serai.sandbox.rest.Operation;
import io.serai.sandbox.rest.Rates;
import io.serai.sandbox.rest.RestServer;
import io.serai.sandbox.world.ChannelEffects;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A store on loopback that speaks the Shopify Admin GraphQL API 2026-07, as far as a hub needs it:
 * POST {@code /admin/api/2026-07/graphql.json} with the header {@code X-Shopify-Access-Token}.
 *
 * <p>Queries: {@code orders(first|last, after|before, reverse, sortKey, query)} (sorted by
 * UPDATED_AT, CREATED_AT, PROCESSED_AT, else by id; {@code query} knows {@code updated_at}, {@code
 * created_at} and {@code processed_at} with {@code :>= :> :<= :<}, {@code status}, {@code
 * fulfillment_status}, {@code financial_status}, {@code name}, {@code id} and {@code email}),
 * {@code order(id)}, {@code node(id)}, {@code fulfillmentOrder(id)}, {@code
 * fulfillmentOrders(includeClosed)}, {@code productVariants(query: "sku:A OR sku:B")}, {@code
 * inventoryItem(id)}, {@code inventoryItems(query: "sku:...")}, {@code location(id)}, {@code
 * locations}, {@code shop}. Mutations: {@code fulfillmentCreate}, {@code inventorySetQuantities}
 * and {@code refundCreate} (both only with {@code @idempotent(key:)}), {@code orderCancel}. Pages
 * have up to 250 items, and so have lists in an input. What is not shipped stands on a fulfillment
 * order of its own, with delivery method NONE.
 *
 * <p>An order is there from its simulated time of creation on. Every change of it raises {@code
 * updatedAt}. Requests are charged to a bucket that refills by real time; see {@link
 * ThrottleBucket}.
 */
public final class SandboxStore implements ChannelSandbox {
  /** The version of the API that it speaks. */
  public static final String VERSION = "2026-07";

  /** The one path that it answers on. */
  public static final String PATH = "/admin/api/" + VERSION + "/graphql.json";

  private static final String HOME = "https://sandbox.myshopify.com";

  private final StoreBooks books;
  private final GraphqlEngine engine;
  private final String token;
  // Requests are limited by the cost of their queries alone.
  private final Rates rates = Rates.none();
  private final RestServer server;
  private final StoreWebhooks webhooks;

  private SandboxStore(
      Settings settings, Clock clock, ChannelEffects effects, List<SoldOrder> orders) {
    this.token = settings.token();
    this.books = new StoreBooks(clock, orders);
    this.webhooks = new StoreWebhooks(books);
    this.engine = new GraphqlEngine(books, effects, settings.currency(), settings.bucket(), rates);
    this.server =
        RestServer.open(
            server(settings),
            List.of(Operation.of("graphql", "POST", PATH, new StoreRequests(engine)::answer)));
  }

  private RestServer.Settings server(Settings settings) {
    Optional<String> token = Optional.of(settings.token());
    return new RestServer.Settings(
        "store",
        HOME,
        new StoreComplaints(engine),
        request -> request.header("X-Shopify-Access-Token").equals(token),
        rates,
        settings.official(),
        StoreRequests::described);
  }

  /**
   * How the store is set up.
   *
   * @param token the access token that it asks for
   * @param currency of the shop
   * @param official what its requests are compared with
   */
  public record Settings(
      String token, String currency, ThrottleBucket bucket, OfficialRequests official) {
    /** A store whose requests are compared with nothing. */
    public Settings(String token, String currency, ThrottleBucket bucket) {
      this(token, currency, bucket, OfficialRequests.none());
    }
  }

  /** Opens the store; it answers as soon as this returns. */
  public static SandboxStore open(
      Settings settings, Clock clock, ChannelEffects effects, List<SoldOrder> orders) {
    return new SandboxStore(settings, clock, effects, orders);
  }

  /** Where it answers, without the path: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    return server.url();
  }

  /** The global id of its one location. */
  public String locationId() {
    return books.location().gid();
  }

  /** The faults that it is to make. */
  public Faults faults() {
    return server.faults();
  }

  /** What it tells of its orders by itself, once it knows whom. */
  public StoreWebhooks webhooks() {
    return webhooks;
  }

  @Override
  public RestServer server() {
    return server;
  }

  @Override
  public String connector() {
    return "shopify";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("url", url().toString(), "accessToken", token, "locationId", locationId());
  }

  @Override
  public String sell(SoldOrder order) {
    return change(books -> books.add(order).gid());
  }

  /** Sells an order that is odd, and tells its global id. */
  public String sell(SoldOrder sold, Set<Oddity> oddities) {
    return change(
        books -> {
          StoredOrder order = books.add(sold);
          if (oddities.contains(Oddity.UNPAID)) {
            order.owe();
          }
          if (oddities.contains(Oddity.NO_ADDRESS)) {
            order.hideAddress();
          }
          engine.oddAnswers().add(order.gid(), oddities);
          return order.gid();
        });
  }

  /** The customer pays for an order that was not paid. */
  public void pay(String orderId) {
    change(
        books -> {
          order(orderId).pay(books.now());
          return orderId;
        });
  }

  /**
   * Refuses a mutation with a user error, which comes with HTTP 200.
   *
   * @param mutation its name: {@code fulfillmentCreate}
   * @param times how often
   */
  public void refuse(String mutation, int times) {
    change(
        books -> {
          engine.mutations().refuse(mutation, times);
          return mutation;
        });
  }

  /** Sells an order that no sound store would: see {@link Broken}. Tells its global id. */
  public String sellBroken(Broken how, SoldOrder like) {
    List<SoldLine> lines = like.lines().stream().map(how::line).toList();
    return sell(
        new SoldOrder(
            like.name() + "-" + how,
            books.now(),
            like.email(),
            like.phone(),
            like.locale(),
            like.currency(),
            like.shippingAddress(),
            how == Broken.NO_LINES ? List.of() : lines));
  }

  /** What can be wrong with an order. */
  public enum Broken {
    /** It has no line. */
    NO_LINES,
    /** Its lines have quantity zero. */
    ZERO_QUANTITY,
    /** Its lines have a quantity below zero. */
    NEGATIVE_QUANTITY;

    private SoldLine line(SoldLine like) {
      int quantity = this == NEGATIVE_QUANTITY ? -1 : 0;
      BigDecimal price = like.unitPrice();
      return new SoldLine(like.sku(), like.title(), quantity, price, like.requiresShipping());
    }
  }

  /** The global id of the order that customers know by this name. */
  public String idOf(String name) {
    return change(
        books ->
            books.visible().stream()
                .filter(order -> order.sold().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the store has no order " + name))
                .gid());
  }

  /** Changes the address of an order, as a customer does after the sale. */
  public void move(String orderId, Address address) {
    change(
        books -> {
          order(orderId).moveTo(address, books.now());
          return orderId;
        });
  }

  /** Cancels what is left of an order, as a customer does after the sale. */
  public void cancel(String orderId) {
    change(
        books -> {
          engine.mutations().orderCancel().cancel(order(orderId), "CUSTOMER", "");
          return orderId;
        });
  }

  @Override
  public void close() {
    webhooks.close();
    server.close();
  }

  private StoredOrder order(String orderId) {
    return books
        .find(StoredOrder.class, orderId)
        .orElseThrow(() -> new IllegalArgumentException("the store has no order " + orderId));
  }

  private <T> T change(Function<StoreBooks, T> change) {
    books.lock().writeLock().lock();
    try {
      return change.apply(books);
    } finally {
      books.lock().writeLock().unlock();
    }
  }
}
