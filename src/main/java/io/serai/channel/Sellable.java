package io.serai.channel;

import io.serai.stock.StockAge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * What may be sold of a SKU now, before it is divided over channels: on hand, less reserved, less
 * the safety buffer, summed over the suppliers that are enabled and have been heard lately, less
 * what waits.
 */
public final class Sellable {
  private final Set<String> suppliers;
  private final StockAge age;
  private final BiFunction<String, String, Integer> buffer;

  /**
   * What suppliers have to sell.
   *
   * @param suppliers the enabled ones
   * @param buffer the units that are kept back of a supplier's SKU
   */
  public Sellable(Set<String> suppliers, StockAge age, BiFunction<String, String, Integer> buffer) {
    this.suppliers = suppliers;
    this.age = age;
    this.buffer = buffer;
  }

  /** The units of SKUs, also of those of which there are none; one never offered is absent. */
  Map<String, Integer> of(Handle handle, List<String> skus) {
    Map<String, Integer> units = free(handle, skus, age.stale(handle));
    handle
        .createQuery(
            """
            select sku, sum(quantity) as waiting from backorder
            where sku = any(:skus) and quantity > 0 group by sku""")
        .bind("skus", skus.toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("sku"), row.getInt("waiting")))
        .forEach(
            waiting ->
                units.computeIfPresent(
                    waiting.getKey(), (sku, free) -> Math.max(0, free - waiting.getValue())));
    return units;
  }

  private Map<String, Integer> free(Handle handle, List<String> skus, Set<String> stale) {
    Map<String, Integer> units = new TreeMap<>();
    handle
        .createQuery(
            "select sku, supplier, on_hand - reserved as free from offer where sku = any(:skus)")
        .bind("skus", skus.toArray(String[]::new))
        .map(
            (row, context) -> {
              String supplier = row.getString("supplier");
              String sku = row.getString("sku");
              boolean counts = suppliers.contains(supplier) && !stale.contains(supplier);
              int free = counts ? row.getInt("free") - buffer.apply(supplier, sku) : 0;
              return units.merge(sku, Math.max(free, 0), Integer::sum);
            })
        .list();
    return units;
  }
}
