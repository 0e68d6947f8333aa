package io.serai.plan;

import java.util.ArrayList;
import java.util.List;

/** Turns SKUs that must come in one shipment into one item of a {@link Problem}. */
final class Bundling {
  /** What one supplier offers of one item. */
  private record Part(int supplier, long capacity, int lead, long price, long stock, long rank) {}

  private final Problem problem;
  private final List<Part> options = new ArrayList<>();

  private Bundling(Problem problem) {
    this.problem = problem;
  }

  static void apply(Problem problem, List<Together> sets) {
    KeptTogether kept = KeptTogether.of(problem.skus, sets);
    problem.allOrNone = kept.allOrNone();
    if (kept.skusOfItem().length < problem.skus.length) {
      new Bundling(problem).divide(kept.skusOfItem());
    }
  }

  private void divide(int[][] skusOfItem) {
    int items = skusOfItem.length;
    int[] first = new int[items + 1];
    long[] pieces = new long[items];
    long[] weight = new long[items];
    boolean[] single = new boolean[items];
    for (int item = 0; item < items; item++) {
      int[] skus = skusOfItem[item];
      boolean bundle = skus.length > 1;
      pieces[item] = bundle ? 1 : problem.wanted[skus[0]];
      weight[item] = bundle ? units(skus) : 1;
      single[item] = bundle || problem.single[skus[0]];
      options.addAll(bundle ? whole(skus) : parts(skus[0]));
      first[item + 1] = options.size();
    }
    problem.items = items;
    problem.skusOfItem = skusOfItem;
    problem.first = first;
    problem.pieces = pieces;
    problem.weight = weight;
    problem.single = single;
    copyOptions();
  }

  private long units(int[] skus) {
    long units = 0;
    for (int sku : skus) {
      units += problem.wanted[sku];
    }
    return units;
  }

  private List<Part> parts(int sku) {
    List<Part> parts = new ArrayList<>();
    for (int i = problem.first[sku]; i < problem.first[sku + 1]; i++) {
      parts.add(
          new Part(
              problem.supplier[i],
              problem.capacity[i],
              problem.lead[i],
              problem.price[i],
              problem.stock[i],
              problem.rank[i]));
    }
    return parts;
  }

  /** The suppliers that have all units of all these SKUs, each as one piece. */
  private List<Part> whole(int[] skus) {
    List<Part> whole = new ArrayList<>();
    for (Part start : parts(skus[0])) {
      Part sum = new Part(start.supplier, 1, 0, 0, 0, 0);
      for (int i = 0; i < skus.length && sum != null; i++) {
        sum = plus(sum, skus[i]);
      }
      if (sum != null) {
        whole.add(sum);
      }
    }
    return whole;
  }

  /** The sum and all units of one SKU more; null when the supplier has not got them all. */
  private Part plus(Part sum, int sku) {
    long wanted = problem.wanted[sku];
    for (Part part : parts(sku)) {
      if (part.supplier == sum.supplier && part.capacity == wanted) {
        return new Part(
            sum.supplier,
            1,
            Math.max(sum.lead, part.lead),
            Overflow.plus(sum.price, part.price, wanted),
            Overflow.plus(sum.stock, part.stock, wanted),
            Overflow.plus(sum.rank, part.rank, wanted));
      }
    }
    return null;
  }

  private void copyOptions() {
    problem.makeOptions(options.size());
    for (int i = 0; i < options.size(); i++) {
      Part part = options.get(i);
      problem.supplier[i] = part.supplier;
      problem.capacity[i] = part.capacity;
      problem.lead[i] = part.lead;
      problem.price[i] = part.price;
      problem.stock[i] = part.stock;
      problem.rank[i] = part.rank;
    }
  }
}
