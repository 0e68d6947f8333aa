package io.serai.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides the SKUs of a {@link Problem} into items and lays out their options. */
final class ItemBuilding {
  /** What one supplier offers of one SKU. */
  private record Part(int supplier, long capacity, long price, int lead, long stock, long rank) {}

  private final Problem problem;
  private final Split split;
  private final List<List<Part>> parts = new ArrayList<>();

  ItemBuilding(Problem problem, Split split) {
    this.problem = problem;
    this.split = split;
    for (int i = 0; i < problem.skus.length; i++) {
      parts.add(new ArrayList<>());
    }
  }

  void offer(int sku, int supplier, int usable, long price, int lead, long stock, long rank) {
    long capacity = Math.min(usable, problem.wanted[sku]);
    parts.get(sku).add(new Part(supplier, capacity, price, lead, stock, rank));
  }

  void build() {
    for (int sku = 0; sku < parts.size(); sku++) {
      parts.get(sku).sort((a, b) -> Integer.compare(a.supplier, b.supplier));
      refuseDoubles(sku);
    }
    KeptTogether sets = KeptTogether.of(problem.skus, split.keepTogether());
    problem.skusOfItem = sets.skusOfItem();
    problem.allOrNone = sets.allOrNone();
    problem.items = problem.skusOfItem.length;
    problem.pieces = new long[problem.items];
    problem.weight = new long[problem.items];
    problem.single = new boolean[problem.items];
    problem.first = new int[problem.items + 1];
    layOut();
  }

  private void refuseDoubles(int sku) {
    List<Part> ofSku = parts.get(sku);
    for (int i = 1; i < ofSku.size(); i++) {
      if (ofSku.get(i).supplier == ofSku.get(i - 1).supplier) {
        throw new IllegalArgumentException(
            "supplier "
                + problem.suppliers[ofSku.get(i).supplier]
                + " offers SKU "
                + problem.skus[sku]
                + " twice; give one offer for each supplier and SKU");
      }
    }
  }

  private void layOut() {
    List<Part> options = new ArrayList<>();
    for (int item = 0; item < problem.items; item++) {
      int[] skus = problem.skusOfItem[item];
      if (skus.length == 1) {
        options.addAll(parts.get(skus[0]));
        problem.pieces[item] = problem.wanted[skus[0]];
        problem.weight[item] = 1;
        problem.single[item] = !split.acrossLine();
      } else {
        options.addAll(whole(skus));
        problem.pieces[item] = 1;
        problem.weight[item] = Arrays.stream(skus).mapToLong(sku -> problem.wanted[sku]).sum();
        problem.single[item] = true;
      }
      problem.first[item + 1] = options.size();
    }
    copy(options);
  }

  /** The suppliers that have all units of all these SKUs, each as one piece. */
  private List<Part> whole(int[] skus) {
    List<Part> whole = new ArrayList<>();
    for (Part start : parts.get(skus[0])) {
      Part sum = new Part(start.supplier, 1, 0, 0, 0, 0);
      for (int sku : skus) {
        sum = sum == null ? null : plus(sum, sku);
      }
      if (sum != null) {
        whole.add(sum);
      }
    }
    return whole;
  }

  private Part plus(Part sum, int sku) {
    long wanted = problem.wanted[sku];
    for (Part part : parts.get(sku)) {
      if (part.supplier == sum.supplier && part.capacity == wanted) {
        return new Part(
            sum.supplier,
            1,
            sum.price + Math.multiplyExact(part.price, wanted),
            Math.max(sum.lead, part.lead),
            sum.stock + Math.multiplyExact(part.stock, wanted),
            sum.rank + Math.multiplyExact(part.rank, wanted));
      }
    }
    return null;
  }

  private void copy(List<Part> options) {
    problem.supplier = options.stream().mapToInt(Part::supplier).toArray();
    problem.capacity = options.stream().mapToLong(Part::capacity).toArray();
    problem.lead = options.stream().mapToInt(Part::lead).toArray();
    problem.price = options.stream().mapToLong(Part::price).toArray();
    problem.stock = options.stream().mapToLong(Part::stock).toArray();
    problem.rank = options.stream().mapToLong(Part::rank).toArray();
  }
}
