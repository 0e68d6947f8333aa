package io.serai.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.sandbox.HandClock;
import io.serai.sandbox.contract.OfficialRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every sandbox of a channel does to the requests that come. */
class RestServerTest {
  private static final Complaints PLAIN =
      (complaint, why) ->
          RestReply.json(
              switch (complaint) {
                case NOT_FOUND -> 404;
                case NO_SUCH_METHOD -> 405;
                case TOKEN_REFUSED -> 401;
                case PAGE_EXPIRED -> 400;
                case TOO_MANY -> 429;
                case SERVER_ERROR -> 500;
              },
              Map.of("complaint", complaint.name()));

  private final HandClock clock = new HandClock(Instant.parse("2026-01-05T09:00:00Z"));
  private final AccessTokens tokens = new AccessTokens(clock, Duration.ofMinutes(15), "good-");
  private final AtomicInteger acted = new AtomicInteger();
  private final Rates rates = new Rates(clock, 1, Map.of("order", new Rate(0.5, 2)));
  private final HttpClient http = HttpClient.newHttpClient();
  private final RestServer server =
      RestServer.open(
          new RestServer.Settings(
              "test",
              "https://api.example",
              PLAIN,
              request -> tokens.isGood(request.header("X-Token").orElse("")),
              rates,
              OfficialRequests.none()),
          List.of(
              Operation.of("order", "POST", "/orders/{id}/lines/{sku}", this::order),
              Operation.of("token", "GET", "/token", request -> RestReply.empty(204))
                  .withoutToken()));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aPathIsTakenApartAndWhatIsNotThereIsRefused() throws Exception {
    String token = tokens.issue();

    assertThat(ask("/orders/7/lines/A%2FB%20c+d?x=1&x=2+3", token).body())
        .isEqualTo("{\"id\":\"7\",\"sku\":\"A/B c+d\",\"x\":[\"1\",\"2 3\"]}");
    assertThat(ask("/orders/7", token).statusCode()).isEqualTo(404);
    assertThat(ask("/token", token).statusCode()).isEqualTo(405);
    assertThat(server.requests()).containsExactly(Map.entry("order", 1));
  }

  @Test
  void aTokenIsGoodUntilItEnds() throws Exception {
    String token = tokens.issue();
    assertThat(ask("/orders/7/lines/A", "good-guess").statusCode()).isEqualTo(401);
    clock.set(clock.instant().plus(Duration.ofMinutes(14)));
    assertThat(ask("/orders/7/lines/A", token).statusCode()).isEqualTo(200);

    clock.set(clock.instant().plus(Duration.ofMinutes(1)));

    assertThat(ask("/orders/7/lines/A", token).statusCode()).isEqualTo(401);
    String other = tokens.issue();
    tokens.expireAll();
    assertThat(ask("/orders/7/lines/A", other).statusCode()).isEqualTo(401);
  }

  @Test
  void whoeverAsksTooOftenIsToldWhenToComeBackAndIsCounted() throws Exception {
    String token = tokens.issue();
    ask("/orders/7/lines/A", token);
    ask("/orders/7/lines/A", token);

    HttpResponse<String> over = ask("/orders/7/lines/A", token);

    assertThat(over.statusCode()).isEqualTo(429);
    assertThat(over.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(rates.overLimit()).containsExactly(Map.entry("order", 1));
    clock.set(clock.instant().plusSeconds(2));
    assertThat(ask("/orders/7/lines/A", token).statusCode()).isEqualTo(200);
  }

  @Test
  void faultsHappenToTheRequestsThatTheyArePlannedFor() throws Exception {
    String token = tokens.issue();
    List.of(Fault.SERVER_ERROR, Fault.TOO_MANY_WITHOUT_WAIT, Fault.TOKEN_REFUSED, Fault.NOT_JSON)
        .forEach(fault -> server.faults().next(fault, 1, "order POST /orders/7"));
    server.faults().next(Fault.SERVER_ERROR, 1, "/orders/8");

    assertThat(ask("/orders/7/lines/A", token).statusCode()).isEqualTo(500);
    HttpResponse<String> tooMany = ask("/orders/7/lines/A", token);
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).isEmpty();
    assertThat(ask("/orders/7/lines/A", token).statusCode()).isEqualTo(401);
    assertThat(ask("/orders/7/lines/A", token).body()).startsWith("<!DOCTYPE");
    assertThat(ask("/orders/7/lines/A", token).statusCode()).isEqualTo(200);
    assertThat(server.faults().left()).isEqualTo(1);
    assertThat(acted).hasValue(1);
  }

  @Test
  void anAnswerThatIsCutShortHasHadItsEffect() {
    server.faults().keepSilentFor(Duration.ofMillis(20));
    List.of(Fault.HALF_BODY, Fault.NO_ANSWER, Fault.DROP_BEFORE_ACTING)
        .forEach(server.faults()::next);

    for (int acts : List.of(1, 2, 2)) {
      assertThatThrownBy(() -> ask("/orders/7/lines/A", tokens.issue()))
          .isInstanceOf(IOException.class);
      assertThat(acted).hasValue(acts);
    }
  }

  private RestReply order(RestRequest request) {
    acted.incrementAndGet();
    return RestReply.json(
        new java.util.TreeMap<>(
            Map.of(
                "id", request.path("id"),
                "sku", request.path("sku"),
                "x", request.query().getOrDefault("x", List.of()))));
  }

  private HttpResponse<String> ask(String path, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("X-Token", token)
            // A client may ask again by itself for what it only reads.
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
