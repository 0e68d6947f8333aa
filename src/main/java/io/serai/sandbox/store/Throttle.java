package io.serai.sandbox.store;

import java.util.Map;
import java.util.function.LongSupplier;

/** The leaky bucket of query cost. It refills by real time, as the real one does. Thread-safe. */
final class Throttle {
  private final double maximum;
  private final double restoreRate;
  private final LongSupplier nanos;
  private double available;
  private long filledAt;

  Throttle(ThrottleBucket bucket, LongSupplier nanos) {
    this.maximum = bucket.maximumAvailable();
    this.restoreRate = bucket.restoreRate();
    this.nanos = nanos;
    this.available = maximum;
    this.filledAt = nanos.getAsLong();
  }

  /** Takes the cost, or nothing when the bucket holds less. */
  synchronized boolean take(int cost) {
    fill();
    if (available < cost) {
      return false;
    }
    available -= cost;
    return true;
  }

  /** Puts back what a request was charged but did not use. */
  synchronized void giveBack(int cost) {
    available = Math.min(maximum, available + cost);
  }

  /** The bucket as the API shows it. */
  synchronized Map<String, Object> status() {
    fill();
    return Map.of(
        "maximumAvailable", (int) maximum,
        "currentlyAvailable", (int) available,
        "restoreRate", (int) restoreRate);
  }

  private void fill() {
    long now = nanos.getAsLong();
    available = Math.min(maximum, available + (now - filledAt) / 1e9 * restoreRate);
    filledAt = now;
  }
}
