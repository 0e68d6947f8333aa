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
    Map<String, Integer> units = new TreeMap<>();
    for (OfferCount offer : offers(handle, skus)) {
      units.merge(offer.sku(), offer.units(), Integer::sum);
    }
    waiting(handle, skus)
        .forEach(
            (sku, waiting) ->
                units.computeIfPresent(sku, (same, free) -> Math.max(0, free - waiting)));
    return units;
  }

  /** How many units wait for SKUs; one for which nobody waits is absent. */
  Map<String, Integer> waiting(Handle handle, List<String> skus) {
    Map<String, Integer> waiting = new TreeMap<>();
    handle
        .createQuery(
            """
            select sku, sum(quantity) as waiting from backorder
            where sku = any(:skus) and quantity > 0 group by sku""")
        .bind("skus", skus.toArray(String[]::new))
        .map((row, context) -> waiting.put(row.getString("sku"), row.getInt("waiting")))
        .list();
    return waiting;
  }

  /** How each offer of SKUs counts. */
  List<OfferCount> offers(Handle handle, List<String> skus) {
    Set<String> stale = age.stale(handle);
    return handle
        .createQuery(
            "select sku, supplier, on_hand, reserved from offer where sku = any(:skus) order by 1, 2")
        .bind("skus", skus.toArray(String[]::new))
        .map(
            (row, context) -> {
              String supplier = row.getString("supplier");
              String sku = row.getString("sku");
              return new OfferCount(
                  sku,
                  supplier,
                  row.getInt("on_hand"),
                  row.getInt("reserved"),
                  buffer.apply(supplier, sku),
                  suppliers.contains(supplier),
                  stale.contains(supplier));
            })
        .list();
  }
}
