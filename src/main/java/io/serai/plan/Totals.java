package io.serai.plan;

import java.math.BigDecimal;
import java.util.List;

/**
 * Several plans added up.
 *
 * @param orders how many
 * @param units that ship now
 * @param backordered units that wait
 * @param shipments over all orders
 * @param price over all orders
 * @param days the slowest days of each order, added up
 * @param stock the stock measure, added up
 * @param preference the preference measure, added up
 * @param divided orders with more than one shipment, or with some units now and some later
 */
public record Totals(
    int orders,
    long units,
    long backordered,
    long shipments,
    BigDecimal price,
    long days,
    long stock,
    long preference,
    int divided) {

  /** Adds up plans. */
  public static Totals of(List<Plan> plans) {
    Totals sum = new Totals(0, 0, 0, 0, new BigDecimal("0.00"), 0, 0, 0, 0);
    for (Plan plan : plans) {
      sum = sum.plus(plan);
    }
    return sum;
  }

  private Totals plus(Plan plan) {
    Score score = plan.score();
    long waits = plan.backorders().stream().mapToLong(PlannedBackorder::quantity).sum();
    boolean twice = score.shipments() > 1 || score.shipments() == 1 && waits > 0;
    return new Totals(
        orders + 1,
        units + score.units(),
        backordered + waits,
        shipments + score.shipments(),
        price.add(score.price()),
        days + score.speed(),
        stock + score.stock(),
        preference + score.preference(),
        divided + (twice ? 1 : 0));
  }

  /** Below 0 when these are better than others: more units, then the priorities in their order. */
  int compareBy(List<Priority> priorities, Totals other) {
    int order = Long.compare(other.units, units);
    for (int i = 0; i < priorities.size() && order == 0; i++) {
      order =
          switch (priorities.get(i)) {
            case SHIPMENTS -> Long.compare(shipments, other.shipments);
            case PRICE -> price.compareTo(other.price);
            case SPEED -> Long.compare(days, other.days);
            case STOCK -> Long.compare(other.stock, stock);
            case PREFERENCE -> Long.compare(preference, other.preference);
          };
    }
    return order;
  }
}
