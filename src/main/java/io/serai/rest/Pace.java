package io.serai.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast each token may call this hub: as many calls at once as in a minute, and then evenly.
 * Several hubs on one database each count for themselves.
 */
public final class Pace {
  private final Clock clock;
  private final int perMinute;
  private final Map<Long, Instant> emptyAt = new ConcurrentHashMap<>();

  /** A pace. */
  public Pace(Clock clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /** How long a token must wait; empty when it may call, which is counted. */
  Optional<Duration> waits(long token) {
    Instant now = clock.instant();
    Duration each = Duration.ofMinutes(1).dividedBy(perMinute);
    Duration[] wait = {Duration.ZERO};
    emptyAt.compute(
        token,
        (id, empty) -> {
          Instant next = (empty == null || empty.isBefore(now) ? now : empty).plus(each);
          wait[0] = Duration.between(now.plus(Duration.ofMinutes(1)), next);
          return wait[0].isNegative() || wait[0].isZero() ? next : empty;
        });
    return Optional.of(wait[0]).filter(time -> !time.isNegative() && !time.isZero());
  }
}
