package io.serai.sandbox.walmart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.AccessTokens;
import io.serai.sandbox.rest.ChannelOptions;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.rest.Faults;
import io.serai.sandbox.rest.Operation;
import io.serai.sandbox.rest.Rate;
import io.serai.sandbox.rest.Rates;
import io.serai.sandbox.rest.RestRefusal;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.rest.RestServer;
import io.serai.sandbox.world.ChannelEffects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A Walmart Marketplace on loopback that speaks the API v3, as far as a hub needs it: {@code
 * tokenAPI} (client credentials, 900 s), {@code getAllOrders}, {@code getAllReleasedOrders}, {@code
 * getAnOrder}, {@code acknowledgeOrders}, {@code shippingUpdates}, {@code cancelOrderLines}, {@code
 * updateInventoryForAnItem} and {@code updateBulkInventory}. Faults and rates are by these names.
 *
 * <p>A list without orders is status 404. A page's {@code nextCursor} is a whole query, good for
 * half an hour. Nothing ships that is not acknowledged, and no unit twice. Orders that Walmart
 * ships are listed for whoever asks by {@code shipNodeType} only. Tokens, pages and rates go by
 * real time, orders by simulated time.
 */
public final class WalmartSandbox implements ChannelSandbox {
  /** What Walmart allows a seller of common size. */
  public static final Map<String, Rate> RATES =
      Map.of(
          "getAllOrders", new Rate(1, 60),
          "getAllReleasedOrders", new Rate(1, 60),
          "getAnOrder", new Rate(5, 300),
          "acknowledgeOrders", new Rate(1, 60),
          "shippingUpdates", new Rate(1, 60),
          "cancelOrderLines", new Rate(1, 60),
          "updateInventoryForAnItem", new Rate(200 / 60.0, 200),
          "updateBulkInventory", new Rate(10 / 3600.0, 10));

  private static final String HOME = "https://marketplace.walmartapis.com";
  private static final String CLIENT = "sandbox-client";
  private static final String SECRET = "sandbox-secret-0123456789";
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(900);
  private static final Duration PAGE_LIFE = Duration.ofMinutes(30);

  private final WalmartBooks books;
  private final ChannelEffects effects;
  private final Cancelling cancelling;
  private final AccessTokens tokens =
      new AccessTokens(Clock.systemUTC(), TOKEN_LIFE, "eyJraWQiOiJz-");
  private final AccessTokens pages = new AccessTokens(Clock.systemUTC(), PAGE_LIFE, "8-");
  private final RestServer server;

  private WalmartSandbox(ChannelOptions options) {
    this.books = new WalmartBooks(options.clock(), options.orders());
    this.effects = options.effects();
    this.cancelling = new Cancelling(books, effects);
    this.server =
        RestServer.open(
            new RestServer.Settings(
                "walmart",
                HOME,
                new WalmartComplaints(Clock.systemUTC()),
                request -> tokens.isGood(request.header("WM_SEC.ACCESS_TOKEN").orElse("")),
                new Rates(Clock.systemUTC(), options.pace(), RATES),
                options.official()),
            operations());
  }

  /** Opens it; it answers as soon as this returns. */
  public static WalmartSandbox open(ChannelOptions options) {
    return new WalmartSandbox(options);
  }

  @Override
  public String connector() {
    return "walmart";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "url",
        server.url().toString(),
        "clientId",
        CLIENT,
        "clientSecret",
        SECRET,
        "trackingPage",
        "https://parcels.example.com/?n={tracking}");
  }

  @Override
  public RestServer server() {
    return server;
  }

  /** The faults that it is to make. */
  public Faults faults() {
    return server.faults();
  }

  /** Gives at most so many orders a page from now on, however many are asked for. */
  public void limitPages(int orders) {
    books.locked(
        () -> {
          books.limitPages(orders);
          return orders;
        });
  }

  /** Ends all access tokens. */
  public void expireTokens() {
    tokens.expireAll();
  }

  /** Ends all pages that could be gone on from. */
  public void expirePages() {
    pages.expireAll();
  }

  @Override
  public String sell(SoldOrder order) {
    return sell(order, Set.of());
  }

  /** Sells an order that is odd, and tells its number. */
  public String sell(SoldOrder order, Set<Oddity> oddities) {
    return books.locked(() -> books.add(order, oddities).number());
  }

  /** The number of the order that was sold under a name. */
  public String numberOf(String name) {
    return books.locked(() -> books.numberOf(name));
  }

  /** Changes the address of an order, as a customer does after the sale. */
  public void move(String number, Address address) {
    change(number, order -> order.moveTo(address, books.now()));
  }

  /** Cancels what is left of an order, as a customer does after the sale. */
  public void cancel(String number) {
    change(number, cancelling::cancel);
  }

  @Override
  public void close() {
    server.close();
  }

  private void change(String number, Consumer<WalmartOrder> change) {
    books.locked(
        () -> {
          change.accept(
              books
                  .find(number)
                  .orElseThrow(
                      () -> new IllegalArgumentException("Walmart has no order " + number)));
          return number;
        });
  }

  private List<Operation> operations() {
    OrderEndpoints orders = new OrderEndpoints(books, effects, pages, cancelling);
    StockEndpoints stock = new StockEndpoints(books, effects);
    String one = "/v3/orders/{purchaseOrderId}";
    return List.of(
        Operation.of("tokenAPI", "POST", "/v3/token", this::token).withoutToken(),
        operation("getAllReleasedOrders", "GET", "/v3/orders/released", orders::released),
        operation("getAllOrders", "GET", "/v3/orders", orders::all),
        operation("getAnOrder", "GET", one, orders::one),
        operation("acknowledgeOrders", "POST", one + "/acknowledge", orders::acknowledge),
        operation("shippingUpdates", "POST", one + "/shipping", orders::ship),
        operation("cancelOrderLines", "POST", one + "/cancel", orders::cancel),
        operation("updateInventoryForAnItem", "PUT", "/v3/inventory", stock::put),
        operation("updateBulkInventory", "POST", "/v3/feeds", stock::feed));
  }

  private Operation operation(
      String name, String method, String template, Function<RestRequest, RestReply> answer) {
    return Operation.of(name, method, template, request -> answer(request, answer));
  }

  private RestReply answer(RestRequest request, Function<RestRequest, RestReply> answer) {
    try {
      for (String header : List.of("WM_QOS.CORRELATION_ID", "WM_SVC.NAME")) {
        LineChange.expect(request.header(header).isPresent(), header + " is missing");
      }
      return books.locked(() -> answer.apply(request));
    } catch (WalmartRefusal refusal) {
      // A SKU that is not sold here is no news that was refused.
      if (!request.method().equals("GET") && refusal.status() != 404) {
        effects.refused(request.operation() + ": " + refusal.getMessage());
      }
      throw new RestRefusal(RestReply.json(refusal.status(), refusal.body()));
    }
  }

  private RestReply token(RestRequest request) {
    String pair = CLIENT + ":" + SECRET;
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    boolean isGood =
        basic.equals(request.header("Authorization").orElse(""))
            && List.of("client_credentials").equals(request.form().get("grant_type"));
    if (!isGood) {
      return RestReply.json(401, Map.of("error", "invalid_client"));
    }
    ObjectNode token = JsonNodeFactory.instance.objectNode();
    token.put("access_token", tokens.issue()).put("token_type", "Bearer");
    return RestReply.json(token.put("expires_in", TOKEN_LIFE.toSeconds()));
  }
}
