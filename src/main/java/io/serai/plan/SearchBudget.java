package io.serai.plan;

import java.util.concurrent.TimeUnit;

/** How much of its limit a search has used up. */
final class SearchBudget {
  /** Steps between two looks at the clock. */
  private static final long STEPS_PER_LOOK = 100_000;

  private final SearchLimit limit;
  private final Valuation valuation;
  private final Coverage coverage;
  private final long start = System.nanoTime();
  private long steps;
  private long nextLook = STEPS_PER_LOOK;
  private long elapsed;

  SearchBudget(SearchLimit limit, Valuation valuation, Coverage coverage) {
    this.limit = limit;
    this.valuation = valuation;
    this.coverage = coverage;
  }

  /** Counts steps that the valuation does not count itself. */
  void add(int more) {
    steps += more;
  }

  /** Is nothing left? */
  boolean isSpent() {
    return isSpent(limit.steps(), limit.milliseconds());
  }

  /** Is half of it gone? What is left is for the second part of a search. */
  boolean isHalfSpent() {
    return isSpent(limit.steps() / 2, limit.milliseconds() / 2);
  }

  private boolean isSpent(long most, int milliseconds) {
    long done = steps + valuation.steps() + coverage.steps();
    if (done >= nextLook) {
      nextLook = done + STEPS_PER_LOOK;
      elapsed = System.nanoTime() - start;
    }
    return done > most || elapsed > TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }
}
