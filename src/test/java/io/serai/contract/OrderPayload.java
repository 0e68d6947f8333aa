package io.serai.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.Api;
import io.serai.config.Connector;
import io.serai.document.Refused;
import io.serai.mapping.Jq;
import io.serai.mapping.MappingFault;
import io.serai.order.OrderReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a connector makes of the answers that a file holds. */
final class OrderPayload {
  private final Connector connector;
  private final Jq mapping;

  OrderPayload(Connector connector) {
    this.connector = connector;
    this.mapping = Jq.load(connector.folder().resolve("order.jq"));
  }

  /**
   * What came of one order.
   *
   * @param word mapped, left or refused
   * @param why the first reason of a refusal; empty otherwise
   */
  record Outcome(String word, String why) {}

  /** What comes of each order of an answer; of one without any, that it is refused. */
  List<Outcome> outcomes(JsonNode answer) {
    List<Outcome> outcomes = new ArrayList<>();
    for (JsonNode item : items(answer)) {
      outcomes.add(outcome(item));
    }
    return outcomes.isEmpty() ? List.of(new Outcome("refused", "no order is found")) : outcomes;
  }

  private Outcome outcome(JsonNode item) {
    try {
      List<JsonNode> orders = mapping.apply(item, Map.of());
      orders.forEach(order -> OrderReader.read(connector.name(), order));
      return new Outcome(orders.isEmpty() ? "left" : "mapped", "");
    } catch (MappingFault | Refused refused) {
      return new Outcome("refused", refused.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** As ./serai inspect does: what is no page is taken for an order. */
  private List<JsonNode> items(JsonNode answer) {
    Path declared = connector.folder().resolve("items.jq");
    try {
      return Api.of(connector)
          .map(api -> api.ordersIn(answer))
          .orElseGet(
              () ->
                  Files.isRegularFile(declared)
                      ? Jq.load(declared).apply(answer, Map.of())
                      : List.of(answer));
    } catch (MappingFault noPage) {
      return List.of(answer);
    }
  }
}
