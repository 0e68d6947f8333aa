package io.serai.sandbox.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rate limits of one account, a bucket per operation, full at first. Thread-safe. */
public final class Rates {
  private final Clock clock;
  private final double pace;
  private final Map<String, Rate> official;
  private final Map<String, Bucket> buckets = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();

  private static final class Bucket {
    private double permits;
    private Instant filledAt;
  }

  /**
   * @param clock real time, or that of a test
   * @param pace how many times as fast as officially the buckets fill: 1, or where simulated time
   *     runs faster than the clock, as many times as it does
   * @param official by the name of the operation; one that is not named has no limit
   */
  public Rates(Clock clock, double pace, Map<String, Rate> official) {
    this.clock = clock;
    this.pace = pace;
    this.official = Map.copyOf(official);
  }

  /** No limits at all. */
  public static Rates none() {
    return new Rates(Clock.systemUTC(), 1, Map.of());
  }

  /** Takes a permit of an operation; when there is none, how long by the clock until there is. */
  public synchronized Optional<Duration> take(String operation) {
    Rate rate = official.get(operation);
    if (rate == null) {
      return Optional.empty();
    }
    Bucket bucket = filled(operation, rate);
    if (bucket.permits >= 1) {
      bucket.permits -= 1;
      return Optional.empty();
    }
    count(operation);
    double seconds = (1 - bucket.permits) / (rate.perSecond() * pace);
    return Optional.of(Duration.ofNanos((long) (seconds * 1e9)));
  }

  /** Counts a request that was over a limit of another kind. */
  public synchronized void count(String operation) {
    refused.merge(operation, 1, Integer::sum);
  }

  /**
   * How long so many requests take at the least, in the channel's own time, when each operation has
   * its whole burst at first.
   *
   * @param requests how many, by operation
   */
  public Duration atLeast(Map<String, Integer> requests) {
    double seconds =
        official.entrySet().stream()
            .mapToDouble(
                each ->
                    (requests.getOrDefault(each.getKey(), 0) - each.getValue().burst())
                        / each.getValue().perSecond())
            .max()
            .orElse(0);
    return Duration.ofMillis((long) (Math.max(0, seconds) * 1000));
  }

  /** How many requests were over their limit, by operation. */
  public synchronized Map<String, Integer> overLimit() {
    return Map.copyOf(refused);
  }

  private Bucket filled(String operation, Rate rate) {
    Instant now = clock.instant();
    Bucket bucket = buckets.get(operation);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.permits = rate.burst();
      buckets.put(operation, bucket);
    } else {
      double seconds = Math.max(0, Duration.between(bucket.filledAt, now).toNanos() / 1e9);
      bucket.permits = Math.min(rate.burst(), bucket.permits + seconds * rate.perSecond() * pace);
    }
    bucket.filledAt = now;
    return bucket;
  }
}
