package io.serai.sandbox.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The access tokens that an API has given out. Thread-safe. */
public final class AccessTokens {
  private final Clock clock;
  private final Duration life;
  private final String prefix;
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();

  /**
   * @param clock by which tokens end
   * @param life how long a token is good
   * @param prefix what every token starts with
   */
  public AccessTokens(Clock clock, Duration life, String prefix) {
    this.clock = clock;
    this.life = life;
    this.prefix = prefix;
  }

  /** A new token, good from now on. */
  public String issue() {
    String token = prefix + issued.incrementAndGet();
    ends.put(token, clock.instant().plus(life));
    return token;
  }

  /** Whether a token was given out and has not ended. */
  public boolean isGood(String token) {
    Instant end = ends.get(token);
    return end != null && clock.instant().isBefore(end);
  }

  /** How long a new token is good. */
  public Duration life() {
    return life;
  }

  /** Ends all that were given out. */
  public void expireAll() {
    ends.clear();
  }

  /** How many were given out. */
  public int issued() {
    return issued.get();
  }
}
