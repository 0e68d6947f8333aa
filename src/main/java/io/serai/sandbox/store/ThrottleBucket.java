package io.serai.sandbox.store;

/**
 * How much query cost the store lets a client use.
 *
 * @param maximumAvailable points in the full bucket
 * @param restoreRate points that come back in a second of real time
 * @param maximumQueryCost points that a single request may ask for
 */
public record ThrottleBucket(int maximumAvailable, int restoreRate, int maximumQueryCost) {
  /** The bucket of a store on a standard plan. */
  public static final ThrottleBucket STANDARD = new ThrottleBucket(2_000, 100, 1_000);

  /** The bucket of a store on the largest plan. */
  public static final ThrottleBucket PLUS = new ThrottleBucket(20_000, 1_000, 1_000);
}
