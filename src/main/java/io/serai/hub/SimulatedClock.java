package io.serai.hub;

import io.serai.config.SimulatedTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock for rehearsals, which runs so many times as fast as the real one. It is a pure function
 * of the real time and its three settings, so that a hub that is started again sees the same time
 * as before.
 */
final class SimulatedClock extends Clock {
  private final SimulatedTime time;
  private final Clock real;

  SimulatedClock(SimulatedTime time, Clock real) {
    this.time = time;
    this.real = real;
  }

  @Override
  public Instant instant() {
    BigDecimal realMillis =
        BigDecimal.valueOf(Duration.between(time.realStart(), real.instant()).toMillis());
    return time.start()
        .plusMillis(
            realMillis.multiply(time.rate()).setScale(0, RoundingMode.DOWN).longValueExact());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SimulatedClock(time, real.withZone(zone));
  }
}
