package io.serai.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs {@code rate} times as fast as the real one. It is computed from three fixed
 * values alone, so that another process which is given them sees the same time: {@code start +
 * (real now - realStart) x rate}. Before {@code realStart} it shows times before {@code start}.
 */
public final class SandboxClock extends Clock {
  private final Instant start;
  private final Instant realStart;
  private final double rate;
  private final Clock real;
  private final ZoneId zone;

  /**
   * @param start what this clock shows at {@code realStart}
   * @param realStart the moment of real time that {@code start} stands for
   * @param rate simulated seconds in one real second, above zero
   */
  public SandboxClock(Instant start, Instant realStart, double rate) {
    this(start, realStart, rate, Clock.systemUTC(), ZoneOffset.UTC);
  }

  SandboxClock(Instant start, Instant realStart, double rate, Clock real, ZoneId zone) {
    if (!(rate > 0)) {
      throw new IllegalArgumentException(
          "the rate of a sandbox clock must be above 0, not " + rate);
    }
    this.start = start;
    this.realStart = realStart;
    this.rate = rate;
    this.real = real;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    double realNanos = Duration.between(realStart, real.instant()).toNanos();
    return start.plusNanos(Math.round(realNanos * rate));
  }

  /** How much real time passes while {@code simulated} passes on this clock. */
  public Duration realTimeOf(Duration simulated) {
    return Duration.ofNanos(Math.round(simulated.toNanos() / rate));
  }

  /** What this clock showed at {@link #realStart()}. */
  public Instant start() {
    return start;
  }

  /** The moment of real time at which this clock showed {@link #start()}. */
  public Instant realStart() {
    return realStart;
  }

  /** Simulated seconds in one real second. */
  public double rate() {
    return rate;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SandboxClock(start, realStart, rate, real, other);
  }
}
