package io.serai.sandbox.store;

import static io.serai.sandbox.store.OpenStore.AMPLE;
import static io.serai.sandbox.store.OpenStore.MONDAY;
import static io.serai.sandbox.store.OpenStore.line;
import static io.serai.sandbox.store.OpenStore.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.Fault;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final SoldOrder ORDER = order("#1", MONDAY, line("A", 3));
  private static final String NAMES = "{ orders(first: 5) { nodes { name } } }";

  @Test
  void aWrongTokenIsRefusedAndSoIsAnotherPath() {
    try (OpenStore open = new OpenStore(AMPLE, ORDER)) {
      StoreClient stranger = new StoreClient(open.store.url().resolve(SandboxStore.PATH), "guess");
      StoreClient lost =
          new StoreClient(open.store.url().resolve("/admin/api/2024-01/graphql.json"), "secret");

      HttpResponse<String> answer = stranger.post(NAMES, Map.of());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(StoreClient.json(answer.body()).path("errors").asText())
          .startsWith("[API] Invalid API key or access token");
      assertThat(lost.post(NAMES, Map.of()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aBadRequestIsNamed() {
    try (OpenStore open = new OpenStore(AMPLE, ORDER)) {
      assertThat(open.client.send("{").statusCode()).isEqualTo(400);
      assertThat(open.client.send("{}").statusCode()).isEqualTo(400);
      assertThat(open.client.ask("{ orders(first: 5) { nodes { nam } } }", Map.of()).toString())
          .contains("nam");
      assertThat(open.client.ask("{ orders(first: 251) { nodes { id } } }", Map.of()).toString())
          .contains("between 0 and 250");
      assertThat(open.client.ask("{ orders { nodes { id } } }", Map.of()).toString())
          .contains("you must provide one of first or last");
    }
  }

  @Test
  void everyAnswerTellsItsCostAndTheBucket() {
    try (OpenStore open = new OpenStore(ThrottleBucket.STANDARD, ORDER)) {
      JsonNode cost = open.client.ask(NAMES, Map.of()).at("/extensions/cost");

      assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(5);
      assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(3);
      assertThat(cost.at("/throttleStatus/maximumAvailable").asInt()).isEqualTo(2_000);
      assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt()).isBetween(1_990, 2_000);
      assertThat(cost.at("/throttleStatus/restoreRate").asInt()).isEqualTo(100);
    }
  }

  @Test
  void anEmptyBucketThrottles() {
    try (OpenStore open = new OpenStore(new ThrottleBucket(9, 0, 1_000), ORDER)) {
      open.client.data("{ orders(first: 20) { nodes { id } } }", Map.of());
      open.client.data("{ orders(first: 1) { nodes { id } } }", Map.of());

      HttpResponse<String> answer =
          open.client.post("{ orders(first: 20) { nodes { id } } }", Map.of());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(StoreClient.json(answer.body()).at("/errors/0/extensions/code").asText())
          .isEqualTo("THROTTLED");
    }
  }

  @Test
  void aQueryThatAsksForTooMuchAtOnceIsRefused() {
    String greedy =
        """
        { orders(first: 250) { nodes {
            lineItems(first: 250) { nodes { id } }
            fulfillmentOrders(first: 10) { nodes { lineItems(first: 250) { nodes { lineItem { id } } } } }
        } } }
        """;
    try (OpenStore open = new OpenStore(AMPLE, ORDER)) {
      assertThat(open.client.ask(greedy, Map.of()).at("/errors/0/extensions/code").asText())
          .isEqualTo("MAX_COST_EXCEEDED");
    }
  }

  @Test
  void faultsHappenAsOftenAsTheyArePlanned() {
    try (OpenStore open = new OpenStore(AMPLE, ORDER)) {
      List.of(Fault.NOT_JSON, Fault.SERVER_ERROR, Fault.TOO_MANY_WITH_WAIT, Fault.ERROR_INSIDE)
          .forEach(open.store.faults()::next);

      assertThat(open.client.post(NAMES, Map.of()).body()).startsWith("<!DOCTYPE html>");
      assertThat(open.client.post(NAMES, Map.of()).statusCode()).isEqualTo(500);
      HttpResponse<String> tooMany = open.client.post(NAMES, Map.of());
      assertThat(tooMany.statusCode()).isEqualTo(429);
      assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(open.client.post(NAMES, Map.of()).body()).contains("THROTTLED");
      assertThat(open.client.data(NAMES, Map.of()).findValuesAsText("name")).containsExactly("#1");
    }
  }

  @Test
  void theConnectionCanDropAfterTheStoreHasActed() {
    try (OpenStore open = new OpenStore(AMPLE, ORDER)) {
      open.store.faults().next(Fault.DROP_AFTER_ACTING, 1, "orderCancel");
      String id =
          open.client
              .data("{ orders(first: 1) { nodes { id } } }", Map.of())
              .findValue("id")
              .asText();
      String cancel =
          "mutation($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: true) { job { id } } }";

      assertThatThrownBy(() -> open.client.post(cancel, Map.of("id", id)))
          .isInstanceOf(UncheckedIOException.class);

      assertThat(open.world.summary().unitsCancelled()).isEqualTo(3);
    }
  }
}
