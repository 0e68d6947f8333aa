package io.serai.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.order.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An order as the Fulfillment API writes it. */
final class OrderJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final EbayOrder order;

  private OrderJson(EbayOrder order) {
    this.order = order;
  }

  /** An order in a list, where requests to cancel are left out, or by itself. */
  static ObjectNode of(EbayOrder order, boolean isListed) {
    return new OrderJson(order).json(isListed);
  }

  /** A time as eBay writes it, with milliseconds. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  private ObjectNode json(boolean isListed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("orderId", order.id());
    json.put("creationDate", time(order.sold().createdAt()));
    json.put("lastModifiedDate", time(order.changedAt()));
    json.put("orderFulfillmentStatus", order.fulfillmentStatus());
    json.put("orderPaymentStatus", order.paymentStatus());
    json.put("sellerId", "caravan_co");
    json.putObject("buyer").put("username", "buyer-" + Math.abs(order.id().hashCode() % 100_000));
    ObjectNode pricing = json.putObject("pricingSummary");
    pricing.set("priceSubtotal", amount(order.cost()));
    pricing.set("total", amount(order.cost()));
    json.set("cancelStatus", cancelStatus(isListed));
    json.putArray("fulfillmentStartInstructions").add(instructions());
    json.putArray("fulfillmentHrefs");
    ArrayNode lines = json.putArray("lineItems");
    order.lines().forEach(line -> lines.add(line(line)));
    if (order.is(Oddity.LATER_VERSION)) {
      json.putObject("carbonOffset").put("grams", 120).putArray("badges").add("GREEN");
    }
    if (order.is(Oddity.NULLS)) {
      json.putNull("buyerCheckoutNotes").putNull("paymentSummary").putNull("program");
    }
    return json;
  }

  private ObjectNode cancelStatus(boolean isListed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("cancelState", order.cancel().name());
    ArrayNode requests = json.putArray("cancelRequests");
    if (!isListed && !order.cancelId().isEmpty()) {
      boolean isDone = order.cancel() == EbayOrder.Cancel.CANCELED;
      requests
          .addObject()
          .put("cancelRequestId", order.cancelId())
          .put("cancelInitiator", order.cancelInitiator())
          .put("cancelRequestState", isDone ? "COMPLETED" : "REQUESTED");
    }
    return json;
  }

  private ObjectNode instructions() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    boolean byEbay = order.is(Oddity.EBAY_FULFILLED);
    json.put("fulfillmentInstructionsType", byEbay ? "FULFILLED_BY_EBAY" : "SHIP_TO");
    json.put("ebaySupportedFulfillment", false);
    ObjectNode step = json.putObject("shippingStep");
    if (!order.is(Oddity.NO_ADDRESS) && !order.is(Oddity.UNPAID)) {
      step.set("shipTo", shipTo(order.address()));
    } else if (order.is(Oddity.NULLS)) {
      step.putNull("shipTo");
    }
    step.put("shippingCarrierCode", "USPS").put("shippingServiceCode", "USPSPriority");
    return json;
  }

  private ObjectNode shipTo(Address address) {
    ObjectNode to = JsonNodeFactory.instance.objectNode();
    say(to, "fullName", address.name());
    say(to, "companyName", address.company());
    ObjectNode contact = to.putObject("contactAddress");
    say(contact, "addressLine1", address.address1());
    say(contact, "addressLine2", address.address2());
    say(contact, "city", address.city());
    say(contact, "stateOrProvince", address.provinceCode());
    say(contact, "postalCode", address.zip());
    say(contact, "countryCode", address.countryCode());
    // It is there without a number, too.
    say(to.putObject("primaryPhone"), "phoneNumber", order.sold().phone());
    say(to, "email", order.sold().email());
    return to;
  }

  private ObjectNode line(EbayLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("lineItemId", line.id());
    json.put("legacyItemId", "1" + Math.abs(line.sold().sku().hashCode()));
    json.put("sku", line.sold().sku()).put("title", line.sold().title());
    json.set("lineItemCost", amount(line.cost()));
    json.put("quantity", line.sold().quantity()).put("soldFormat", "FIXED_PRICE");
    json.put("listingMarketplaceId", "EBAY_US").put("purchaseMarketplaceId", "EBAY_US");
    boolean isCancelled = order.cancel() == EbayOrder.Cancel.CANCELED;
    json.put("lineItemFulfillmentStatus", isCancelled ? "FULFILLED" : line.status());
    json.set("total", amount(line.cost()));
    json.putObject("deliveryCost").set("shippingCost", amount(BigDecimal.ZERO));
    if (order.is(Oddity.NULLS)) {
      json.putNull("discountedLineItemCost").putNull("taxes").putNull("refunds");
      return json;
    }
    json.putArray("appliedPromotions");
    json.putArray("taxes");
    ArrayNode refunds = json.putArray("refunds");
    line.refunds()
        .forEach(
            each ->
                refunds
                    .addObject()
                    .put("refundId", each.id())
                    .set("amount", amount(each.amount())));
    return json;
  }

  private void say(ObjectNode json, String field, String said) {
    if (!said.isEmpty()) {
      json.put(field, said);
    } else if (order.is(Oddity.NULLS)) {
      json.putNull(field);
    }
  }

  private ObjectNode amount(BigDecimal value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("value", value.toPlainString())
        .put("currency", order.sold().currency());
  }
}
