package io.serai.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How {@code split.keepTogether} divides the SKUs of one order into items. Sets that share a SKU
 * become one set; it must come in one shipment if either of them must. A set of which the order
 * wants fewer than two SKUs asks nothing.
 *
 * @param skusOfItem the SKUs of each item
 * @param allOrNone sets of items that ship whole or not at all
 */
record KeptTogether(int[][] skusOfItem, int[][] allOrNone) {
  private record Wanted(BitSet skus, boolean oneShipment) {}

  static KeptTogether of(String[] skus, List<Together> sets) {
    List<Wanted> wanted = new ArrayList<>();
    if (skus.length > 1) {
      for (Together set : sets) {
        add(wanted, new Wanted(present(skus, set), set.oneShipment()));
      }
    }
    return items(skus.length, wanted);
  }

  private static BitSet present(String[] skus, Together set) {
    BitSet present = new BitSet();
    for (int i = 0; i < skus.length; i++) {
      present.set(i, set.skus().contains(skus[i]));
    }
    return present;
  }

  private static void add(List<Wanted> wanted, Wanted set) {
    if (set.skus.cardinality() < 2) {
      return;
    }
    Wanted joined = set;
    for (Wanted other : List.copyOf(wanted)) {
      if (other.skus.intersects(joined.skus)) {
        BitSet union = (BitSet) joined.skus.clone();
        union.or(other.skus);
        joined = new Wanted(union, joined.oneShipment || other.oneShipment);
        wanted.remove(other);
      }
    }
    wanted.add(joined);
  }

  private static KeptTogether items(int count, List<Wanted> wanted) {
    List<int[]> items = new ArrayList<>();
    List<List<Integer>> allOrNone = new ArrayList<>();
    for (Wanted ignored : wanted) {
      allOrNone.add(new ArrayList<>());
    }
    for (int sku = 0; sku < count; sku++) {
      int set = setOf(sku, wanted);
      if (set < 0 || !wanted.get(set).oneShipment) {
        if (set >= 0) {
          allOrNone.get(set).add(items.size());
        }
        items.add(new int[] {sku});
      } else if (wanted.get(set).skus.nextSetBit(0) == sku) {
        items.add(wanted.get(set).skus.stream().toArray());
      }
    }
    return new KeptTogether(
        items.toArray(int[][]::new),
        allOrNone.stream()
            .filter(set -> !set.isEmpty())
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  private static int setOf(int sku, List<Wanted> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).skus.get(sku)) {
        return i;
      }
    }
    return -1;
  }
}
