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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Programs subscribe to events by the API. */
class RestWebhooksTest {
  private static final String WEBHOOKS = "/api/v1/webhooks";

  @Test
  void aProgramSubscribesIsPausedAndEnds() throws Exception {
    int port = PageServer.freePort();
    try (Scene scene = Scene.usual()) {
      PageServer server = PageServer.start(scene, port);
      try {
        String host = "http://127.0.0.1:" + port;
        String token =
            scene.database.inTransaction(
                handle ->
                    new AccessTokens(Clock.systemUTC())
                        .make(handle, "erp", Scope.words(), Optional.empty(), "a test")
                        .secret());
        lives(scene, new ApiCaller(host, token, ApiCaller.contract(contract(host, token))));
      } finally {
        server.close();
      }
    }
  }

  private static void lives(Scene scene, ApiCaller api) {
    String wanted =
        "{\"name\":\"erp\",\"url\":\"https://erp.example.com/\",\"events\":[\"webhook.*\"]}";
    ApiCaller.Said made = api.call("POST", WEBHOOKS, wanted, Map.of("Idempotency-Key", "one-key"));
    assertThat(made.status()).isEqualTo(201);
    String secret = made.body().path("secret").asText();
    assertThat(secret).startsWith("whsec_");
    assertThat(scene.rows("select 1 from api_repeat")).isEmpty();
    assertThat(api.post(WEBHOOKS, wanted).status()).isEqualTo(422);
    assertThat(api.get(WEBHOOKS + "/erp").body().has("secret")).isFalse();

    assertThat(api.post(WEBHOOKS + "/erp/test", "").status()).isEqualTo(202);
    JsonNode message = api.get(WEBHOOKS + "/erp/deliveries").body().at("/items/0");
    assertThat(message.path("type").asText()).isEqualTo("webhook.test");
    assertThat(
            api.post(WEBHOOKS + "/erp/deliveries/" + message.path("id").asText() + "/replay", "")
                .status())
        .isEqualTo(409);

    assertThat(
            api.call("PATCH", WEBHOOKS + "/erp", "{\"paused\":true}", Map.of())
                .body()
                .path("state")
                .asText())
        .isEqualTo("paused");
    assertThat(api.post(WEBHOOKS + "/erp/secret", "").body().path("secret").asText())
        .isNotEqualTo(secret);
    assertThat(api.call("DELETE", WEBHOOKS + "/erp", "", Map.of()).status()).isEqualTo(204);
    assertThat(api.get(WEBHOOKS).body().path("items")).isEmpty();
  }

  private static String contract(String host, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host + "/api/v1/openapi.json"))
            .header("Authorization", "Bearer " + token)
            .build();
    byte[] document =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    return Json.read("openapi.json", document).toString();
  }
}
