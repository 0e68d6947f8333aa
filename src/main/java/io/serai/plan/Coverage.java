package io.serai.plan;

/**
 * How many more suppliers a set needs before it ships as many units as all suppliers together. It
 * knows only when no rule limits the number of shipments: else fewer units may be the best.
 */
final class Coverage {
  private final Problem problem;
  private final boolean fullIsBest;

  /** The pieces of each item that all suppliers together ship. */
  private final long[] target;

  private long fullUnits;

  Coverage(Problem problem, boolean fullIsBest) {
    this.problem = problem;
    this.fullIsBest = fullIsBest;
    this.target = new long[problem.items];
    for (int item = 0; item < problem.items; item++) {
      target[item] = reach(item, -1L);
    }
    for (int[] set : problem.allOrNone) {
      boolean whole = true;
      for (int item : set) {
        whole &= target[item] == problem.pieces[item];
      }
      for (int item : set) {
        target[item] = whole ? target[item] : 0;
      }
    }
    for (int item = 0; item < problem.items; item++) {
      fullUnits += target[item] * problem.weight[item];
    }
  }

  /** The units that all suppliers together ship. */
  long fullUnits() {
    return fullUnits;
  }

  /** No fewer suppliers than this must be added to those that are in; from the open ones. */
  int missing(long in, long open) {
    if (!fullIsBest) {
      return 0;
    }
    int most = 0;
    int disjoint = 0;
    long touched = 0;
    for (int item = 0; item < problem.items; item++) {
      long lack = target[item] - reach(item, in);
      if (lack > 0) {
        int needed = needed(item, open & ~in, lack);
        most = Math.max(most, needed);
        long options = options(item) & open & ~in;
        if ((options & touched) == 0) {
          disjoint += needed;
          touched |= options;
        }
      }
    }
    return Math.max(most, disjoint);
  }

  private int needed(int item, long from, long lack) {
    if (problem.single[item]) {
      return 1;
    }
    long largest = 0;
    long sum = 0;
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      if ((from >>> problem.supplier[i] & 1) != 0) {
        largest = Math.max(largest, problem.capacity[i]);
        sum += problem.capacity[i];
      }
    }
    return sum < lack ? 1 : (int) Math.max(1, (lack + largest - 1) / largest);
  }

  /**
   * The supplier to decide next: one of those wished, for the item that has the fewest suppliers to
   * choose from.
   */
  long next(long in, long open, long wished) {
    long choice = 0;
    int fewest = Integer.MAX_VALUE;
    for (int item = 0; item < problem.items; item++) {
      long options = options(item) & open & ~in;
      int count = Long.bitCount(options);
      if ((options & wished) != 0 && count < fewest && reach(item, in) < target[item]) {
        fewest = count;
        choice = options & wished;
      }
    }
    return Long.lowestOneBit(choice == 0 ? wished : choice);
  }

  private long options(int item) {
    long options = 0;
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      options |= 1L << problem.supplier[i];
    }
    return options;
  }

  private long reach(int item, long set) {
    long has = 0;
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      if ((set >>> problem.supplier[i] & 1) != 0) {
        has = problem.single[item] ? Math.max(has, problem.capacity[i]) : has + problem.capacity[i];
      }
    }
    return Math.min(has, problem.pieces[item]);
  }
}
