package io.serai.order;

import java.util.List;
import java.util.Map;

/**
 * Which SKUs a customer may be offered, and a supplier may send, in the place of another; the first
 * is the best.
 */
public record Substitutes(Map<String, List<String>> bySku) {
  /** Nothing can stand for anything else. */
  public static final Substitutes NONE = new Substitutes(Map.of());

  /** Keeps its own copy. */
  public Substitutes {
    bySku = Map.copyOf(bySku);
  }

  /** What may stand for a SKU, the best first. */
  public List<String> of(String sku) {
    return bySku.getOrDefault(sku, List.of());
  }
}
