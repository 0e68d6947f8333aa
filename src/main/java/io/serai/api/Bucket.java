package io.serai.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The budget of one rate limit at one account. Who finds it empty is told when to come back, each a
 * little later than the one before, so that they do not come back all at once. It starts half full:
 * the process before this one may have used the rest.
 */
final class Bucket {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Clock clock;
  private final RateLimit limit;
  private double permits;
  private Instant counted;
  private Instant blockedUntil = Instant.MIN;
  private Instant lastTold = Instant.MIN;

  Bucket(Clock clock, RateLimit limit) {
    this.clock = clock;
    this.limit = limit;
    this.permits = Math.max(1, limit.burst() / 2.0);
    this.counted = clock.instant();
  }

  /** Takes one permit; the answer is how long to wait for one when there is none. */
  synchronized Optional<Duration> take() {
    Instant now = clock.instant();
    refill(now);
    if (!now.isBefore(blockedUntil) && permits >= 1) {
      permits -= 1;
      return Optional.empty();
    }
    Instant free = now.plus(seconds(Math.max(0, 1 - permits) / limit.perSecond()));
    Instant slot = latest(free, latest(blockedUntil, lastTold.plus(interval())));
    lastTold = slot.isAfter(now.plus(LONGEST)) ? lastTold : slot;
    Duration wait = Duration.between(now, slot);
    return Optional.of(wait.compareTo(LONGEST) > 0 ? longest(now) : wait);
  }

  /** Gives no permit for a while, because the other side said so. */
  synchronized void block(Duration wait) {
    blockedUntil = latest(blockedUntil, clock.instant().plus(wait));
    permits = Math.min(permits, 1);
  }

  private Duration longest(Instant now) {
    return blockedUntil.isAfter(now.plus(LONGEST)) ? Duration.between(now, blockedUntil) : LONGEST;
  }

  private Duration interval() {
    return lastTold == Instant.MIN ? Duration.ZERO : seconds(1 / limit.perSecond());
  }

  private void refill(Instant now) {
    double gained = Duration.between(counted, now).toNanos() / 1e9 * limit.perSecond();
    permits = Math.min(limit.burst(), permits + Math.max(0, gained));
    counted = now;
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) Math.ceil(seconds * 1e9));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
