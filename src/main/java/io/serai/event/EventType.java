package io.serai.event;

import java.util.Arrays;
import java.util.Optional;

/** What can happen that others may be told of. */
public enum EventType {
  ORDER_RECEIVED("order.received", "The hub has taken an order in."),
  ORDER_PLANNED(
      "order.planned", "Units of it have been given to suppliers, for the first time or again."),
  ORDER_HELD(
      "order.held", "It is on hold, or units are held because no supplier offers their SKU."),
  ORDER_RELEASED("order.released", "Nothing of it is held any more."),
  ORDER_CHANGED("order.changed", "The channel has changed its lines or its address."),
  ORDER_CANCELLED("order.cancelled", "Units of it have been cancelled."),
  ORDER_COMPLETED("order.completed", "All that was not cancelled has shipped."),
  SHIPMENT_REQUESTED("shipment.requested", "A purchase order has reached its supplier."),
  SHIPMENT_ACKNOWLEDGED("shipment.acknowledged", "The supplier has accepted units."),
  SHIPMENT_SHIPPED("shipment.shipped", "A package has left, or its tracking has been corrected."),
  SHIPMENT_CANCELLED(
      "shipment.cancelled", "Units will not come with it: refused by the supplier, or taken back."),
  BACKORDER_CREATED("backorder.created", "Units of a line wait for stock."),
  BACKORDER_DATED("backorder.dated", "The date on which they are expected has changed."),
  BACKORDER_RELEASED("backorder.released", "Units that waited have been given to a supplier."),
  BACKORDER_CANCELLED("backorder.cancelled", "Units that waited have been cancelled."),
  STOCK_CHANGED("stock.changed", "What a channel may sell of SKUs has changed."),
  WEBHOOK_TEST("webhook.test", "Somebody has asked for a test of the webhook.");

  private static final String ALL = "*";

  private final String word;
  private final String meaning;

  EventType(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** Its name as others know it, such as {@code shipment.shipped}. */
  public String word() {
    return word;
  }

  /** What it means, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** Whether a pattern means it: its name, the group ({@code shipment.*}), or {@code *}. */
  public boolean isMeantBy(String pattern) {
    return pattern.equals(word) || pattern.equals(group() + ".*") || pattern.equals(ALL);
  }

  /** Whether it happens to an order. */
  public boolean isAboutOrders() {
    return this != STOCK_CHANGED && this != WEBHOOK_TEST;
  }

  /** The type of a name. */
  public static Optional<EventType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  private String group() {
    return word.substring(0, word.indexOf('.'));
  }
}
