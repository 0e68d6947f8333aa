package io.serai.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as a channel's connector hands it over, in canonical form (schema/order.schema.json).
 *
 * @param number what the customer and the channel's pages call it; unique within the channel
 * @param externalId what the channel's API calls it
 * @param revision changes whenever the channel changes the order
 * @param currency ISO 4217
 * @param cancelled whether the channel has cancelled it whole
 */
public record IncomingOrder(
    String channel,
    String number,
    String externalId,
    String revision,
    Instant placedAt,
    String currency,
    boolean cancelled,
    Customer customer,
    Address shipTo,
    List<Line> lines) {

  /**
   * One SKU and a quantity.
   *
   * @param line its number within the order
   * @param externalId what the channel's API calls the line
   * @param unitPrice in the order's currency
   */
  public record Line(
      String line,
      String externalId,
      String sku,
      String title,
      int quantity,
      BigDecimal unitPrice) {}
}
