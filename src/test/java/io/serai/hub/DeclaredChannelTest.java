package io.serai.hub;

import static io.serai.hub.OtherSide.cut;
import static io.serai.hub.OtherSide.json;
import static io.serai.hub.OtherSide.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.AccountSettings;
import io.serai.api.Api;
import io.serai.api.ApiAccount;
import io.serai.api.Operation;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Settings;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declared channel against a real server that does what servers do. */
class DeclaredChannelTest {
  private static final String HEAD =
      """
      title: Shop
      kind: channel
      description: A shop for tests.
      settings:
        required: [url, secret]
        properties:
          url: {title: Url, description: Where, type: string}
          secret: {title: Secret, description: The secret, type: string, format: password}
      api:
        url: "{{url}}/api"
      """;
  private static final String OAUTH =
      """
        headers: {X-Correlation-Id: "{{uuid}}"}
        auth: {kind: oauth2RefreshToken, tokenUrl: "{{url}}/token", clientId: me, clientSecret: "{{secret}}", refreshToken: r, header: X-Access, scopes: [a, b]}
      """;
  private static final String ORDERS =
      """
        orders:
          request: '{path: "/orders", query: {since: $cursor, token: $page}}'
          paging: {kind: cursor, next: .next, expired: $status == 410}
          items: .orders
          number: .number
          cursor: .changed
          overlapSeconds: 60
      """;
  private static final String TRACKING =
      """
        tracking:
          lookup: '{path: "/orders/\\(.order)/parcels"}'
          requests: '.tracking as $mine | if ($before // [[]])[0] | index($mine) then empty else {path: "/orders/\\(.order)/parcels", body: {tracking}} end'
      """;

  @TempDir Path folder;
  private final OtherSide shop = new OtherSide();
  private final Time clock = new Time();
  private final List<Duration> pauses = new ArrayList<>();

  /** A clock that a test turns. */
  private static final class Time extends Clock {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-12-01T10:00:00Z"));

