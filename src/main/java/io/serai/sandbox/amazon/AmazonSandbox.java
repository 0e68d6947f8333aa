package io.serai.sandbox.amazon;

import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.AccessTokens;
import io.serai.sandbox.rest.ChannelOptions;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.rest.Operation;
import io.serai.sandbox.rest.Rate;
import io.serai.sandbox.rest.Rates;
import io.serai.sandbox.rest.RestServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One seller's account on an Amazon marketplace, by the Selling Partner API as far as a hub needs
 * it: Login with Amazon; {@code searchOrders} and {@code getOrder} of Orders 2026-01-01; {@code
 * confirmShipment} of Orders v0; {@code patchListingsItem} of Listings Items 2021-08-01; the feeds
 * {@code POST_ORDER_ACKNOWLEDGEMENT_DATA} and {@code JSON_LISTINGS_FEED} of Feeds 2021-06-30.
 *
 * <p>Every tenth order is pending for half a day of simulated time, without an address, and for
 * every fifteenth there is one more that Amazon ships itself. Access tokens are good for an hour of
 * real time. Rates are the official ones.
 */
public final class AmazonSandbox implements ChannelSandbox {
  private static final String HOME = "https://sellingpartnerapi-na.amazon.com";
  private static final String LOGIN = "https://api.amazon.com";
  private static final String STORAGE = "https://tortuga-prod-na.s3.amazonaws.com";
  private static final String TOKEN_PATH = "/auth/o2/token";
  private static final Duration FEED_TAKES = Duration.ofSeconds(20);
  private static final Map<String, Rate> OFFICIAL =
      Map.of(
          "searchOrders", new Rate(0.0056, 20),
          "getOrder", new Rate(0.5, 30),
          "confirmShipment", new Rate(2, 10),
          "patchListingsItem", new Rate(5, 5),
          "createFeedDocument", new Rate(0.5, 15),
          "createFeed", new Rate(0.0083, 15),
          "getFeed", new Rate(2, 15),
          "getFeedDocument", new Rate(0.0222, 10));

  private final AccessTokens tokens =
      new AccessTokens(Clock.systemUTC(), Duration.ofHours(1), "Atza|sandbox-");
  private final AmazonBooks books;
  private final OrderPages pages;
  private final RestServer server;

  private AmazonSandbox(ChannelOptions options) {
    this.books = new AmazonBooks(options.clock(), options.effects(), options.orders());
    this.pages = new OrderPages(books);
    this.server =
        RestServer.open(
            new RestServer.Settings(
                "amazon",
                HOME,
                new AmazonComplaints(),
                request -> tokens.isGood(request.header("x-amz-access-token").orElse("")),
                new Rates(Clock.systemUTC(), options.pace(), OFFICIAL),
                options.official()),
            operations());
  }

  /** Opens it; it answers as soon as this returns. */
  public static AmazonSandbox open(ChannelOptions options) {
    return new AmazonSandbox(options);
  }

  @Override
  public String connector() {
    return "amazon";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "sellerId", AmazonBooks.SELLER,
        "marketplaceId", AmazonBooks.MARKETPLACE,
        "clientId", LoginWithAmazon.CLIENT,
        "clientSecret", LoginWithAmazon.SECRET,
        "refreshToken", LoginWithAmazon.REFRESH,
        "endpoint", server.url().toString(),
        "tokenUrl", server.url() + TOKEN_PATH);
  }

  @Override
  public RestServer server() {
    return server;
  }

  @Override
  public String sell(SoldOrder order) {
    return sell(order, Set.of());
  }

  /** Sells an order that is odd, and tells its id. */
  public String sell(SoldOrder order, Set<Oddity> oddities) {
    return books.sell(order, oddities);
  }

  /** Holds no more than so many orders in a page, whatever is asked for. */
  public void limitPages(int orders) {
    pages.limit(orders);
  }

  /** The id that Amazon gives an order. */
  public static String idOf(SoldOrder order) {
    return OrderNumbers.of(order.name());
  }

  /** Cancels an order that nothing has been shipped of, as a buyer or Amazon does. */
  public void cancel(String orderId) {
    new OrderCancellation(books)
        .cancel(orderId, "by the buyer")
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  /** Lets the buyer ask the seller to cancel an order. */
  public void askToCancel(String orderId) {
    synchronized (books) {
      books
          .find(orderId)
          .orElseThrow(() -> new IllegalArgumentException("there is no order " + orderId))
          .askToCancel(books.now());
    }
  }

  /** Ends every access token. */
  public void expireTokens() {
    tokens.expireAll();
  }

  /** Ends every page token. */
  public void expirePages() {
    pages.expire();
  }

  @Override
  public void close() {
    server.close();
  }

  private List<Operation> operations() {
    FeedDocuments documents = new FeedDocuments();
    Listings listings = new Listings(books);
    Feeds feeds = new Feeds(books, documents, listings, FEED_TAKES);
    String orders = "/orders/2026-01-01/orders";
    String feed = "/feeds/2021-06-30/";
    return List.of(
        Operation.of("token", "POST", TOKEN_PATH, new LoginWithAmazon(tokens)::token)
            .withoutToken()
            .at(LOGIN),
        Operation.of("searchOrders", "GET", orders, pages::search),
        Operation.of("getOrder", "GET", orders + "/{orderId}", pages::get),
        Operation.of(
            "confirmShipment",
            "POST",
            "/orders/v0/orders/{orderId}/shipmentConfirmation",
            new ShipmentConfirmation(books)::confirm),
        Operation.of(
            "patchListingsItem",
            "PATCH",
            "/listings/2021-08-01/items/{sellerId}/{sku}",
            listings::patch),
        Operation.of("createFeedDocument", "POST", feed + "documents", documents::create),
        Operation.of("getFeedDocument", "GET", feed + "documents/{feedDocumentId}", documents::get),
        Operation.of("createFeed", "POST", feed + "feeds", feeds::create),
        Operation.of("getFeed", "GET", feed + "feeds/{feedId}", feeds::get),
        Operation.of("upload", "PUT", FeedDocuments.PATH, documents::upload)
            .withoutToken()
            .at(STORAGE),
        Operation.of("download", "GET", FeedDocuments.PATH, documents::download)
            .withoutToken()
            .at(STORAGE));
  }
}
