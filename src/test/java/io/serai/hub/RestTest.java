package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.balance.Balance;
import io.serai.document.Document;
import io.serai.mapping.Json;
import io.serai.rest.AccessTokens;
import io.serai.rest.Contract;
import io.serai.rest.Incoming;
import io.serai.rest.Operation;
import io.serai.rest.Reply;
import io.serai.rest.RestApi;
import io.serai.rest.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API as programs meet it; every answer is held to the document that the hub publishes. */
class RestTest {
  private static final String BASE = "/api/v1";
  private static Scene scene;
  private static PageServer server;
  private static String host;
  private static ApiCaller all;

  @BeforeAll
  static void aHubWithSomethingToTell() throws Exception {
    int port = PageServer.freePort();
    scene = Scene.usual();
    scene.stock("north", "TEA,9,4.10", "MUG,0").order("1001", "TEA,3", "MUG,2");
    scene.sendPurchaseOrders();
    scene.notice(
        "north", scene.purchaseOrder("1001") + ",1,TEA,2,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
    scene.bill("north", "INV-1,2026-12-01," + scene.purchaseOrder("1001") + ",1,TEA,3,4.10,USD");
    scene.rawFile("north", "ACK-bad.csv", "po_number,line\n<i>,x\n");
    server = PageServer.start(scene, port);
    host = "http://127.0.0.1:" + port;
    String token = token("all", Scope.words());
    JsonNode document = document(token);
    all = new ApiCaller(host, token, ApiCaller.contract(document.toString()));
  }

  @AfterAll
  static void end() {
    server.close();
    scene.close();
  }

  private static JsonNode document(String token) throws Exception {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(host + BASE + "/openapi.json"))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    return Json.read("openapi.json", response.body());
  }

  private static String token(String name, List<String> scopes) {
    return scene.database.inTransaction(
        handle ->
            new AccessTokens(Clock.systemUTC())
                .make(handle, name, scopes, Optional.empty(), "a test")
                .secret());
  }

  @Test
  void ordersAreListedAndToldWhole() {
    assertThat(all.get(BASE + "/orders").body().at("/items/0/number").asText()).isEqualTo("1001");
    JsonNode order = all.get(BASE + "/orders/dtc/1001").body();
    assertThat(order.at("/shipments/0/packages/0/tracking/0").asText()).isEqualTo("1Z999");
    assertThat(order.at("/backorders/0/place").asInt()).isEqualTo(1);
    assertThat(order.at("/timeline")).isNotEmpty();
  }

  @Test
  void whatIsShownIsWhatTheDocumentSays() {
    String paper = scene.one("select id from document where name = 'ACK-bad.csv'");
    String delivery = scene.one("select min(id) from delivery");
    for (String path :
        List.of(
            "/openapi.json",
            "/openapi.yaml",
            "/today",
            "/audit",
            "/orders?text=1001&state=waiting&channel=dtc&split=false",
            "/stock?from=A",
            "/stock/TEA",
            "/backorders?late=false",
            "/backorders/MUG",
            "/backorder-days",
            "/suppliers",
            "/suppliers/north",
            "/suppliers/north/invoices",
            "/documents?kind=supplier-file&account=north&direction=in&status=applied",
            "/documents/" + paper,
            "/documents/" + paper + "/content",
            "/quarantine",
            "/quarantine/deliveries",
            "/deliveries/" + delivery)) {
      assertThat(all.get(BASE + path).status()).as(path).isEqualTo(200);
    }
    assertThat(all.get(BASE + "/stock/TEA").body().get("sellable").asInt()).isPositive();
    assertThat(all.get(BASE + "/suppliers/north/invoices").body().at("/items/0/number").asText())
        .isEqualTo("INV-1");
    assertThat(all.get(BASE + "/orders/dtc/nobody").status()).isEqualTo(404);
    assertThat(all.get(BASE + "/orders/dtc/1001/plan").body().path("explanation").asText())
        .contains("Order 1001", "Line 1");
    assertThat(all.get(BASE + "/orders/dtc/nobody/plan").status()).isEqualTo(404);
    assertThat(all.get(BASE + "/stock/nothing").status()).isEqualTo(404);
    assertThat(all.get(BASE + "/suppliers/nobody").status()).isEqualTo(404);
    assertThat(all.get(BASE + "/documents/" + paper + "/canonical").status()).isEqualTo(404);
  }

