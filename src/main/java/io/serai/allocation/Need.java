package io.serai.allocation;

import java.util.List;
import java.util.Set;

/**
 * Units of an order that look for a supplier.
 *
 * @param country the destination, ISO 3166-1 alpha-2
 * @param refused suppliers that have refused some of these units and are not asked again
 */
public record Need(
    long orderId,
    String number,
    String channel,
    String country,
    List<Line> lines,
    Set<String> refused) {

  /** Units of one line. */
  public record Line(long orderLineId, String line, String sku, int quantity) {}
}
