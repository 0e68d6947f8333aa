package io.serai.sandbox.walmart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.order.Address;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A purchase order as the API writes it. What is not there is an explicit null, as in live answers,
 * though the description allows none.
 */
final class OrderJson {
  private static final Duration TO_SHIP = Duration.ofDays(2);
  private static final Duration TO_DELIVER = Duration.ofDays(5);

  private OrderJson() {}

  static ObjectNode of(WalmartOrder order) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("purchaseOrderId", order.number());
    json.put("customerOrderId", "5" + order.number());
    json.put("customerEmailId", text(order.sold().email()));
    json.putNull("orderType").putNull("originalCustomerOrderID").putNull("buyerId");
    json.put("orderDate", order.sold().createdAt().toEpochMilli());
    json.set("shippingInfo", shippingInfo(order));
    ArrayNode lines = json.putObject("orderLines").putArray("orderLine");
    order.lines().forEach(line -> lines.add(line(order, line)));
    json.putNull("paymentTypes").putNull("orderSummary").putNull("pickupPersons");
    json.putObject("shipNode").put("type", order.shipNode()).putNull("name").putNull("id");
    if (order.is(Oddity.LATER_VERSION)) {
      json.putObject("carbonOffset").put("grams", 120).putArray("badges").add("GREEN");
    }
    return json;
  }

  private static ObjectNode shippingInfo(WalmartOrder order) {
    Instant created = order.sold().createdAt();
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("phone", text(order.sold().phone()));
    info.put("estimatedDeliveryDate", created.plus(TO_DELIVER).toEpochMilli());
    info.put("estimatedShipDate", created.plus(TO_SHIP).toEpochMilli());
    info.put("methodCode", order.is(Oddity.LATER_VERSION) ? "Drone" : "Value");
    info.set("postalAddress", order.is(Oddity.NO_ADDRESS) ? null : address(order.address()));
    return info;
  }

  private static ObjectNode address(Address address) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", text(address.name()));
    json.put("address1", text(address.address1()));
    json.put("address2", text(address.address2()));
    json.put("city", text(address.city()));
    json.put("state", text(address.provinceCode()));
    json.put("postalCode", text(address.zip()));
    json.put("country", new Locale("", address.countryCode()).getISO3Country());
    json.put("addressType", address.company().isEmpty() ? "RESIDENTIAL" : "OFFICE");
    return json;
  }

  private static ObjectNode line(WalmartOrder order, WalmartLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("lineNumber", line.number());
    json.putObject("item")
        .put("productName", line.sold().title())
        .put("sku", line.sold().sku())
        .putNull("imageUrl")
        .putNull("weight");
    ObjectNode charge = json.putObject("charges").putArray("charge").addObject();
    charge.put("chargeType", "PRODUCT").put("chargeName", "ItemPrice");
    charge.set("chargeAmount", amount(order, line.sold().unitPrice()));
    charge.putNull("tax");
    json.set("orderLineQuantity", quantity(line.sold().quantity()));
    json.put("statusDate", line.changedAt().toEpochMilli());
    json.set("orderLineStatuses", statuses(order, line));
    json.putNull("refund").putNull("originalCarrierMethod").putNull("referenceLineId");
    json.putObject("fulfillment")
        .put("fulfillmentOption", "S2H")
        .put("shipMethod", "VALUE")
        .putNull("storeId")
        .putNull("shippingProgramType");
    return json.putNull("intentToCancel").putNull("configId").putNull("sellerOrderId");
  }

  /** With its decimals, also when they are zeros. */
  private static ObjectNode amount(WalmartOrder order, BigDecimal amount) {
    ObjectNode json = new JsonNodeFactory(true).objectNode();
    return json.put("currency", order.sold().currency()).put("amount", amount);
  }

  private static ObjectNode statuses(WalmartOrder order, WalmartLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode all = json.putArray("orderLineStatus");
    if (line.open() > 0) {
      String open = line.isAcknowledged() ? "Acknowledged" : "Created";
      status(all, order.is(Oddity.UNKNOWN_STATUS) ? "Teleported" : open, line.open());
    }
    line.shipped().forEach(parcel -> track(status(all, "Shipped", parcel.units()), parcel));
    line.cancelled()
        .forEach(
            (reason, units) -> status(all, "Cancelled", units).put("cancellationReason", reason));
    return json;
  }

  private static ObjectNode status(ArrayNode all, String status, int units) {
    ObjectNode json = all.addObject().put("status", status).putNull("subSellerId");
    json.set("statusQuantity", quantity(units));
    json.putNull("cancellationReason").putNull("trackingInfo");
    return json.putNull("returnCenterAddress");
  }

  private static void track(ObjectNode status, WalmartLine.Shipped parcel) {
    ObjectNode tracking = status.putObject("trackingInfo");
    tracking.put("shipDateTime", parcel.at().toEpochMilli());
    tracking.putObject("carrierName").putNull("otherCarrier").put("carrier", parcel.carrier());
    tracking.put("methodCode", parcel.method());
    tracking.put("trackingNumber", parcel.trackingNumber());
    tracking.put("trackingURL", text(parcel.url()));
  }

  private static ObjectNode quantity(int units) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("unitOfMeasurement", "EACH")
        .put("amount", "" + units);
  }

  /** Null for what the customer did not say. */
  private static String text(String said) {
    return said.isEmpty() ? null : said;
  }
}