    void pass(Duration time) {
      now.updateAndGet(at -> at.plus(time));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void pagesFollowTheirTokenAndTheDurableCursorMovesAtTheLastOne() {
    ApiAccount account = account(ORDERS);
    shop.answersInTurn(
        json("{\"orders\":[{\"number\":1,\"changed\":\"2026-12-01T09:00:00Z\"}],\"next\":\"p 2\"}"),
        json("{\"orders\":[{\"number\":2,\"changed\":1796115600001}]}"));

    JsonNode first = account.orders("");
    JsonNode second = account(ORDERS).orders(first.get("cursor").asText());

    assertThat(shop.uris())
        .containsExactly(
            "GET /api/orders?since=2026-11-24T10%3A00%3A00Z",
            "GET /api/orders?since=2026-11-24T10%3A00%3A00Z&token=p%202");
    assertThat(first.get("more").asBoolean()).isTrue();
    assertThat(first.get("cursor").asText()).doesNotContain("since");
    assertThat(second.get("more").asBoolean()).isFalse();
    assertThat(second.get("cursor").asText()).isEqualTo("{\"since\":\"2026-12-01T09:00:00.001Z\"}");
  }

  @Test
  void theNextRoundStartsWhereTheFirstDidThatMetNothingHoweverLateItIs() {
    ApiAccount account = account(ORDERS);
    shop.answersInTurn(json("{\"orders\":[]}"));

    JsonNode page = account.orders("");

    assertThat(page.get("cursor").asText()).isEqualTo("{\"since\":\"2026-11-24T10:00:00Z\"}");
  }

  @Test
  void whatChangedWhileARoundWasReadIsReadAgain() {
    ApiAccount account = account(ORDERS);
    shop.answersInTurn(json("{\"orders\":[{\"number\":1,\"changed\":\"2026-12-01T10:07:00Z\"}]}"));

    JsonNode page = account.orders("{\"since\":\"2026-12-01T09:00:00Z\"}");

    assertThat(page.get("cursor").asText()).isEqualTo("{\"since\":\"2026-12-01T10:00:00Z\"}");
  }

  @Test
  void aPageTokenThatExpiredStartsTheRoundAgain() {
    ApiAccount account = account(ORDERS);
    shop.answersInTurn(status(410, "{}"));

    JsonNode page =
        account.orders(
            "{\"since\":\"2026-12-01T09:00:00Z\",\"started\":\"2026-12-01T09:30:00Z\",\"page\":\"old\"}");

    assertThat(page.get("cursor").asText()).isEqualTo("{\"since\":\"2026-12-01T09:00:00Z\"}");
    assertThat(page.get("more").asBoolean()).isFalse();
  }

  @Test
  void anIdBeyondADoubleStaysWhatItIs() {
    shop.answersInTurn(
        json(
            "{\"orders\":[{\"number\":9007199254740993123,\"changed\":0,\"price\":0.10,\"phone\":null}]}"));

    JsonNode order = account(ORDERS).orders("").at("/orders/0");

    assertThat(order.get("number").asText()).isEqualTo("9007199254740993123");
    assertThat(order.get("order").toString()).contains("9007199254740993123", "null");
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndOnceWhenItIsRefusedInTheMiddle() {
    AtomicInteger tokens = new AtomicInteger();
    AtomicReference<String> refused = new AtomicReference<>("");
    shop.answers(
        asked -> {
          if (asked.uri().equals("/token")) {
            return json(
                "{\"access_token\":\"token-%d\",\"expires_in\":3600}"
                    .formatted(tokens.incrementAndGet()));
          }
          return refused.get().equals(asked.headers().get("X-access"))
              ? status(401, "{}")
              : json("{\"orders\":[]}");
        });
    ApiAccount account = account(OAUTH + ORDERS);

    account.orders("");
    account.orders("");
    assertThat(tokens).hasValue(1);
    clock.pass(Duration.ofSeconds(3541));
    account.orders("");
    assertThat(tokens).hasValue(2);
    refused.set("token-2");
    account.orders("");
    assertThat(tokens).hasValue(3);
    assertThat(shop.asked().get(0).body())
        .isEqualTo(
            "grant_type=refresh_token&client_id=me&client_secret=s3cret&refresh_token=r&scope=a%20b");
    assertThat(shop.asked().get(1).headers().get("X-correlation-id"))
        .isNotEqualTo(shop.asked().get(2).headers().get("X-correlation-id"));
  }

  @Test
  void oneRequestMayWantAnotherWordBeforeTheToken() {
    shop.answersInTurn(
        json("{\"access_token\":\"token-1\",\"expires_in\":3600}"), status(201, "{}"));

    tell(
        account(
            OAUTH
                + """
                  tracking:
                    requests: '{path: "/parcels", headers: {"X-Access": "IAF {{token}}"}, body: {tracking}}'
                """),
        1,
        "T1");

    assertThat(shop.asked().get(1).headers().get("X-access")).isEqualTo("IAF token-1");
  }

  @Test
  void aTokenIsAskedForOnceHoweverManyWantIt() {
    AtomicInteger tokens = new AtomicInteger();
    shop.answers(
        asked -> {
          if (asked.uri().equals("/token")) {
            tokens.incrementAndGet();
            return json("{\"access_token\":\"t\",\"expires_in\":3600}");
          }
          return json("{\"orders\":[]}");
        });
    ApiAccount account = account(OAUTH + ORDERS);

    List<CompletableFuture<JsonNode>> polls =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> account.orders("")))
            .toList();
    polls.forEach(CompletableFuture::join);

    assertThat(tokens).hasValue(1);
  }

  @Test
  void credentialsThatAreNeverTakenAreTriedLaterAndNotPrinted() {
    shop.answers(
        asked ->
            asked.uri().equals("/token")
                ? json("{\"access_token\":\"tok-en\",\"expires_in\":3600}")
                : status(401, "tok-en and s3cret are wrong"));

    assertThatThrownBy(() -> account(OAUTH + ORDERS).orders(""))
        .isInstanceOf(TryLater.class)
        .hasMessageContaining("credentials are not taken")
        .hasMessageNotContaining("s3cret")
        .hasMessageNotContaining("tok-en");
  }

