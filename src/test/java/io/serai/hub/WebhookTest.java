package io.serai.hub;

import static io.serai.hub.OtherSide.json;
import static io.serai.hub.OtherSide.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Channels notify a hub over real HTTP: dtc as Shopify does, vip as one who forwards for Amazon.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String SECRET = "a-secret-of-the-store-itself";
  private static final String TOKEN = "a-word-of-whoever-forwards";
  private static final int LONG = 600;
  private static final Duration SOON = Duration.ofSeconds(15);

  private final Scene scene = Scene.usual();
  private final OtherSide channels = new OtherSide();
  private final HttpClient sender = HttpClient.newHttpClient();
  private final int port = PageServer.freePort();
  private final Map<String, String> polled = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private CamelContext hub;
  private volatile boolean away;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    scene.stock("north", "A,500");
    channels.answers(this::answer);
    hub = run(folder);
  }

  @AfterAll
  void close() {
    hub.stop();
    channels.close();
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void whatIsSignedIsKeptAndLeadsToItsOrder() throws Exception {
    assertThat(shopify("one", news(101))).isEqualTo(200);

    awaitOrder("dtc", "101");
    assertThat(state("notification:dtc:one")).isEqualTo("applied");
  }

  @Test
  void whatIsNotSignedByTheSecretIsRefusedAndNotKept() throws Exception {
    String body = news(102);
    String good = signature(body, SECRET);

    assertThat(shopify("bad", body, signature(body, "another"))).isEqualTo(401);
    assertThat(shopify("bad", body.replace("102", "103"), good)).isEqualTo(401);
    assertThat(shopify("bad", body, "")).isEqualTo(401);
    assertThat(shopify("bad", body, "not base64 !")).isEqualTo(401);
    assertThat(shopify("bad", body, good.substring(4))).isEqualTo(401);
    assertThat(kept("dtc", "bad")).isZero();
  }

  @Test
  void aSecondArrivalIsAnsweredAndChangesNothing() throws Exception {
    assertThat(shopify("twice", news(104))).isEqualTo(200);
    awaitOrder("dtc", "104");
    int asked = fetches(104);

    assertThat(shopify("twice", news(104))).isEqualTo(200);
    assertThat(kept("dtc", "twice")).isEqualTo(1);
    assertThat(fetches(104)).isEqualTo(asked);
  }

  @Test
  void namesInAnyScriptAreVerifiedByTheirBytes() throws Exception {
    String body = news(105).replace("Ana", "ليلى 🐪 \\u00e9é");

    assertThat(shopify("unicode", body)).isEqualTo(200);
    awaitOrder("dtc", "105");
    assertThat(
            scene.one(
                "select convert_from(content, 'UTF8') from document where key = 'notification:dtc:unicode'"))
        .isEqualTo(body);
  }

  @Test
  void whatIsTooLargeForAnOrderIsRefused() throws Exception {
    assertThat(shopify("large", "{\"a\": \"" + "x".repeat(3_000_000) + "\"}")).isEqualTo(413);
    assertThat(shopify("less", news(106).replace("Ana", "x".repeat(1_000_000)))).isEqualTo(200);
    assertThat(kept("dtc", "large")).isZero();
  }

  @Test
  void aChannelThatTakesNoneIsNotFound() throws Exception {
    String body = news(107);
    for (String path : List.of("none", "mail", "dtc/x", "..%2Fdtc")) {
      assertThat(
              post(path, body, "X-Shopify-Hmac-SHA256", signature(body, SECRET), "channel", "dtc"))
          .isEqualTo(404);
    }
    assertThat(
            sender
                .send(HttpRequest.newBuilder(address("dtc")).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void whatIsNotJsonIsKeptForAPersonAndNotAskedForAgain() throws Exception {
    assertThat(shopify("broken", "{\"id\": 1")).isEqualTo(200);

    await().atMost(SOON).until(() -> state("notification:dtc:broken").equals("quarantined"));
    assertThat(scene.one("select fault from document where key = 'notification:dtc:broken'"))
        .contains("notification broken of dtc", "not JSON");
    assertThat(scene.one("select cure from document where key = 'notification:dtc:broken'"))
        .contains("replay");
  }

  @Test
  void anOrderByPollAndByWebhooksAtTheSameMomentIsOneOrder() throws Exception {
    CountDownLatch together = new CountDownLatch(1);
    List<CompletableFuture<Integer>> sent = new ArrayList<>();
    for (int order = 200; order < 205; order++) {
      for (int i = 0; i < 4; i++) {
        String id = "same-" + order + "-" + i;
        String body = news(order);
        sent.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    together.await();
                    return shopify(id, body);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
      }
    }
    together.countDown();
    for (int order = 200; order < 205; order++) {
      polled.put(Integer.toString(order), order(order));
    }

    assertThat(sent).allSatisfy(each -> assertThat(each.get()).isEqualTo(200));
    for (int order = 200; order < 205; order++) {
      String number = Integer.toString(order);
      awaitOrder("dtc", number);
      awaitRest();
      assertThat(count("document where kind = 'order' and name = '" + number + "'")).isEqualTo(1);
      assertThat(count("customer_order where number = '" + number + "'")).isEqualTo(1);
      assertThat(
              count(
                  "delivery d join customer_order o on o.id = d.order_id where d.kind = 'mail' and o.number = '"
                      + number
                      + "'"))
          .isEqualTo(1);
      assertThat(
              scene.one(
                  "select sum(l.ordered) from order_line l join customer_order o on o.id = l.order_id where o.number = '"
                      + number
                      + "'"))
          .isEqualTo("2");
    }
    polled.clear();
  }

  @Test
  void aBurstOfNewsOfOneOrderIsFetchedAFewTimes() throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    held.put("300", all);
    for (int i = 0; i < 50; i++) {
      assertThat(shopify("burst-" + i, news(300))).isEqualTo(200);
    }
    all.countDown();

    awaitOrder("dtc", "300");
    awaitRest();
    assertThat(count("document where kind = 'notification' and name like 'burst-%'")).isEqualTo(50);
    assertThat(fetches(300)).isBetween(1, 3);
  }

  @Test
  void aHubThatStopsBetweenStoringAndFetchingFetchesWhenItIsThereAgain(@TempDir Path folder)
      throws Exception {
    away = true;
    assertThat(shopify("stopped", news(400))).isEqualTo(200);
    await().atMost(SOON).until(() -> fetches(400) > 0);
    hub.stop();
    assertThat(count("customer_order where number = '400'")).isZero();
    assertThat(count("delivery where kind = 'order-news' and state in ('owed', 'sending')"))
        .isPositive();

    away = false;
    hub = run(folder);
    awaitOrder("dtc", "400");
  }

  @Test
  void aLongOrderIsFetchedToItsLastLine() throws Exception {
    assertThat(shopify("long", news(LONG))).isEqualTo(200);

    awaitOrder("dtc", Integer.toString(LONG));
    assertThat(
            count(
                "order_line l join customer_order o on o.id = l.order_id where o.number = '"
                    + LONG
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void aNotificationOfAmazonLeadsToItsOrder() throws Exception {
    assertThat(amazon("903-1", "guessed")).isEqualTo(401);
    assertThat(amazon("903-1", TOKEN)).isEqualTo(200);

    awaitOrder("vip", "903-1");
    assertThat(channels.uris())
        .anyMatch(uri -> uri.startsWith("GET /orders/2026-01-01/orders/903-1?includedData="));
  }

  @Test
  void theOfficialExampleOfAmazonIsRead() throws Exception {
    Path shared = Path.of(Optional.ofNullable(System.getenv("SERAI_SHARED")).orElse("../shared"));
    Path example = shared.resolve("contracts/amazon/payloads/OrderChangeNotification.example.json");
    Assumptions.assumeTrue(
        Files.isRegularFile(example), "skipped: the official example is not at hand");

    assertThat(post("vip", Files.readString(example), "X-Serai-Token", TOKEN)).isEqualTo(200);
    awaitOrder("vip", "903-8868176-2219830");
  }

  @Test
  void aHubWithoutItsDatabaseAsksToBeToldAgain() throws Exception {
    Scene down = Scene.usual().restart(apis(configuration(port)));
    int other = PageServer.freePort();
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      HttpServer.addTo(context, other);
      down.beans().forEach(context.getRegistry()::bind);
      for (String file : List.of("00-when-things-fail.yaml", "15-order-news.yaml")) {
        PluginHelper.getRoutesLoader(context)
            .loadRoutes(
                ResourceHelper.resolveMandatoryResource(
                    context, "file:" + HOME.resolve("routes/" + file)));
      }
      context.start();
      down.database.close();
      String body = news(500);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other + "/webhooks/dtc"))
              .header("X-Shopify-Topic", "orders/create")
              .header("X-Shopify-Hmac-SHA256", signature(body, SECRET))
              .POST(BodyPublishers.ofString(body))
              .build();
      assertThat(sender.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
    } finally {
      down.close();
    }
  }

  private OtherSide.Said answer(OtherSide.Asked asked) {
    if (asked.body().contains("grant_type")) {
      return json("{\"access_token\": \"t\", \"expires_in\": 3600}");
    }
    if (asked.uri().startsWith("/orders/2026-01-01/orders/")) {
      String id = asked.uri().replaceAll("^.*/orders/([^?/]*)\\?.*", "$1");
      return json("{\"order\": " + amazonOrder(id) + "}");
    }
    if (asked.uri().startsWith("/orders/2026-01-01/orders")) {
      return json("{\"orders\": []}");
    }
    if (asked.body().contains("SeraiOrderLines(")) {
      return json("{\"data\": {\"order\": {\"lineItems\": " + lines(LONG + 1, false) + "}}}");
    }
    if (asked.body().contains("SeraiOrder(")) {
      String id = asked.body().replaceAll("(?s).*gid://shopify/Order/(\\d+).*", "$1");
      hold(id);
      return away
          ? status(503, "away")
          : json("{\"data\": {\"order\": " + order(Integer.parseInt(id)) + "}}");
    }
    return json(
        "{\"data\": {\"orders\": {\"nodes\": ["
            + String.join(",", polled.values())
            + "], \"pageInfo\": {\"hasNextPage\": false, \"endCursor\": null}}}}");
  }

  /** The channel takes its time with an order, until the test has done what it wants. */
  private void hold(String order) {
    try {
      held.getOrDefault(order, new CountDownLatch(0)).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String order(int number) {
    return """
        {"id": "gid://shopify/Order/%d", "name": "#%d", "createdAt": "2026-11-23T08:00:00Z",
         "updatedAt": "2026-11-23T08:00:00Z", "processedAt": "2026-11-23T08:00:00Z", "cancelledAt": null,
         "displayFinancialStatus": "PAID", "currencyCode": "USD", "email": "ana@example.com",
         "shippingAddress": {"name": "Ana", "countryCodeV2": "US"},
         "lineItems": %s}"""
        .formatted(number, number, lines(number, number == LONG));
  }

  private static String lines(int id, boolean more) {
    return """
        {"nodes": [{"id": "gid://shopify/LineItem/%d", "sku": "A", "title": "A", "quantity": 2,
           "currentQuantity": 2, "unfulfilledQuantity": 2, "requiresShipping": true,
           "originalUnitPriceSet": {"shopMoney": {"amount": "10.00"}}}],
         "pageInfo": {"hasNextPage": %s, "endCursor": "c"}}"""
        .formatted(id, more);
  }

  private static String amazonOrder(String id) {
    return """
        {"orderId": "%s", "createdTime": "2026-11-23T08:00:00Z", "lastUpdatedTime": "2026-11-23T08:00:00Z",
         "salesChannel": {"marketplaceId": "ATVPDKIKX0DER"},
         "fulfillment": {"fulfillmentStatus": "UNSHIPPED", "fulfilledBy": "MERCHANT"},
         "recipient": {"deliveryAddress": {"name": "Ana", "countryCode": "US"}},
         "proceeds": {"grandTotal": {"currencyCode": "USD"}},
         "orderItems": [{"orderItemId": "1", "quantityOrdered": 1, "product": {"sellerSku": "A", "title": "A"}}]}"""
        .formatted(id);
  }

  private static String news(int order) {
    return "{\"id\": %d, \"admin_graphql_api_id\": \"gid://shopify/Order/%d\", \"name\": \"Ana\"}"
        .formatted(order, order);
  }

  private int shopify(String id, String body) throws Exception {
    return shopify(id, body, signature(body, SECRET));
  }

  private int shopify(String id, String body, String signature) throws Exception {
    return post(
        "dtc",
        body,
        "X-Shopify-Topic",
        "orders/updated",
        "X-Shopify-Webhook-Id",
        id,
        "X-Shopify-Hmac-Sha256",
        signature);
  }

  private int amazon(String order, String token) throws Exception {
    String body =
        """
        {"NotificationType": "ORDER_CHANGE", "NotificationMetadata": {"NotificationId": "%s"},
         "Payload": {"OrderChangeNotification": {"AmazonOrderId": "%s",
           "Summary": {"MarketplaceId": "ATVPDKIKX0DER", "OrderStatus": "Unshipped", "FulfillmentType": "MFN"}}}}"""
            .formatted("n-" + order, order);
    return post("vip", body, "X-Serai-Token", token);
  }

  private int post(String path, String body, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .headers(headers)
            .POST(BodyPublishers.ofString(body))
            .build();
    return sender.send(request, BodyHandlers.ofString()).statusCode();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + "/webhooks/" + path);
  }

  private static String signature(String body, String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private int fetches(int order) {
    return (int)
        channels.asked().stream()
            .filter(asked -> asked.body().contains("SeraiOrder("))
            .filter(asked -> asked.body().contains("gid://shopify/Order/" + order + "\""))
            .count();
  }

  private void awaitOrder(String channel, String number) {
    String query = "customer_order where channel = '" + channel + "' and number = '" + number + "'";
    await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> count(query) == 1);
  }

  private void awaitRest() {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                count("document where kind in ('notification', 'order') and status = 'received'")
                        + count("delivery where kind = 'order-news' and state <> 'done'")
                    == 0);
  }

  private int kept(String channel, String id) {
    return count("document where key = 'notification:" + channel + ":" + id + "'");
  }

  private String state(String key) {
    return scene.one("select coalesce(min(status), '') from document where key = '" + key + "'");
  }

  private int count(String what) {
    return Integer.parseInt(scene.one("select count(*) from " + what));
  }

  private CamelContext run(Path folder) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String name :
        List.of("00-when-things-fail", "10-orders-poll", "15-order-news", "20-orders-take-in")) {
      Files.copy(HOME.resolve("routes/" + name + ".yaml"), routes.resolve(name + ".yaml"));
    }
    Configuration configuration = configuration(port);
    scene.restart(apis(configuration));
    return new Routes(configuration, connectors(), HOME.resolve("connectors"), routes)
        .start(scene.beans());
  }

  private Configuration configuration(int httpPort) throws IOException {
    Path file = Files.createTempFile("serai", ".yaml");
    Files.writeString(
        file,
        """
        hub: {sweepMillis: 100, httpPort: %d}
        channels:
          dtc:
            connector: shopify
            pollSeconds: 0.2
            settings: {url: "%s", accessToken: t, locationId: gid://shopify/Location/1, webhookSecret: %s}
          vip:
            connector: amazon
            pollSeconds: 60
            settings: {endpoint: "%s", tokenUrl: "%s/token", sellerId: S, marketplaceId: ATVPDKIKX0DER, clientId: c, clientSecret: s, refreshToken: r, notificationToken: %s}
        """
            .formatted(httpPort, channels.url(), SECRET, channels.url(), channels.url(), TOKEN));
    Configuration configuration = Configuration.load(file, HOME, Map.of());
    Files.delete(file);
    return configuration;
  }

  private ApiDesk apis(Configuration configuration) {
    return ApiDesk.of(configuration, connectors(), scene.clock);
  }

  private static ConnectorCatalog connectors() {
    return ConnectorCatalog.scan(HOME.resolve("connectors"));
  }
}
