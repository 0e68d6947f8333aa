package io.serai.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.event.OrderState.Content;
import io.serai.event.OrderState.Parcel;
import io.serai.event.OrderState.Shipment;
import io.serai.event.OrderState.Wait;
import io.serai.mapping.Json;
import java.util.List;
import java.util.Map;

/**
 * What events say, as {@code schema/event.schema.json} has it. A receiver gets an order by its
 * channel and number; the customer's name and addresses are in none.
 */
final class EventDocuments {
  private final OrderState order;

  EventDocuments(OrderState order) {
    this.order = order;
  }

  /** What a channel may sell. */
  static JsonNode stock(String channel, List<Map.Entry<String, Integer>> quantities) {
    ObjectNode data = Json.object().put("channel", channel);
    ArrayNode told = data.putArray("quantities");
    quantities.forEach(
        entry -> told.addObject().put("sku", entry.getKey()).put("quantity", entry.getValue()));
    return data;
  }

  /** The order as it stands. */
  ObjectNode order() {
    ObjectNode document = (ObjectNode) Json.MAPPER.valueToTree(order);
    document.remove("address");
    document.put("status", order.status());
    return under("order", document);
  }

  /** The order, and the units that have been cancelled. */
  ObjectNode cancelled(List<Content> units) {
    ObjectNode data = order();
    data.set("cancelled", Json.MAPPER.valueToTree(units));
    return data;
  }

  /** A shipment. */
  ObjectNode shipment(Shipment shipment) {
    ObjectNode document = (ObjectNode) Json.MAPPER.valueToTree(shipment);
    document.remove("packages");
    ObjectNode data = brief();
    data.set("shipment", document);
    return data;
  }

  /** A shipment, and the units to which something has happened. */
  ObjectNode shipment(Shipment shipment, String what, List<Content> units) {
    ObjectNode data = shipment(shipment);
    data.set(what, Json.MAPPER.valueToTree(units));
    return data;
  }

  /** A package of a shipment. */
  ObjectNode parcel(Shipment shipment, Parcel parcel, boolean corrected) {
    ObjectNode data = shipment(shipment);
    ObjectNode document = (ObjectNode) Json.MAPPER.valueToTree(parcel);
    document.put("corrected", corrected);
    data.set("package", document);
    return data;
  }

  /** Units that wait. */
  ObjectNode backorder(Wait wait) {
    ObjectNode data = brief();
    data.set("backorder", Json.MAPPER.valueToTree(wait));
    return data;
  }

  /** The same, and how many of them something has happened to. */
  ObjectNode backorder(Wait wait, int units) {
    return backorder(wait).put("units", units);
  }

  /** The same, and the date on which they were expected before, or null. */
  ObjectNode dated(Wait wait, String before) {
    return backorder(wait).put("expectedBefore", before);
  }

  private ObjectNode brief() {
    return under(
        "order",
        Json.object()
            .put("channel", order.channel())
            .put("number", order.number())
            .put("externalId", order.externalId()));
  }

  private static ObjectNode under(String name, JsonNode document) {
    ObjectNode data = Json.object();
    data.set(name, document);
    return data;
  }
}
