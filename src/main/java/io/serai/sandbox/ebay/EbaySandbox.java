package io.serai.sandbox.ebay;

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
 * An eBay on loopback that speaks the Sell APIs and the Post-Order API, as far as a hub needs them:
 * {@code token} (refresh token, two hours), {@code getOrders}, {@code getOrder}, {@code
 * createShippingFulfillment}, {@code getShippingFulfillments}, {@code issueRefund}, {@code
 * bulkUpdatePriceQuantity}, {@code createCancellation} and {@code approveCancellationRequest}.
 * Faults and rates are by these names.
 *
 * <p>A cancelled order reads FULFILLED, requests to cancel are in no list, and a phone that is not
 * known is an empty object. Tokens and rates go by real time, orders by simulated time.
 */
public final class EbaySandbox implements ChannelSandbox {
  private static final Rate DAILY = new Rate(100_000 / 86_400.0, 100_000);

  /** What eBay allows an application by the day. */
  public static final Map<String, Rate> RATES =
      Map.of(
          "getOrders", DAILY,
          "getOrder", DAILY,
          "createShippingFulfillment", DAILY,
          "getShippingFulfillments", DAILY,
          "issueRefund", DAILY,
          "createCancellation", DAILY,
          "approveCancellationRequest", DAILY,
          "bulkUpdatePriceQuantity", new Rate(2_000_000 / 86_400.0, 2_000_000));

  private static final String HOME = "https://api.ebay.com";
  private static final String CLIENT = "sandbox-client";
  private static final String SECRET = "sandbox-secret-0123456789";
  private static final String REFRESH_TOKEN = "v^1.1#refresh-0123456789";
  private static final Duration TOKEN_LIFE = Duration.ofHours(2);
  private static final String POST_ORDER = "/post-order/v2/cancellation";

  private final EbayBooks books;
  private final ChannelEffects effects;
  private final Cancelling cancelling;
  private final StockEndpoints stock;
  private final AccessTokens tokens =
      new AccessTokens(Clock.systemUTC(), TOKEN_LIFE, "v^1.1#sandbox-");
  private final RestServer server;

  private EbaySandbox(ChannelOptions options) {
    this.books = new EbayBooks(options.clock(), options.orders());
    this.effects = options.effects();
    this.cancelling = new Cancelling(books, effects);
    this.stock = new StockEndpoints(books, effects);
    this.server =
        RestServer.open(
            new RestServer.Settings(
                "ebay",
                HOME,
                new EbayComplaints(),
                this::admits,
                new Rates(Clock.systemUTC(), options.pace(), RATES),
                options.official()),
            operations());
  }

  /** Opens it; it answers as soon as this returns. */
  public static EbaySandbox open(ChannelOptions options) {
    return new EbaySandbox(options);
  }

  @Override
  public String connector() {
    return "ebay";
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
        "refreshToken",
        REFRESH_TOKEN);
  }

  @Override
  public RestServer server() {
    return server;
  }

  /** The faults that it is to make. */
  public Faults faults() {
    return server.faults();
  }

  /** Does not set the stock of a SKU so many times, with status 207. */
  public void failStock(String sku, int times) {
    books.locked(
        () -> {
          stock.fail(sku, times);
          return sku;
        });
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

  @Override
  public String sell(SoldOrder order) {
    return sell(order, Set.of());
  }

  /** Sells an order that is odd, and tells its id. */
  public String sell(SoldOrder order, Set<Oddity> oddities) {
    return books.locked(() -> books.add(order, oddities).id());
  }

  /** The id of the order that was sold under a name. */
  public String idOf(String name) {
    return books.locked(() -> books.idOf(name));
  }

  /** The buyer pays for an order that was not paid. */
  public void pay(String id) {
    change(id, order -> order.pay(books.now()));
  }

  /** Changes the address of an order. */
  public void move(String id, Address address) {
    change(id, order -> order.moveTo(address, books.now()));
  }

  /** Cancels what is left of an order, as a buyer does within the hour. */
  public void cancel(String id) {
    change(id, cancelling::byBuyer);
  }

  /** The buyer asks the seller to cancel an order. */
  public void askToCancel(String id) {
    change(id, cancelling::ask);
  }

  @Override
  public void close() {
    server.close();
  }

  private void change(String id, Consumer<EbayOrder> change) {
    books.locked(
        () -> {
          change.accept(
              books
                  .find(id)
                  .orElseThrow(() -> new IllegalArgumentException("eBay has no order " + id)));
          return id;
        });
  }

  private List<Operation> operations() {
    OrderEndpoints orders = new OrderEndpoints(books, effects, cancelling);
    String list = OrderEndpoints.LIST;
    String one = list + "/{orderId}";
    String packages = one + "/shipping_fulfillment";
    return List.of(
        Operation.of("token", "POST", "/identity/v1/oauth2/token", this::token).withoutToken(),
        operation("getOrders", "GET", list, orders::list),
        operation("getOrder", "GET", one, orders::one),
        operation("getShippingFulfillments", "GET", packages, orders::packages),
        operation("createShippingFulfillment", "POST", packages, orders::ship),
        operation("issueRefund", "POST", list + "/{order_id}/issue_refund", orders::refund),
        operation("createCancellation", "POST", POST_ORDER, orders::cancel),
        operation(
            "approveCancellationRequest",
            "POST",
            POST_ORDER + "/{cancelId}/approve",
            orders::approve),
        operation(
            "bulkUpdatePriceQuantity",
            "POST",
            "/sell/inventory/v1/bulk_update_price_quantity",
            stock::bulkUpdate));
  }

  private Operation operation(
      String name, String method, String template, Function<RestRequest, RestReply> answer) {
    return Operation.of(name, method, template, request -> answer(request, answer));
  }

  private RestReply answer(RestRequest request, Function<RestRequest, RestReply> answer) {
    try {
      return books.locked(() -> answer.apply(request));
    } catch (EbayRefusal refusal) {
      if (!request.method().equals("GET")) {
        effects.refused(request.operation() + ": " + refusal.getMessage());
      }
      throw new RestRefusal(RestReply.json(refusal.status(), refusal.body()));
    }
  }

  /** The Post-Order API has a scheme of its own, and asks for the marketplace. */
  private boolean admits(RestRequest request) {
    String given = request.header("Authorization").orElse("");
    boolean isPostOrder = request.uri().getPath().startsWith(POST_ORDER);
    String scheme = isPostOrder ? "IAF " : "Bearer ";
    return given.startsWith(scheme)
        && tokens.isGood(given.substring(scheme.length()))
        && (!isPostOrder || request.header("X-EBAY-C-MARKETPLACE-ID").isPresent());
  }

  private RestReply token(RestRequest request) {
    String pair = CLIENT + ":" + SECRET;
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    Map<String, List<String>> form = request.form();
    if (!basic.equals(request.header("Authorization").orElse(""))) {
      return RestReply.json(401, Map.of("error", "invalid_client"));
    }
    if (!List.of("refresh_token").equals(form.get("grant_type"))
        || !List.of(REFRESH_TOKEN).equals(form.get("refresh_token"))) {
      return RestReply.json(400, Map.of("error", "invalid_grant"));
    }
    ObjectNode token = JsonNodeFactory.instance.objectNode();
    token.put("access_token", tokens.issue()).put("token_type", "User Access Token");
    return RestReply.json(token.put("expires_in", TOKEN_LIFE.toSeconds()));
  }
}
