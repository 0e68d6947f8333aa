package io.serai.plan;

import java.util.concurrent.TimeUnit;

/** How much of its limit a search has used up. */
final class SearchBudget {
  /** Steps between two looks at the clock. */
  private static final long STEPS_PER_LOOK = 100_000;

  private final SearchLimit limit;
  private final Valuation valuation;
  private final long start = System.nanoTime();
  private long steps;
  private long nextLook = STEPS_PER_LOOK;
  private boolean late;

  SearchBudget(SearchLimit limit, Valuation valuation) {
    this.limit = limit;
    this.valuation = valuation;
  }

  /** Counts a step that the valuation does not count itself. */
  void step() {
    steps++;
  }

  boolean isSpent() {
    long done = steps + valuation.steps();
    if (done >= nextLook) {
      nextLook = done + STEPS_PER_LOOK;
      late = System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(limit.milliseconds());
    }
    return late || done > limit.steps();
  }
}
