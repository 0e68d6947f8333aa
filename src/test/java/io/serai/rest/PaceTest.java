package io.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How fast a token may call. */
class PaceTest {
  private final Time time = new Time();
  private final Pace pace = new Pace(time, 60);

  @Test
  void aMinutesCallsMayComeAtOnceAndThenOneASecond() {
    for (int i = 0; i < 60; i++) {
      assertThat(pace.waits(1)).isEmpty();
    }
    assertThat(pace.waits(1)).contains(Duration.ofSeconds(1));
    assertThat(pace.waits(2)).isEmpty();

    time.now = time.now.plusSeconds(1);
    assertThat(pace.waits(1)).isEmpty();
    assertThat(pace.waits(1)).contains(Duration.ofSeconds(1));
  }

  @Test
  void whoIsRefusedDoesNotWaitLongerForIt() {
    for (int i = 0; i < 100; i++) {
      pace.waits(1);
    }
    time.now = time.now.plusSeconds(60);
    for (int i = 0; i < 60; i++) {
      assertThat(pace.waits(1)).isEmpty();
    }
  }

  private static final class Time extends Clock {
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
