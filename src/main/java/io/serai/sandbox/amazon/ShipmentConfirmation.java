package io.serai.sandbox.amazon;

import static io.serai.sandbox.amazon.AmazonComplaints.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.rest.RestRefusal;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.world.TrackingPost;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code confirmShipment}. A package that has been confirmed under the same reference with the same
 * content is taken again without effect.
 */
final class ShipmentConfirmation {
  private final AmazonBooks books;

  ShipmentConfirmation(AmazonBooks books) {
    this.books = books;
  }

  RestReply confirm(RestRequest request) {
    try {
      synchronized (books) {
        confirm(request.path("orderId"), request.json());
      }
      return RestReply.empty(204);
    } catch (RestRefusal refusal) {
      books
          .effects()
          .refused("confirmShipment of " + request.path("orderId") + ": " + refusal.why());
      throw refusal;
    }
  }

  private void confirm(String orderId, JsonNode body) {
    AmazonOrder order =
        books
            .find(orderId)
            .orElseThrow(() -> AmazonComplaints.missing("There is no order " + orderId));
    AmazonPackage parcel = read(body);
    Optional<AmazonPackage> known =
        order.packages().stream()
            .filter(each -> each.reference().equals(parcel.reference()))
            .findFirst();
    if (known.isPresent()) {
      if (!known.get().equals(parcel)) {
        throw invalid("Package " + parcel.reference() + " has been confirmed with other content.");
      }
      books.effects().idempotencyKeyRepeated();
      return;
    }
    check(order, parcel);
    order.pack(parcel, books.now());
    books
        .effects()
        .trackingPosted(
            new TrackingPost(order.id(), parcel.tracking(), parcel.carrier(), "", parcel.units()));
  }

  private void check(AmazonOrder order, AmazonPackage parcel) {
    String status = order.status(books.now());
    if (!status.equals("UNSHIPPED") && !status.equals("PARTIALLY_SHIPPED")) {
      throw invalid("Order " + order.id() + " is " + status + " and cannot be shipped.");
    }
    parcel
        .units()
        .forEach(
            (id, units) -> {
              AmazonItem item =
                  order
                      .item(id)
                      .orElseThrow(() -> invalid("Order " + order.id() + " has no item " + id));
              if (units < 1 || units > item.open()) {
                throw invalid(
                    "Of item " + id + " " + item.open() + " can be shipped, not " + units + ".");
              }
            });
  }

  private AmazonPackage read(JsonNode body) {
    JsonNode detail = body.path("packageDetail");
    String reference = text(detail, "packageReferenceId");
    if (!reference.matches("[1-9]\\d*")) {
      throw invalid("packageReferenceId must be a positive number, not " + reference + ".");
    }
    if (!text(body, "marketplaceId").equals(AmazonBooks.MARKETPLACE)) {
      throw invalid("The order is not of marketplace " + text(body, "marketplaceId") + ".");
    }
    String carrier = text(detail, "carrierCode");
    Map<String, Integer> units = new TreeMap<>();
    detail
        .path("orderItems")
        .forEach(
            item ->
                units.merge(
                    text(item, "orderItemId"), item.path("quantity").asInt(), Integer::sum));
    if (units.isEmpty()) {
      throw invalid("orderItems must not be empty.");
    }
    return new AmazonPackage(
        reference,
        carrier.equals("Other") ? text(detail, "carrierName") : carrier,
        text(detail, "trackingNumber"),
        shippedAt(text(detail, "shipDate")),
        Map.copyOf(units));
  }

  private Instant shippedAt(String text) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (at.isAfter(books.now().plusSeconds(1))) {
        throw invalid("shipDate " + text + " is in the future.");
      }
      return at;
    } catch (DateTimeException e) {
      throw invalid("shipDate is no ISO 8601 date time: " + text);
    }
  }

  private static String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    if (text.isBlank()) {
      throw invalid(name + " is missing.");
    }
    return text;
  }
}
