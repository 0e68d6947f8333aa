package io.serai.sandbox.ebay;

import java.time.Instant;
import java.util.Map;

/**
 * A shipping fulfillment: units of an order in one package.
 *
 * @param id the tracking number, or what eBay makes up
 * @param units by line item id
 */
record EbayPackage(
    String id,
    String carrier,
    String trackingNumber,
    Instant shippedAt,
    Map<String, Integer> units) {
  EbayPackage {
    units = Map.copyOf(units);
  }
}