  @Test
  void aRefusedGrantIsForAPerson() {
    shop.answersInTurn(status(400, "{\"error\":\"invalid_grant\"}"));

    assertThatThrownBy(() -> account(OAUTH + ORDERS).orders(""))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("HTTP 400 invalid_grant");
  }

  @Test
  void aPollEndsQuietlyWhenTheChannelIsBusyAndAsksNothingUntilItMay() {
    shop.answersInTurn(status(429, "busy", "Retry-After", "30"), json("{\"orders\":[]}"));
    ApiAccount account = account(ORDERS);

    JsonNode busy = account.orders("");
    account.orders(busy.get("cursor").asText());
    assertThat(shop.asked()).hasSize(1);
    clock.pass(Duration.ofSeconds(31));
    account.orders(busy.get("cursor").asText());

    assertThat(shop.asked()).hasSize(2);
    assertThat(busy.get("orders")).isEmpty();
    assertThat(busy.get("more").asBoolean()).isFalse();
  }

  @Test
  void aDeliveryWaitsAsLongAsTheAnswerSaysWhetherInSecondsAsADateOrNotAtAll() {
    ApiAccount account = account(TRACKING);
    shop.answersInTurn(
        status(429, "", "Retry-After", "7"),
        status(429, "", "Retry-After", "Tue, 01 Dec 2026 10:01:40 GMT"),
        status(429, ""));

    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(7));
    clock.pass(Duration.ofSeconds(7));
    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(93));
    clock.pass(Duration.ofSeconds(93));
    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theConnectorReadsOtherWordsForSlowerFromAnyAnswer() {
    ApiAccount account =
        account(
            """
              slowDown: 'if ($headers["x-left"] // "9" | tonumber) == 0 then 5000 else null end'
            """
                + TRACKING);
    shop.answersInTurn(status(201, "{}", "X-Left", "0"));

    tell(account, 1, "T1");

    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(5));
    assertThat(shop.asked()).hasSize(1);
  }

  @Test
  void theBudgetIsKeptAndThoseWhoWaitComeBackOneAfterTheOther() {
    ApiAccount account =
        account("  rateLimits: {tracking: {perSecond: 0.5, burst: 4}}\n" + TRACKING);
    shop.answersInTurn(status(201, "{}"));

    tell(account, 1, "T1");
    tell(account, 1, "T2");

    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(2));
    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(4));
    assertThat(waiting(account)).isEqualTo(Duration.ofSeconds(6));
    clock.pass(Duration.ofSeconds(2));
    tell(account, 1, "T3");
    assertThat(shop.asked()).hasSize(3);
  }

  @Test
  void aShortWaitIsWaitedOnTheSpot() {
    ApiAccount account = account("  rateLimits: {all: {perSecond: 4}}\n" + TRACKING);
    shop.answersInTurn(status(201, "{}"));

    tell(account, 1, "T1");
    tell(account, 1, "T2");

    assertThat(pauses).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void aServerErrorAndHalfABodyAndALostConnectionAreTriedLater() {
    ApiAccount account = account(ORDERS);
    shop.answersInTurn(status(500, "oops"), json("{\"orders\":["), cut("{\"orders\":["));

    for (String why : List.of("HTTP 500", "cut short", "no whole answer")) {
      assertThatThrownBy(() -> account.orders(""))
          .asInstanceOf(type(TryLater.class))
          .satisfies(later -> assertThat(later.waiting()).isEmpty())
          .satisfies(later -> assertThat(later).hasMessageContaining(why));
    }
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() {
    shop.answers(
        asked -> {
          try {
            Thread.sleep(3000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return json("[]");
        });

    assertThatThrownBy(() -> account(ORDERS, Duration.ofMillis(300)).orders(""))
        .isInstanceOf(TryLater.class)
        .hasMessageContaining("no whole answer");
  }

  @Test
  void whatTheChannelRefusesIsForAPersonWithItsReason() {
    shop.answersInTurn(status(422, "{\"error\":\"no such order\"}"));

    assertThatThrownBy(() -> tell(account(TRACKING), 1, "T1"))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("POST /api/orders/7/parcels: HTTP 422", "no such order");
  }

  @Test
  void errorsInsideAGoodStatusAreReadAsTheConnectorSays() {
    ApiAccount account =
        account(
            """
              answers:
                - {operation: tracking, status: 207, test: '[.results[] | select(.code >= 500)] | length > 0', then: retry}
                - {operation: tracking, status: [200, 207], test: '.results | any(.code >= 400)', then: fail, message: '.results[] | select(.code >= 400) | .text'}
                - {status: 409, then: ignore}
            """
                + TRACKING);
    shop.answersInTurn(
        status(207, "{\"results\":[{\"code\":200},{\"code\":503}]}"),
        status(207, "{\"results\":[{\"code\":200},{\"code\":404,\"text\":\"gone\"}]}"),
        json("{\"results\":[{\"code\":400,\"text\":\"bad\"}]}"),
        status(409, "there already"));

    assertThatThrownBy(() -> tell(account, 1, "T1")).isInstanceOf(TryLater.class);
    assertThatThrownBy(() -> tell(account, 1, "T1"))
        .isInstanceOf(Rejected.class)
        .hasMessageEndingWith("gone");
    assertThatThrownBy(() -> tell(account, 1, "T1"))
        .isInstanceOf(Rejected.class)
        .hasMessageEndingWith("bad");
    tell(account, 1, "T1");
  }

  @Test
  void anAnswerLostAfterTheChannelActedDoublesNothing() {
    List<String> parcels = new ArrayList<>();
    shop.answers(
        asked -> {
          if (asked.method().equals("GET")) {
            return json(Json.MAPPER.valueToTree(parcels).toString());
          }
          parcels.add(Json.read(asked.body()).get("tracking").asText());
          return cut("{\"ok\":");
        });

    assertThatThrownBy(() -> tell(account(TRACKING), 1, "T1")).isInstanceOf(TryLater.class);
    tell(account(TRACKING), 2, "T1");

    assertThat(parcels).containsExactly("T1");
  }

  @Test
  void aDeliveryOfManyRequestsGoesOnWhereTheBudgetEndedIt() {
    ApiAccount account =
        account(
            """
              rateLimits: {stock: {perSecond: 0.5, burst: 4}}
              stock: {requests: '.quantities[] | {method: "PUT", path: "/stock", query: {sku}, body: {quantity}}'}
            """);
    shop.answersInTurn(status(204, ""));
    ObjectNode payload = Json.object();
    for (String sku : List.of("A", "B", "C")) {
      payload.withArray("quantities").addObject().put("sku", sku).put("quantity", 1);
    }

    assertThatThrownBy(() -> account.tell(Operation.STOCK, "k", 1, payload))
        .asInstanceOf(type(TryLater.class))
        .satisfies(later -> assertThat(later.isBegun()).isTrue());
    clock.pass(Duration.ofSeconds(2));
    account.tell(Operation.STOCK, "k", 1, payload);

    assertThat(shop.uris())
        .containsExactly("PUT /api/stock?sku=A", "PUT /api/stock?sku=B", "PUT /api/stock?sku=C");
  }

  @Test
  void laterRequestsSeeWhatEarlierOnesWereAnsweredAndNothingSecretLeavesTheHost() {
    try (OtherSide store = new OtherSide()) {
      ApiAccount account =
          account(
              """
                auth: {kind: apiKey, header: X-Key, key: "{{secret}}"}
                stock:
                  requests:
                    - '{path: "/documents", body: {}}'
                    - '{method: "PUT", url: $answers[0].body.url, body: "feed"}'
                    - '{path: "/feeds", body: {document: $answers[0].body.id}}'
              """);
      store.answersInTurn(status(200, ""));
      shop.answersInTurn(
          json("{\"id\":\"d1\",\"url\":\"" + store.url() + "/up?sig=a%2Fb\"}"), json("{}"));

      account.tell(Operation.STOCK, "k", 1, Json.object());

      assertThat(store.uris()).containsExactly("PUT /up?sig=a%2Fb");
      assertThat(store.asked().get(0).headers()).doesNotContainKey("X-key");
      assertThat(store.asked().get(0).body()).isEqualTo("feed");
      assertThat(shop.asked().get(1).body()).isEqualTo("{\"document\":\"d1\"}");
      assertThat(shop.asked().get(1).headers()).containsEntry("X-key", "s3cret");
    }
  }

  @Test
  void nextPagesAreFoundByLinkByAddressAndByQueryAndStayAtTheChannelsHost() {
    for (String[] kind :
        new String[][] {
          {"{kind: link}", "[]"},
          {
            "{kind: nextUrl, next: .next}",
            "{\"next\":\"https://elsewhere.example/api/orders?p=2\"}"
          },
          {"{kind: nextQuery, next: .next}", "{\"next\":\"?p=2&s=a b\"}"}
        }) {
      ApiAccount account =
          account(
              """
                orders:
                  request: '{path: "/orders", query: {limit: 5}}'
                  items: '[]'
                  number: .n
                  cursor: .c
                  paging: %s
              """
                  .formatted(kind[0]));
      String link =
          "<https://a.example/api/orders?p=1>; rel=\"prev\", <https://elsewhere.example/api/orders?p=2>; rel=\"next\"";
      shop.answersInTurn(status(200, kind[1], "Link", link), json("{}"));

      account.orders(account.orders("").get("cursor").asText());
    }
    assertThat(shop.uris())
        .containsExactly(
            "GET /api/orders?limit=5",
            "GET /api/orders?p=2",
            "GET /api/orders?limit=5",
            "GET /api/orders?p=2",
            "GET /api/orders?limit=5",
            "GET /api/orders?p=2&s=a%20b");
  }

  @Test
  void ordersThatTheListHoldsInPartAreReadOneByOneAsFarAsTheBudgetGoes() {
    String declared =
        """
          rateLimits: {detail: {perSecond: 0.5, burst: 2}}
          orders:
            request: '{path: "/orders"}'
            items: .
            number: .id
            cursor: .at
            detail: '{path: "/orders/\\(.id)"}'
        """;
    ApiAccount account = account(declared);
    shop.answers(
        asked ->
            asked.uri().endsWith("/orders")
                ? json("[{\"id\":1,\"at\":1796115600005},{\"id\":2,\"at\":1796115600006}]")
                : json("{\"whole\":\"" + asked.uri() + "\"}"));

    JsonNode first = account.orders("");
    clock.pass(Duration.ofSeconds(2));
    JsonNode second = account.orders(first.get("cursor").asText());

    assertThat(first.get("orders")).hasSize(1);
    assertThat(first.at("/orders/0/order/whole").asText()).isEqualTo("/api/orders/1");
    assertThat(second.get("orders")).hasSize(1);
    assertThat(second.at("/orders/0/order/whole").asText()).isEqualTo("/api/orders/2");
    assertThat(second.get("cursor").asText()).isEqualTo("{\"since\":\"2026-12-01T09:00:00.006Z\"}");
  }

  @Test
  void aRequestIsSignedByTheTextThatTheConnectorNames() {
    ApiAccount account =
        account(
            """
              auth: {kind: hmac, secret: "{{secret}}", signed: '.method + .path + .body', header: X-Sign, encoding: hex, prefix: "v1="}
            """
                + TRACKING);
    shop.answersInTurn(status(201, "{}"));

    tell(account, 1, "T1");

    // By: printf 'POST/api/orders/7/parcels{"tracking":"T1"}' | openssl dgst -sha256 -hmac s3cret
    assertThat(shop.asked().get(0).headers().get("X-sign"))
        .isEqualTo("v1=" + hmac("POST/api/orders/7/parcels{\"tracking\":\"T1\"}"));
  }

  @Test
  void whatTheConnectorCannotDoIsForAPersonWithItsOwnWords() {
    ApiAccount account =
        account("  cancellation: {requests: 'error(\"only whole orders can be cancelled\")'}\n");

    assertThatThrownBy(() -> account.tell(Operation.CANCELLATION, "k", 1, Json.object()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("only whole orders can be cancelled");
    assertThatThrownBy(() -> account.tell(Operation.STOCK, "k", 1, Json.object()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("no api.stock");
  }

  @Test
  void requestsThatAreIndependentGoOnBehindOneThatIsRefused() {
    ApiAccount account =
        account(
            """
              stock: {independent: true, requests: ['.quantities[] | {method: "PUT", path: "/stock/\\(.sku)", body: {quantity}}', '{path: "/done", method: "POST"}']}
            """);
    shop.answersInTurn(json("{}"), status(400, "no B here"), json("{}"), status(400, "no D here"));
    var payload = Json.object();
    List.of("A", "B", "C", "D")
        .forEach(sku -> payload.withArray("quantities").addObject().put("sku", sku));

    assertThatThrownBy(() -> account.tell(Operation.STOCK, "k", 1, payload))
        .isInstanceOf(Rejected.class)
        .hasMessageContainingAll("no B here", "no D here");
    assertThat(shop.uris())
        .containsExactly(
            "PUT /api/stock/A", "PUT /api/stock/B", "PUT /api/stock/C", "PUT /api/stock/D");
  }

  @Test
  void whatIsReplayedForAPersonBeginsAnew() {
    ApiAccount account =
        account(
            "  cancellation: {requests: ['{path: \"/documents\", method: \"POST\"}', '{path:"
                + " \"/upload\", method: \"PUT\"}']}\n");
    shop.answersInTurn(json("{}"), status(403, "expired"), json("{}"), json("{}"));

    assertThatThrownBy(() -> account.tell(Operation.CANCELLATION, "k", 1, Json.object()))
        .isInstanceOf(Rejected.class);
    account.tell(Operation.CANCELLATION, "k", 2, Json.object());

    assertThat(shop.uris())
        .containsExactly(
            "POST /api/documents", "PUT /api/upload", "POST /api/documents", "PUT /api/upload");
  }

  @Test
  void aDocumentThatIsPackedIsReadAsWhatIsInIt() {
    ApiAccount account = account(ORDERS);
    shop.answersInTurn(
        OtherSide.packed("{\"orders\":[{\"number\":1,\"changed\":\"2026-12-01T09:00:00Z\"}]}"));

    assertThat(account.orders("").at("/orders/0/number").asText()).isEqualTo("1");
  }

  private static String hmac(String text) {
    try {
      var mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(
          new javax.crypto.spec.SecretKeySpec(
              "s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration waiting(ApiAccount account) {
    try {
      tell(account, 1, "T1");
    } catch (TryLater later) {
      return later.waiting().orElse(Duration.ZERO);
    }
    throw new AssertionError("it does not wait");
  }

  private static void tell(ApiAccount account, int attempts, String tracking) {
    ObjectNode parcel = Json.object().put("order", "7").put("tracking", tracking);
    account.tell(Operation.TRACKING, "tracking:" + tracking, attempts, parcel);
  }

  private ApiAccount account(String declared) {
    return account(declared, Duration.ofSeconds(5));
  }

  private ApiAccount account(String declared, Duration patience) {
    Path file = folder.resolve("channels/shop/connector.yaml");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, HEAD + declared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ConnectorCatalog catalog = ConnectorCatalog.scan(folder);
    assertThat(catalog.faults()).isEmpty();
    Connector connector = catalog.find(ConnectorKind.CHANNEL, "shop").orElseThrow();
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put("url", shop.url()).put("secret", "s3cret");
    return new ApiAccount(
        "shop",
        Api.of(connector).orElseThrow(),
        new AccountSettings(connector, Settings.of(settings)),
        clock,
        clock,
        new HttpTransport(patience),
        wait -> {
          pauses.add(wait);
          clock.pass(wait);
        });
  }
}
