package io.serai.allocation;

import io.serai.order.Customer;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    Customer customer,
    String country,
    List<Line> lines,
    Set<String> refused) {

  /** Units of one line. */
  public record Line(long orderLineId, String line, String sku, int quantity) {}

  /**
   * Units of lines of a stored order that look for a supplier anew.
   *
   * @param units by order line id; other lines of the order need nothing
   * @param refusedBy the suppliers that have refused each line, by order line id
   */
  public static Need of(Order order, Map<Long, Integer> units, Map<Long, Set<String>> refusedBy) {
    List<Line> lines = new ArrayList<>();
    Set<String> refused = new TreeSet<>();
    for (OrderLine line : order.lines()) {
      if (units.containsKey(line.id())) {
        lines.add(new Line(line.id(), line.line(), line.sku(), units.get(line.id())));
        refused.addAll(refusedBy.getOrDefault(line.id(), Set.of()));
      }
    }
    return new Need(
        order.id(),
        order.number(),
        order.channel(),
        order.customer(),
        order.shipTo().country(),
        lines,
        refused);
  }
}
