package io.serai.order;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Every SKU that may stand for another. */
  public Set<String> all() {
    return bySku.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** What may stand for a SKU, the best first. */
  public List<String> of(String sku) {
    return bySku.getOrDefault(sku, List.of());
  }
}
