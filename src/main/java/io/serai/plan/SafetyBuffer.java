package io.serai.plan;

import java.util.Map;

/**
 * Units of an offer that are never promised, because the supplier's count may be late.
 *
 * @param units kept back from every offer
 * @param suppliers kept back from every offer of a supplier
 * @param skus kept back from every offer of a SKU
 */
public record SafetyBuffer(int units, Map<String, Integer> suppliers, Map<String, Integer> skus) {
  /** Keeps nothing back. */
  public static final SafetyBuffer NONE = new SafetyBuffer(0, Map.of(), Map.of());

  /** Keeps its own copies. */
  public SafetyBuffer {
    suppliers = Map.copyOf(suppliers);
    skus = Map.copyOf(skus);
  }

  /** The units kept back from one offer: the largest number that applies. */
  public int of(String supplier, String sku) {
    int kept = units;
    if (!suppliers.isEmpty()) {
      kept = Math.max(kept, suppliers.getOrDefault(supplier, 0));
    }
    return skus.isEmpty() ? kept : Math.max(kept, skus.getOrDefault(sku, 0));
  }
}
