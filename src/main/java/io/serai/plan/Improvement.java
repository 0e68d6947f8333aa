package io.serai.plan;

/**
 * A good plan to begin with: from no supplier at all, always the one change that improves the plan
 * most, adding, dropping or swapping a supplier, until no change does. The better it is, the sooner
 * the search leaves what cannot be better.
 */
final class Improvement {
  private final Problem problem;
  private final Valuation valuation;
  private final Incumbent best;
  private final int maxShipments;

  Improvement(Problem problem, Valuation valuation, Incumbent best, int maxShipments) {
    this.problem = problem;
    this.valuation = valuation;
    this.best = best;
    this.maxShipments = maxShipments;
  }

  void run() {
    while (change(best.set())) {
      // Each round keeps its best change in the incumbent.
    }
  }

  private boolean change(long from) {
    boolean changed = add(from);
    if (changed) {
      return true;
    }
    for (long rest = from; rest != 0; rest &= rest - 1) {
      long without = from & ~Long.lowestOneBit(rest);
      changed |= tryOut(without) | add(without);
    }
    return changed;
  }

  private boolean add(long from) {
    boolean changed = false;
    if (Long.bitCount(from) < maxShipments) {
      for (long rest = problem.allSuppliers() & ~from; rest != 0; rest &= rest - 1) {
        changed |= tryOut(from | Long.lowestOneBit(rest));
      }
    }
    return changed;
  }

  private boolean tryOut(long set) {
    return best.consider(set);
  }
}
