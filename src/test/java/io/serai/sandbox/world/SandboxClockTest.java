package io.serai.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant REAL = Instant.parse("2031-07-01T12:00:00Z");

  @Test
  void aDayPassesInSixSeconds() {
    SandboxClock clock = at(REAL.plusSeconds(6), 14_400);

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(clock.realTimeOf(Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void anotherClockWithTheSameThreeValuesShowsTheSameTime() {
    SandboxClock clock = at(REAL.plusMillis(123_456), 7_777.5);

    SandboxClock other =
        new SandboxClock(
            clock.start(),
            clock.realStart(),
            clock.rate(),
            Clock.fixed(REAL.plusMillis(123_456), ZoneOffset.UTC),
            ZoneOffset.UTC);

    assertThat(other.instant()).isEqualTo(clock.instant());
  }

  @Test
  void beforeTheRealStartItShowsTimesBeforeTheStart() {
    assertThat(at(REAL.minusSeconds(1), 60).instant()).isEqualTo(START.minusSeconds(60));
  }

  @Test
  void aClockThatStandsStillIsRefused() {
    assertThatThrownBy(() -> new SandboxClock(START, REAL, 0)).hasMessageContaining("above 0");
  }

  private static SandboxClock at(Instant real, double rate) {
    return new SandboxClock(START, REAL, rate, Clock.fixed(real, ZoneOffset.UTC), ZoneOffset.UTC);
  }
}
