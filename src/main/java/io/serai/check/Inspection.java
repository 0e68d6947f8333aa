package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.Api;
import io.serai.config.Connector;
import io.serai.document.Refused;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import io.serai.order.OrderReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the hub would make of a payload of a channel: a page of orders, or one order. */
public final class Inspection {
  private final Connector connector;
  private final Path order;

  /** For payloads of the channels of a connector. */
  public Inspection(Connector connector) {
    this.connector = connector;
    this.order = connector.folder().resolve("order.jq");
  }

  /**
   * What was found.
   *
   * @param what what it is, in a person's words
   * @param orders the canonical orders; those in which nothing is to be shipped are left out
   */
  public record Found(String what, List<JsonNode> orders) {}

  /** Whether the connector reads orders at all. */
  public boolean isPossible() {
    return Files.isRegularFile(order);
  }

  /**
   * Reads a payload; changes nothing.
   *
   * @throws MappingFault when it is not JSON, or the mapping refuses it
   * @throws Refused when the canonical order is none
   */
  public Found read(String name, byte[] content) {
    JsonNode payload = Json.read(name, content);
    List<JsonNode> items = items(payload);
    boolean isOne = items.size() == 1 && items.get(0) == payload;
    Jq mapping = Jq.load(order);
    List<JsonNode> orders = new ArrayList<>();
    for (JsonNode item : items) {
      for (JsonNode canonical : mapping.apply(item, Map.of())) {
        OrderReader.read("inspected", canonical);
        orders.add(canonical);
      }
    }
    int left = items.size() - orders.size();
    String what =
        (isOne ? "an order of " : "a page of " + items.size() + " orders of ")
            + connector.title()
            + (left == 0 ? "" : ", with nothing to ship in " + (isOne ? "it" : left + " of them"));
    return new Found(what, orders);
  }

  /** What is no page is taken for an order. */
  private List<JsonNode> items(JsonNode payload) {
    Path declared = connector.folder().resolve("items.jq");
    try {
      List<JsonNode> found =
          Api.of(connector)
              .map(api -> api.ordersIn(payload))
              .orElseGet(
                  () ->
                      Files.isRegularFile(declared)
                          ? Jq.load(declared).apply(payload, Map.of())
                          : List.of(payload));
      return found;
    } catch (MappingFault noPage) {
      return List.of(payload);
    }
  }
}
