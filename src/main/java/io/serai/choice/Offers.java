package io.serai.choice;

import io.serai.allocation.Allocation;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Stock;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.Substitutes;
import io.serai.order.TitleStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Which substitutes a customer can have now in full, by the same planner that splits orders. */
public final class Offers {
  private final Substitutes substitutes;
  private final Allocation allocation;
  private final TitleStore titles;

  public Offers(Substitutes substitutes, Allocation allocation, TitleStore titles) {
    this.substitutes = substitutes;
    this.allocation = allocation;
    this.titles = titles;
  }

  /** Whether a SKU may stand for what a line waits for. */
  boolean mayStandFor(OrderLine line, String sku) {
    return substitutes.of(line.sku()).contains(sku);
  }

  /** What a SKU is called. */
  String title(Handle handle, String sku) {
    return titles.of(handle, Set.of(sku)).getOrDefault(sku, sku);
  }

  /** The stock from which substitutes for these lines may be taken, read without a lock. */
  Stock look(Handle handle, Collection<OrderLine> lines) {
    Set<String> skus = new TreeSet<>();
    lines.forEach(line -> skus.addAll(substitutes.of(line.sku())));
    return skus.isEmpty() ? new Stock(Map.of(), Map.of()) : allocation.look(handle, skus);
  }

  /** The substitutes for units of a line that the stock has in full, the best first. */
  List<OpenChoice.Offered> open(
      Handle handle, Order order, OrderLine line, int units, Stock stock) {
    List<String> skus =
        substitutes.of(line.sku()).stream()
            .filter(sku -> stock.free(sku) >= units)
            // What is only asked for is not promised off this stock.
            .filter(
                sku ->
                    decide(order, line.id(), line.line(), sku, units, stock.copy())
                        .waiting()
                        .isEmpty())
            .toList();
    Map<String, String> called = titles.of(handle, skus);
    return skus.stream()
        .map(sku -> new OpenChoice.Offered(sku, called.getOrDefault(sku, sku)))
        .toList();
  }

  /** Where units of a substitute would come from; some wait when it cannot be had in full. */
  Decision decide(Order order, long lineId, String line, String sku, int units, Stock stock) {
    Need need =
        new Need(
            order.id(),
            order.number(),
            order.channel(),
            order.customer(),
            order.shipTo().country(),
            List.of(new Need.Line(lineId, line, sku, units)),
            Set.of());
    return allocation.decideReleased(need, stock);
  }
}
