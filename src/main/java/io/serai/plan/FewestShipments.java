package io.serai.plan;

/**
 * The fewest suppliers that together ship all that can ship. A set of one supplier is tried, then
 * of two, and so on: always for the item that has the fewest suppliers to choose from, each of
 * them. What is not found among sets of one size proves that more are needed.
 */
final class FewestShipments {
  private final Coverage coverage;
  private final SearchBudget budget;
  private final boolean mayStop;
  private long found = -1;
  private int proven;

  /**
   * @param mayStop may the search end at the limit of its budget
   */
  FewestShipments(Coverage coverage, SearchBudget budget, boolean mayStop) {
    this.coverage = coverage;
    this.budget = budget;
    this.mayStop = mayStop;
  }

  /**
   * Searches among fewer suppliers than a known set has.
   *
   * @param all every supplier, as bits
   * @param known the size of a set that ships all
   */
  void run(long all, int known) {
    proven = coverage.missing(0, all);
    while (proven < known) {
      boolean fits = visit(0, all, proven);
      if (fits || mayStop && budget.isHalfSpent()) {
        return;
      }
      proven++;
    }
  }

  /** A set with the fewest suppliers; -1 when none smaller than the known one was found. */
  long found() {
    return found;
  }

  /** No set with fewer suppliers ships all. */
  int proven() {
    return proven;
  }

  private boolean visit(long in, long free, int more) {
    if (coverage.missing(in, free) > more || mayStop && budget.isHalfSpent()) {
      return false;
    }
    if (more <= 1) {
      return complete(in, more == 0 ? 0 : coverage.completing(in, free));
    }
    long rest = coverage.choices(in, free);
    if (rest == 0) {
      return complete(in, 0);
    }
    long left = free;
    for (; rest != 0; rest &= rest - 1) {
      long supplier = Long.lowestOneBit(rest);
      left &= ~supplier;
      if (visit(in | supplier, left, more - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean complete(long in, long completing) {
    if (coverage.isComplete(in)) {
      found = in;
    } else if (completing != 0) {
      found = in | Long.lowestOneBit(completing);
    }
    return found >= 0;
  }
}
