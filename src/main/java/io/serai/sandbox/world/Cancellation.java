package io.serai.sandbox.world;

import java.util.Map;

/**
 * Units that the store was told to cancel, by a refund or by a cancelled order.
 *
 * @param id the refund's id, or the order's when all of it was cancelled
 * @param order the name of the order
 * @param units by line item id
 */
public record Cancellation(String id, String order, String note, Map<String, Integer> units) {
  /** Copies the units, so that the cancellation cannot change. */
  public Cancellation {
    units = Map.copyOf(units);
  }
}
