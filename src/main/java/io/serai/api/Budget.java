package io.serai.api;

import io.serai.delivery.TryLater;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one account may ask: a bucket for each declared limit, {@code all} for every request, and
 * one for each other kind of request that the channel has slowed down.
 */
final class Budget {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final RateLimit UNDECLARED = new RateLimit(1e6, 1_000_000);

  private final Clock clock;
  private final Pause pause;
  private final Map<String, RateLimit> limits;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>();

  Budget(Clock clock, Pause pause, Map<String, RateLimit> limits) {
    this.clock = clock;
    this.pause = pause;
    this.limits = limits;
  }

  /**
   * Takes a permit, waiting for up to a second for it.
   *
   * @throws TryLater when it takes longer; nothing has been asked
   */
  void take(String limit) {
    take(bucket("all"), limit);
    take(bucket(limit), limit);
  }

  /** Asks nothing more of that kind for a while. */
  void slowDown(String limit, Duration wait) {
    bucket(limits.containsKey(limit) || !limits.containsKey("all") ? limit : "all").block(wait);
  }

  private void take(Bucket bucket, String limit) {
    Optional<Duration> wait = bucket.take();
    while (wait.isPresent()) {
      if (wait.get().compareTo(SHORT) > 0) {
        throw TryLater.after("the budget of requests for " + limit + " is used up", wait.get());
      }
      pause.of(wait.get());
      wait = bucket.take();
    }
  }

  private synchronized Bucket bucket(String name) {
    return buckets.computeIfAbsent(
        name, key -> new Bucket(clock, limits.getOrDefault(key, UNDECLARED)));
  }
}
