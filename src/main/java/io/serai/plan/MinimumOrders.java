package io.serai.plan;

import java.util.Arrays;

/**
 * Suppliers that send only for a least value of goods. The cheapest way to serve from a set of
 * suppliers may leave one of them below its minimum; then units must move to it from others, and
 * which ones is searched for, item by item.
 */
final class MinimumOrders {
  private final Problem problem;
  private final Valuation valuation;
  private final SearchBudget budget;
  private final Incumbent best;

  MinimumOrders(Problem problem, Valuation valuation, SearchBudget budget, Incumbent best) {
    this.problem = problem;
    this.valuation = valuation;
    this.budget = budget;
    this.best = best;
  }

  /** Does each of these suppliers reach its minimum when all are served from the cheapest way? */
  boolean areReached(long set) {
    if (!problem.hasMinimums) {
      return true;
    }
    long[] value = new long[problem.suppliers.length];
    long[] taken = valuation.taken(set);
    for (int i = 0; i < taken.length; i++) {
      value[problem.supplier[i]] += taken[i] * problem.price[i];
    }
    return areReached(set, value);
  }

  private boolean areReached(long set, long[] value) {
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int supplier = Long.numberOfTrailingZeros(rest);
      if (value[supplier] < problem.minimum[supplier]) {
        return false;
      }
    }
    return true;
  }

  /** Finds the best plan in which each of these suppliers reaches its minimum. */
  void search(long set) {
    long paid = needed(set);
    long[] bound = valuation.worth(set, paid, Long.bitCount(paid));
    if (Arrays.compare(bound, best.worth()) <= 0) {
      new MinimumSearch(problem, valuation, budget, best, set, paid).run(bound);
    }
  }

  /** Those that must be used: a supplier without a minimum may be left out. */
  private long needed(long set) {
    long needed = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int supplier = Long.numberOfTrailingZeros(rest);
      needed |= problem.minimum[supplier] > 0 ? 1L << supplier : 0;
    }
    return needed;
  }
}
