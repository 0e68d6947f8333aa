package io.serai.sandbox.world;

import java.util.Map;

/**
 * A package that a channel took: units of one order under one tracking number.
 *
 * @param order the name of the order, such as {@code #1001}
 * @param url where the customer can follow it; empty where the channel takes none
 * @param units by the channel's id of the line
 */
public record TrackingPost(
    String order, String trackingNumber, String company, String url, Map<String, Integer> units) {
  /** Copies the units, so that the post cannot change. */
  public TrackingPost {
    units = Map.copyOf(units);
  }
}
