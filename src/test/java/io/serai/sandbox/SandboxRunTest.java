package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.sandbox.store.ThrottleBucket;
import io.serai.sandbox.world.WorldSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxRunTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final ThrottleBucket AMPLE = new ThrottleBucket(1_000_000, 100_000, 1_000);

  private static final int DAYS_IN_A_SECOND = 3;

  @TempDir Path folder;

  @Test
  void everyUnitSoldIsShippedOrCancelledAndTheStoreHearsOfIt() {
    SandboxOptions options =
        SandboxOptions.of(folder, 5, 150)
            .withClock(MONDAY, DAYS_IN_A_SECOND * Duration.ofDays(1).toSeconds())
            .withWarmUp(Duration.ofSeconds(1))
            .withBucket(AMPLE);
    try (Sandbox sandbox = Sandbox.start(options)) {
      HubStandIn hub = new HubStandIn(sandbox);
      await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50)).until(hub::work);

      List<HubStandIn.Line> lines = hub.lines();
      WorldSummary seen = sandbox.world().summary();
      assertThat(seen.unitsShipped()).isEqualTo(lines.stream().mapToInt(l -> l.shipped).sum());
      assertThat(seen.unitsTracked()).isEqualTo(seen.unitsShipped());
      assertThat(seen.unitsCancelled()).isEqualTo(lines.stream().mapToInt(l -> l.cancelled).sum());
      assertThat(seen.unitsAccepted()).isEqualTo(seen.unitsShipped());
      assertThat(seen.refusals()).isZero();
      assertThat(sandbox.world().badFiles()).isEmpty();
      assertThat(sandbox.world().interchangeFigures())
          .containsOnlyKeys("east", "west")
          .allSatisfy(
              (supplier, figures) -> {
                assertThat(figures.received()).as(supplier).isGreaterThan(2);
                assertThat(figures.clashes() + figures.gaps() + figures.strange()).isZero();
                assertThat(figures.badSets() + figures.duplicates()).isZero();
              });
      assertThat(seen.repeatedPurchaseOrders()).isZero();
      assertThat(seen.repeatedTrackingPosts()).isZero();
      assertThat(lines.stream().filter(line -> line.everWaited).count() / (double) lines.size())
          .isBetween(0.05, 0.30);
    }
  }
}
