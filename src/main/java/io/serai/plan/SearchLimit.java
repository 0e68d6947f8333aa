package io.serai.plan;

/**
 * How long the planner may look for something better when an order has more candidate suppliers
 * than can always be proven.
 *
 * @param steps looks at single offers; the same input stops at the same step on every machine
 * @param milliseconds of wall-clock time, whatever the steps; the one thing that makes two runs
 *     differ, and only on a machine too slow to take the steps in time
 */
public record SearchLimit(long steps, int milliseconds) {
  /** About a tenth of a second on an ordinary machine, and never more than one second. */
  public static final SearchLimit DEFAULT = new SearchLimit(20_000_000, 1_000);
}
