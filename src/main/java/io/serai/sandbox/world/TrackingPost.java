package io.serai.sandbox.world;

import java.util.Map;

/**
 * A fulfillment that the store took: units of one order under one tracking number.
 *
 * @param order the name of the order, such as {@code #1001}
 * @param units by line item id
 */
public record TrackingPost(
    String order, String trackingNumber, String company, String url, Map<String, Integer> units) {
  /** Copies the units, so that the post cannot change. */
  public TrackingPost {
    units = Map.copyOf(units);
  }
}
