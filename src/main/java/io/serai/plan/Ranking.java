package io.serai.plan;

/** The options of each item of a {@link Problem}, best first, laid out for one quick walk. */
final class Ranking {
  /** Where the option stands in the problem. */
  final int[] option;

  /** The option's supplier as a bit. */
  final long[] bit;

  final long[] capacity;
  final int[] lead;

  /** The measures that are sums, of one piece, in the order of the priorities. */
  final long[][] sums;

  private final Problem problem;

  /**
   * @param sums the measures that are sums, by option
   * @param leadAt before which of the sums the lead time counts; -1 when it does not count
   */
  Ranking(Problem problem, long[][] sums, int leadAt) {
    this.problem = problem;
    int count = problem.supplier.length;
    this.option = sorted(sums, leadAt);
    this.bit = new long[count];
    this.capacity = new long[count];
    this.lead = new int[count];
    this.sums = new long[sums.length][count];
    for (int i = 0; i < count; i++) {
      int from = option[i];
      bit[i] = 1L << problem.supplier[from];
      capacity[i] = problem.capacity[from];
      lead[i] = problem.lead[from];
      for (int j = 0; j < sums.length; j++) {
        this.sums[j][i] = sums[j][from];
      }
    }
  }

  /** Sorts by insertion: an item has few options, and they come sorted by supplier. */
  private int[] sorted(long[][] by, int leadAt) {
    int[] order = new int[problem.supplier.length];
    for (int item = 0; item < problem.items; item++) {
      int start = problem.first[item];
      for (int i = start; i < problem.first[item + 1]; i++) {
        int j = i;
        while (j > start && isBefore(i, order[j - 1], by, leadAt, problem.single[item])) {
          order[j] = order[j - 1];
          j--;
        }
        order[j] = i;
      }
    }
    return order;
  }

  private boolean isBefore(int a, int b, long[][] by, int leadAt, boolean single) {
    if (single && problem.capacity[a] != problem.capacity[b]) {
      return problem.capacity[a] > problem.capacity[b];
    }
    for (int j = 0; j < by.length; j++) {
      if (j == leadAt && problem.lead[a] != problem.lead[b]) {
        return problem.lead[a] < problem.lead[b];
      }
      if (by[j][a] != by[j][b]) {
        return by[j][a] < by[j][b];
      }
    }
    if (leadAt == by.length && problem.lead[a] != problem.lead[b]) {
      return problem.lead[a] < problem.lead[b];
    }
    return problem.supplier[a] < problem.supplier[b];
  }
}
