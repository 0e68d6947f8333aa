package io.serai.sandbox.ebay;

import static io.serai.sandbox.ebay.EbayRefusal.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.TrackingPost;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Units of an order are said to be in a package. */
final class Shipping {
  private static final int INVALID_TRACKING = 32300;
  private static final int INVALID_INPUT = 32600;

  private final EbayBooks books;
  private final ChannelEffects effects;

  Shipping(EbayBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  /** Files the package and returns it. */
  EbayPackage run(EbayOrder order, JsonNode body) {
    expect(
        order.cancel() == EbayOrder.Cancel.NONE_REQUESTED,
        INVALID_INPUT,
        "The order is cancelled, or about to be");
    String carrier = body.path("shippingCarrierCode").asText("");
    String number = body.path("trackingNumber").asText("");
    expect(
        carrier.isEmpty() == number.isEmpty() && number.matches("[A-Za-z0-9]*"),
        INVALID_TRACKING,
        "Invalid shipment tracking number or carrier");
    Map<String, Integer> units = units(order, body);
    String id = number.isEmpty() ? "999" + books.nextId() : number;
    EbayPackage parcel = new EbayPackage(id, carrier, number, shippedAt(body), units);
    units.forEach((line, count) -> order.line(line).orElseThrow().ship(count));
    order.ship(parcel, books.now());
    effects.trackingPosted(new TrackingPost(order.id(), number, carrier, "", units));
    return parcel;
  }

  /** The packages of an order, as the API lists them. */
  static ObjectNode list(EbayOrder order) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("total", order.packages().size());
    ArrayNode all = json.putArray("fulfillments");
    order.packages().forEach(parcel -> all.add(json(parcel)));
    return json;
  }

  private static ObjectNode json(EbayPackage parcel) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("fulfillmentId", parcel.id());
    json.put("shipmentTrackingNumber", parcel.trackingNumber());
    json.put("shippingCarrierCode", parcel.carrier());
    json.put("shippedDate", OrderJson.time(parcel.shippedAt()));
    ArrayNode lines = json.putArray("lineItems");
    parcel
        .units()
        .forEach((line, count) -> lines.addObject().put("lineItemId", line).put("quantity", count));
    return json;
  }

  /** Without a quantity it is one; without line items, all that is left. */
  private static Map<String, Integer> units(EbayOrder order, JsonNode body) {
    Map<String, Integer> units = new LinkedHashMap<>();
    for (JsonNode each : body.path("lineItems")) {
      String id = each.path("lineItemId").asText();
      EbayLine line =
          order
              .line(id)
              .orElseThrow(() -> new EbayRefusal(400, 32200, "Invalid line item id: " + id));
      int count = each.path("quantity").asInt(1);
      expect(units.put(id, count) == null, 32210, "Duplicate line item in the request");
      expect(
          count > 0 && count <= line.left(),
          INVALID_INPUT,
          "Invalid quantity of line item " + id + ": " + line.left() + " are not shipped yet");
    }
    if (units.isEmpty()) {
      order.lines().stream()
          .filter(line -> line.left() > 0)
          .forEach(line -> units.put(line.id(), line.left()));
    }
    expect(!units.isEmpty(), INVALID_INPUT, "All of the order is shipped");
    return units;
  }

  private Instant shippedAt(JsonNode body) {
    String text = body.path("shippedDate").asText("");
    try {
      Instant at = text.isEmpty() ? books.now() : Instant.parse(text);
      expect(!at.isAfter(books.now().plusSeconds(60)), 32500, "Invalid shipped date");
      return at;
    } catch (DateTimeParseException e) {
      throw new EbayRefusal(400, 32500, "Invalid shipped date");
    }
  }
}