  @Test
  void aListGoesOnWhereItsCursorSays() {
    ApiCaller.Said first = all.get(BASE + "/documents?limit=1&direction=in");
    ApiCaller.Said second = all.get(first.body().get("next").asText());

    assertThat(first.body().get("items")).hasSize(1);
    assertThat(second.body().at("/items/0/id").asLong())
        .isLessThan(first.body().at("/items/0/id").asLong());
    assertThat(second.body().get("next").asText()).contains("direction=in");
    assertThat(all.get(all.get(BASE + "/stock?limit=1").body().get("next").asText()).status())
        .isEqualTo(200);
    String other = first.body().get("cursor").asText();
    assertThat(all.get(BASE + "/orders?cursor=" + other).detail()).contains("cursor");
    assertThat(all.get(BASE + "/orders?cursor=%21").status()).isEqualTo(400);
  }

  @Test
  void whatIsNotUnderstoodIsRefusedByItsName() {
    ApiCaller.Said unknown = all.get(BASE + "/orders?stat=open");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(unknown.body().at("/errors/0/parameter").asText()).isEqualTo("stat");
    assertThat(all.get(BASE + "/orders?limit=201").detail()).contains("from 1 to 200");
    assertThat(all.get(BASE + "/orders?state=lost").detail()).contains("open, ended");
    assertThat(all.get(BASE + "/orders?text=a&text=b").detail()).contains("twice");
    assertThat(all.get(BASE + "/documents?day=tomorrow").detail()).contains("2026-12-01");

    String notes = BASE + "/orders/dtc/1001/notes";
    ApiCaller.Said field = all.post(notes, "{\"text\": \"x\", \"a/b\": 1}");
    assertThat(field.status()).isEqualTo(422);
    assertThat(field.body().at("/errors/0/pointer").asText()).isEqualTo("/a~1b");
    assertThat(all.post(notes, "{\"text\": \"\\u0000\"}").body().at("/errors/0/pointer").asText())
        .isEqualTo("/text");
    assertThat(all.post(notes, "{\"text\":").detail()).contains("body:1:");
    assertThat(all.post(notes, "").status()).isEqualTo(400);
    assertThat(all.call("POST", notes, "x=1", Map.of("Content-Type", "text/plain")).status())
        .isEqualTo(415);
    assertThat(all.call("GET", BASE + "/orders", "", Map.of("Accept", "text/html")).status())
        .isEqualTo(406);
    ApiCaller.Said method = all.call("DELETE", BASE + "/orders", "", Map.of());
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).isEqualTo("GET, POST");
    assertThat(all.post(notes, "{\"text\": \"" + "x".repeat(1_050_000) + "\"}").status())
        .isEqualTo(413);
  }

  @Test
  void aFailureOnThisSideIsToldByAnIdThatTheLogHas() {
    Incoming request = new Incoming("GET", "/api/v1/orders", "", Map.of(), new byte[0]);
    Reply reply = RestApi.excuse(request, new IllegalStateException("password=secret"));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body().toString()).contains("the cause as").doesNotContain("secret");
    Reply outage = RestApi.excuse(request, new ConnectionException(new SQLException("x", "08006")));
    assertThat(outage.status()).isEqualTo(503);
    assertThat(outage.headers()).containsKey("Retry-After");
  }

  @Test
  void aPushedOrderIsTakenInOnceForEachRevision() {
    String order = pushed("P/1 #2", "1");
    ApiCaller.Said first = all.post(BASE + "/orders", order);
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.header("Location")).isEqualTo(BASE + "/orders/dtc/P%2F1%20%232");
    assertThat(all.get(first.header("Location")).detail()).contains("taken in within seconds");
    assertThat(all.post(BASE + "/orders", order).body().get("status").asText()).isEqualTo("known");
    assertThat(all.post(BASE + "/orders", order.replace("Ann", "Bea")).status()).isEqualTo(409);

    takeIn();
    assertThat(all.get(first.header("Location")).body().get("customer").asText())
        .isEqualTo("Ann <b>Lee</b>");

    all.post(
        BASE + "/orders",
        pushed("P/1 #2", "2").replace("\"lines\"", "\"cancelled\": true, \"lines\""));
    takeIn();
    assertThat(all.get(first.header("Location")).body().has("endedAt")).isTrue();
  }

  @Test
  void anOrderThatCannotBeReadIsRefusedByItsField() {
    ApiCaller.Said quantity =
        all.post(
            BASE + "/orders", pushed("P-2", "1").replace("\"quantity\": 2", "\"quantity\": 0"));
    assertThat(quantity.status()).isEqualTo(422);
    assertThat(quantity.body().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/quantity");
    assertThat(all.post(BASE + "/orders", pushed("P-2", "1").replace("dtc", "vip")).detail())
        .contains("/channel", "those are dtc");
    assertThat(all.post(BASE + "/orders", pushed("P-2", "1").replace("T09:00:00Z", "")).status())
        .isEqualTo(422);
  }

  @Test
  void aRequestWithTheSameKeyIsDoneOnce() {
    String notes = BASE + "/orders/dtc/1001/notes";
    Map<String, String> key = Map.of("Idempotency-Key", "k-1");
    ApiCaller.Said first = all.call("POST", notes, "{\"text\": \"once\"}", key);
    ApiCaller.Said again = all.call("POST", notes, "{\"text\": \"once\"}", key);
    assertThat(first.status()).isEqualTo(204);
    assertThat(again.status()).isEqualTo(204);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(all.call("POST", notes, "{\"text\": \"twice\"}", key).status()).isEqualTo(422);

    scene.database.useTransaction(
        handle -> handle.execute("update api_repeat set at = at - interval '25 hours'"));
    assertThat(
            all.call("POST", notes, "{\"text\": \"a day later\"}", key)
                .header("Idempotency-Replayed"))
        .isEmpty();

    List<CompletableFuture<Integer>> together =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            all.call(
                                    "POST",
                                    notes,
                                    "{\"text\": \"together\"}",
                                    Map.of("Idempotency-Key", "k-2"))
                                .status()))
            .toList();
    assertThat(together).allSatisfy(each -> assertThat(each.join()).isIn(204, 409));
    for (String text : List.of("once", "together")) {
      assertThat(scene.one("select count(*) from timeline where text = 'token all: " + text + "'"))
          .isEqualTo("1");
    }
  }

  @Test
  void offersAreUpdatedAsByAStockFile() {
    ApiCaller.Said one =
        all.put(
            BASE + "/suppliers/south/offers/POT%2F1",
            "{\"quantity\": 4, \"unitCost\": \"2.50\", \"restockDate\": \"2026-12-01\", \"restockQuantity\": 10}");
    ApiCaller.Said many =
        all.post(
            BASE + "/suppliers/south/offers",
            "{\"offers\": [{\"sku\": \"CUP\", \"quantity\": 7}, {\"sku\": \"JAR\", \"quantity\": 0}]}");
    assertThat(one.status()).isEqualTo(202);
    scene.applyFiles("south");

    JsonNode stock = all.get(BASE + "/stock/POT%2F1").body();
    assertThat(stock.at("/offers/0/onHand").asInt()).isEqualTo(4);
    assertThat(stock.at("/offers/0/unitCost").asText()).isEqualTo("2.50");
    assertThat(stock.at("/offers/0/restockQuantity").asInt()).isEqualTo(10);
    assertThat(all.get(BASE + "/stock/CUP").body().get("sellable").asInt()).isEqualTo(7);
    String document = many.header("Location");
    assertThat(all.get(document).body().get("status").asText()).isEqualTo("applied");
    assertThat(all.get(document + "/canonical").body().at("/offers/0/sku").asText())
        .isEqualTo("CUP");

    assertThat(all.put(BASE + "/suppliers/nobody/offers/A", "{\"quantity\": 1}").status())
        .isEqualTo(404);
    assertThat(
            all.post(
                    BASE + "/suppliers/south/offers",
                    "{\"offers\": [{\"sku\": \"A\", \"quantity\": 1}, {\"sku\": \"A\", \"quantity\": 2}]}")
                .body()
                .at("/errors/0/pointer")
                .asText())
        .isEqualTo("/offers/1/sku");
    assertThat(all.put(BASE + "/suppliers/south/offers/A", "{\"quantity\": -1}").status())
        .isEqualTo(422);
  }

  @Test
  void whatPeopleDoToOrdersProgramsDoToo() {
    scene.stock("north", "BOX,5").order("2001", "BOX,2");
    String order = BASE + "/orders/dtc/2001";
    assertThat(all.post(order + "/hold", "{\"why\": \"fraud check\"}").status()).isEqualTo(200);
    assertThat(all.get(order).body().get("holdReason").asText()).contains("fraud check");
    assertThat(all.post(order + "/release", "").status()).isEqualTo(200);
    assertThat(all.post(order + "/plan", "").status()).isEqualTo(200);
    assertThat(all.post(order + "/lines/9/cancellation", "{\"why\": \"x\"}").status())
        .isEqualTo(409);
    assertThat(all.post(order + "/lines/1/supplier", "{\"supplier\": \"south\"}").status())
        .isEqualTo(409);
    assertThat(
            all.post(order + "/lines/1/cancellation", "{\"quantity\": 1, \"why\": \"one less\"}")
                .status())
        .isEqualTo(200);
    assertThat(all.post(order + "/cancellation", "{\"why\": \"none\"}").status()).isEqualTo(200);
    assertThat(all.get(order).body().at("/lines/0/cancelled").asInt()).isEqualTo(2);
    assertThat(all.post(BASE + "/orders/dtc/nobody/release", "").status()).isEqualTo(404);
    assertThat(scene.rows("select distinct who from audit where subject = 'order dtc 2001'"))
        .containsExactly(List.of("token all"));
    assertThat(scene.database.inTransaction(Balance::check)).isEmpty();
  }

  @Test
  void quarantineIsEmptiedByPrograms() {
    scene.rawFile("north", "ACK-worse.csv", "po_number,line\n");
    scene.rawFile("north", "ACK-worst.csv", "po_number,line\n");
    String worse =
        BASE + "/documents/" + scene.one("select id from document where name = 'ACK-worse.csv'");
    String worst =
        BASE + "/documents/" + scene.one("select id from document where name = 'ACK-worst.csv'");
    assertThat(all.get(BASE + "/quarantine").body().at("/items").findValuesAsText("account"))
        .contains("north");
    ApiCaller.Said replaced = all.put(worse + "/content", "{\"content\": \"po_number,line\\nx\"}");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(all.get(replaced.body().get("kept").asText() + "/content").response().body())
        .asString()
        .isEqualTo("po_number,line\n");
    assertThat(all.post(worst + "/dismissal", "{\"why\": \"old\"}").status()).isEqualTo(204);
    assertThat(all.post(worst + "/replay", "").status()).isEqualTo(409);
    scene.applyFiles("north");
    assertThat(all.post(worse + "/replay", "").status()).isEqualTo(204);
    scene.applyFiles("north");
    assertThat(
            all.post(BASE + "/quarantine/replay", "{\"account\": \"nobody\"}")
                .body()
                .get("documents")
                .asInt())
        .isZero();

    String delivery = scene.one("select min(id) from delivery where kind = 'tracking'");
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "update delivery set state = 'quarantined', fault = 'HTTP 422' where id = ?",
                Long.parseLong(delivery)));
    String address = BASE + "/deliveries/" + delivery;
    assertThat(all.get(BASE + "/quarantine/deliveries").body().at("/items/0/id").asText())
        .isEqualTo(delivery);
    assertThat(all.post(address + "/replay", "").status()).isEqualTo(204);
    assertThat(all.post(address + "/dismissal", "{\"why\": \"no\"}").status()).isEqualTo(409);
    assertThat(all.post(address + "/send-again", "").status()).isEqualTo(409);
    assertThat(all.post(BASE + "/alerts/999999/settlement", "").status()).isEqualTo(404);
  }

  @Test
  void everyOperationAsksForItsScopeAndDescribesWhatItTakes() {
    ApiCaller none = all.with("");
    ApiCaller wrong = all.with(token("wrong", List.of("audit:read")));
    for (Operation operation : Contract.load().operations()) {
      String path =
          BASE
              + String.join("/", operation.path()).replace("{id}", "1").replaceAll("\\{\\w+}", "x");
      ApiCaller.Said anonymous = none.call(operation.method(), path, "", Map.of());
      assertThat(anonymous.status()).as(operation.id()).isEqualTo(401);
      assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
      if (operation.scope().filter(scope -> scope != Scope.AUDIT_READ).isPresent()) {
        ApiCaller.Said refused = wrong.call(operation.method(), path, "", Map.of());
        assertThat(refused.status()).as(operation.id()).isEqualTo(403);
        assertThat(refused.detail()).contains(operation.scope().get().word());
      }
    }
  }

  private static String pushed(String number, String revision) {
    return """
        {"channel": "dtc", "number": "%s", "externalId": "x", "revision": "%s",
         "placedAt": "2026-11-23T09:00:00Z", "currency": "USD",
         "customer": {"name": "Ann <b>Lee</b>", "email": null}, "shipTo": {"country": "US"},
         "lines": [{"line": "1", "externalId": "1", "sku": "TEA", "quantity": 2, "unitPrice": 7.5}]}"""
        .formatted(number, revision);
  }

  private static void takeIn() {
    OrderDesk orders = scene.bean(OrderDesk.class, "orders");
    for (Document document : scene.bean(DocumentDesk.class, "documents").orders("dtc")) {
      orders.accept(List.of(orders.submission(document, orders.canonical(document, "api"))));
    }
  }
}
