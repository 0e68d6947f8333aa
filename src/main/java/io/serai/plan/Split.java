package io.serai.plan;

import java.util.List;

/**
 * How an order may be divided, over suppliers and over time.
 *
 * @param outOfStockThreshold the order is divided between now and later only if more than this many
 *     of its lines cannot ship whole now; otherwise all of it waits
 * @param maxShipments the most suppliers one order may use; 0 for no limit
 * @param acrossLine may the units of one SKU come from several suppliers
 * @param keepTogether SKUs that ship together or wait together
 */
public record Split(
    int outOfStockThreshold, int maxShipments, boolean acrossLine, List<Together> keepTogether) {
  /** Divides whenever that ships more now. */
  public static final Split FREE = new Split(0, 0, true, List.of());

  /** Keeps its own copy of the sets. */
  public Split {
    keepTogether = List.copyOf(keepTogether);
  }
}
