package io.serai.sandbox.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.rest.RestReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/** An order as Orders 2026-01-01 writes it, with the data that were asked for. */
final class OrderJson {
  private final Set<String> included;
  private final Instant now;

  /**
   * @param included BUYER, RECIPIENT, PROCEEDS, FULFILLMENT, CANCELLATION or PACKAGES
   */
  OrderJson(Set<String> included, Instant now) {
    this.included = included;
    this.now = now;
  }

  ObjectNode of(AmazonOrder order) {
    ObjectNode json =
        RestReply.JSON
            .createObjectNode()
            .put("orderId", order.id())
            .put("createdTime", order.sold().createdAt().toString())
            .put("lastUpdatedTime", order.changedAt(now).toString());
    json.putArray("programs");
    json.putObject("salesChannel")
        .put("channelName", "AMAZON")
        .put("marketplaceId", AmazonBooks.MARKETPLACE)
        .put("marketplaceName", "Amazon.com");
    people(order, json);
    json.putObject("fulfillment")
        .put("fulfillmentStatus", order.status(now))
        .put("fulfilledBy", order.fulfilledBy())
        .put("fulfillmentServiceLevel", "STANDARD");
    ArrayNode items = json.putArray("orderItems");
    order.items().forEach(item -> items.add(item(order, item)));
    if (order.is(Oddity.LATER_VERSION)) {
      later(json);
    }
    if (included.contains("PACKAGES")) {
      ArrayNode packages = json.putArray("packages");
      order.packages().forEach(parcel -> packages.add(parcel(parcel)));
    }
    return json;
  }

  /** What the version that the hub knows has not, and nulls where it has none. */
  private static void later(ObjectNode json) {
    json.putObject("carbonOffset").put("grams", 12);
    json.putNull("programs");
    json.putNull("associatedOrders");
    ((ObjectNode) json.path("fulfillment")).put("fulfillmentServiceLevel", "BY_DRONE");
    json.path("orderItems")
        .forEach(item -> ((ObjectNode) item).putNull("cancellation").put("mood", "sunny"));
  }

  /** Before it is paid and after it is cancelled, nobody is told who buys and where it goes. */
  private void people(AmazonOrder order, ObjectNode json) {
    String status = order.status(now);
    if (status.equals("PENDING") || status.equals("CANCELLED")) {
      return;
    }
    Address to = order.sold().shippingAddress();
    if (included.contains("BUYER")) {
      json.putObject("buyer")
          .put("buyerName", to.name())
          .put("buyerEmail", order.id().replace("-", "") + "@marketplace.amazon.com");
    }
    if (included.contains("RECIPIENT") && !order.is(Oddity.NO_ADDRESS)) {
      address(to, json.putObject("recipient").putObject("deliveryAddress"));
    }
    if (included.contains("PROCEEDS")) {
      BigDecimal total =
          order.items().stream()
              .map(AmazonItem::line)
              .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      money(json.putObject("proceeds").putObject("grandTotal"), total, order.sold().currency());
    }
  }

  private ObjectNode item(AmazonOrder order, AmazonItem item) {
    SoldLine line = item.line();
    ObjectNode json =
        RestReply.JSON
            .createObjectNode()
            .put("orderItemId", item.id())
            .put("quantityOrdered", order.isCancelled() ? 0 : line.quantity());
    ObjectNode product =
        json.putObject("product").put("title", line.title()).put("sellerSku", line.sku());
    money(
        product.putObject("price").putObject("unitPrice"),
        line.unitPrice(),
        order.sold().currency());
    if (included.contains("FULFILLMENT")) {
      json.putObject("fulfillment")
          .put("quantityFulfilled", item.fulfilled())
          .put("quantityUnfulfilled", order.isCancelled() ? 0 : item.open());
    }
    if (included.contains("CANCELLATION") && order.buyerAsks()) {
      json.putObject("cancellation")
          .putObject("cancellationRequest")
          .put("requester", "BUYER")
          .put("cancelReason", "Bought by mistake");
    }
    return json;
  }

  private static ObjectNode parcel(AmazonPackage parcel) {
    ObjectNode json =
        RestReply.JSON
            .createObjectNode()
            .put("packageReferenceId", parcel.reference())
            .put("carrier", parcel.carrier())
            .put("shipTime", parcel.shippedAt().toString())
            .put("trackingNumber", parcel.tracking());
    json.putObject("packageStatus").put("status", "SHIPPED");
    ArrayNode items = json.putArray("packageItems");
    parcel
        .units()
        .forEach(
            (item, units) -> items.addObject().put("orderItemId", item).put("quantity", units));
    return json;
  }

  private static void address(Address to, ObjectNode json) {
    put(json, "name", to.name());
    put(json, "companyName", to.company());
    put(json, "addressLine1", to.address1());
    put(json, "addressLine2", to.address2());
    put(json, "city", to.city());
    put(json, "stateOrRegion", to.provinceCode());
    put(json, "postalCode", to.zip());
    put(json, "countryCode", to.countryCode());
    put(json, "phone", to.phone());
  }

  private static void put(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  private static void money(ObjectNode json, BigDecimal amount, String currency) {
    json.put("amount", amount.toPlainString()).put("currencyCode", currency);
  }
}
