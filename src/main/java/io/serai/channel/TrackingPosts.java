package io.serai.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.shipment.ShippedPackage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What channels are owed of each package: its tracking. */
public final class TrackingPosts {
  private TrackingPosts() {}

  /** What the order's channel is owed of a package, once for its reference. */
  public static Owed of(Order order, ShippedPackage shipped, Map<OrderLine, Integer> units) {
    ObjectNode payload =
        Json.object()
            .put("order", order.externalId())
            .put("number", order.number())
            .put("reference", shipped.reference())
            .put("carrier", Carriers.name(shipped.carrier()))
            .put("tracking", shipped.tracking())
            .put("trackingLink", Carriers.link(shipped.carrier(), shipped.tracking()))
            .put("shippedAt", shipped.shippedAt().toString());
    for (String number : shipped.moreTracking()) {
      payload
          .withArray("moreTracking")
          .addObject()
          .put("tracking", number)
          .put("trackingLink", Carriers.link(shipped.carrier(), number));
    }
    ArrayNode lines = payload.putArray("lines");
    // A substitute goes by the line that it stands for: to the channel the two are one.
    Map<String, ObjectNode> byExternalId = new LinkedHashMap<>();
    units.forEach(
        (line, quantity) -> {
          ObjectNode told =
              byExternalId.computeIfAbsent(
                  line.externalId(),
                  id -> lines.addObject().put("line", id).put("sku", line.sku()));
          told.put("quantity", told.path("quantity").asInt() + quantity);
        });
    return new Owed(
        "tracking",
        order.channel(),
        "tracking:" + shipped.reference(),
        Optional.of(order.id()),
        Optional.empty(),
        payload);
  }
}
