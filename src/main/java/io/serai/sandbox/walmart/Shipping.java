package io.serai.sandbox.walmart;

import static io.serai.sandbox.walmart.LineChange.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.TrackingPost;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Units of an order are said to be in a parcel, which charges the customer: only units that are
 * open and acknowledged, so never one twice.
 */
final class Shipping {
  private static final Set<String> METHODS =
      Set.of("Standard", "Express", "OneDay", "Freight", "WhiteGlove", "Value");

  private final WalmartBooks books;
  private final ChannelEffects effects;

  Shipping(WalmartBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  void run(WalmartOrder order, JsonNode body) {
    List<LineChange> changes =
        LineChange.read(order, body.path("orderShipment").path("orderLines"), "Shipped");
    Map<WalmartLine, Integer> wanted = new LinkedHashMap<>();
    for (LineChange change : changes) {
      check(change.status().path("trackingInfo"));
      wanted.merge(change.line(), change.units(), Integer::sum);
    }
    wanted.forEach((line, units) -> check(order, line, units));
    Map<String, Parcel> parcels = new LinkedHashMap<>();
    for (LineChange change : changes) {
      WalmartLine.Shipped shipped = ship(change);
      parcels
          .computeIfAbsent(shipped.trackingNumber(), any -> new Parcel(shipped, new TreeMap<>()))
          .units()
          .merge(change.line().number(), change.units(), Integer::sum);
    }
    parcels.values().forEach(parcel -> effects.trackingPosted(parcel.of(order)));
  }

  /** The lines of a request that are under one tracking number. */
  private record Parcel(WalmartLine.Shipped how, Map<String, Integer> units) {
    TrackingPost of(WalmartOrder order) {
      return new TrackingPost(
          order.number(), how.trackingNumber(), how.carrier(), how.url(), units);
    }
  }

  private static void check(JsonNode tracking) {
    JsonNode carrier = tracking.path("carrierName");
    boolean isKnown = !carrier.path("carrier").asText().isEmpty();
    boolean isOther = !carrier.path("otherCarrier").asText().isEmpty();
    expect(isKnown != isOther, "carrierName must have a carrier or an otherCarrier");
    expect(
        isKnown || !tracking.path("trackingURL").asText().isEmpty(),
        "an otherCarrier needs a trackingURL");
    expect(!tracking.path("trackingNumber").asText().isBlank(), "trackingNumber is missing");
    JsonNode at = tracking.path("shipDateTime");
    expect(
        at.isIntegralNumber() && at.asLong() > 1_000_000_000_000L,
        "shipDateTime must be milliseconds since 1970, not " + at);
    expect(METHODS.contains(tracking.path("methodCode").asText()), "methodCode is invalid");
  }

  private static void check(WalmartOrder order, WalmartLine line, int units) {
    expect(
        line.isAcknowledged(),
        "Order " + order.number() + " must be acknowledged before it is shipped");
    expect(
        units <= line.open(),
        "Quantity "
            + units
            + " of line "
            + line.number()
            + " is more than the "
            + line.open()
            + " that are not shipped yet");
  }

  private WalmartLine.Shipped ship(LineChange change) {
    JsonNode tracking = change.status().path("trackingInfo");
    JsonNode carrier = tracking.path("carrierName");
    WalmartLine.Shipped parcel =
        new WalmartLine.Shipped(
            change.units(),
            tracking.path("trackingNumber").asText(),
            carrier.path(carrier.path("carrier").isTextual() ? "carrier" : "otherCarrier").asText(),
            tracking.path("trackingURL").asText(""),
            tracking.path("methodCode").asText(),
            Instant.ofEpochMilli(tracking.path("shipDateTime").asLong()));
    change.line().ship(parcel, books.now());
    return parcel;
  }
}
