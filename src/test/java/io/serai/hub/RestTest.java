package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Json;
import io.serai.rest.AccessTokens;
import io.serai.rest.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
}
