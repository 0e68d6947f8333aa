package io.serai.plan;

/** What the items from a given one on can still bring, when only one set of suppliers is open. */
final class MinimumOutlook {
  private final Problem problem;
  private final Ranking ranking;
  private final long set;

  /** By item: the units and sums of the cheapest way for it and all that follow. */
  private final long[] units;

  private final long[][] sums;

  /** By supplier and item: the most value that the supplier can get. */
  private final long[][] value;

  MinimumOutlook(Problem problem, Ranking ranking, long set, boolean[] waits) {
    this.problem = problem;
    this.ranking = ranking;
    this.set = set;
    this.units = new long[problem.items + 1];
    this.sums = new long[ranking.sums.length][problem.items + 1];
    this.value = new long[problem.suppliers.length][problem.items + 1];
    for (int item = problem.items - 1; item >= 0; item--) {
      copyFromNext(item);
      if (!waits[item]) {
        addCheapest(item);
        addValues(item);
      }
    }
  }

  private void copyFromNext(int item) {
    units[item] = units[item + 1];
    for (long[] sum : sums) {
      sum[item] = sum[item + 1];
    }
    for (long[] ofSupplier : value) {
      ofSupplier[item] = ofSupplier[item + 1];
    }
  }

  private void addCheapest(int item) {
    long rest = problem.pieces[item];
    for (int i = problem.first[item]; i < problem.first[item + 1] && rest > 0; i++) {
      if ((set & ranking.bit[i]) != 0) {
        long pieces = Math.min(rest, ranking.capacity[i]);
        units[item] += pieces * problem.weight[item];
        for (int j = 0; j < sums.length; j++) {
          sums[j][item] += pieces * ranking.sums[j][i];
        }
        rest = problem.single[item] ? 0 : rest - pieces;
      }
    }
  }

  private void addValues(int item) {
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      value[problem.supplier[i]][item] += problem.capacity[i] * problem.price[i];
    }
  }

  long units(int item) {
    return units[item];
  }

  long sum(int measure, int item) {
    return sums[measure][item];
  }

  long value(int supplier, int item) {
    return value[supplier][item];
  }

  /** The pieces that the open options of an item have, from one of them on. */
  long capacityFrom(int item, int option) {
    long capacity = 0;
    for (int i = option; i < problem.first[item + 1]; i++) {
      capacity += (set & ranking.bit[i]) != 0 ? ranking.capacity[i] : 0;
    }
    return capacity;
  }
}
