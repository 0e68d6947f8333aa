package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.sandbox.order.OrderSource;
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

  @TempDir Path folder;

  @Test
  void everyUnitSoldIsShippedOrCancelledAndTheStoreHearsOfIt() {
    run(OrderSource.synthetic(11, 150), Duration.ofDays(1).toMillis() / 300.0);
  }

  @Test
  @org.junit.jupiter.api.condition.EnabledIfSystemProperty(named = "real", matches = "true")
  void realMonth() {
    run(OrderSource.invoices(Path.of("/work/shared/data/online-retail/2010-12.csv"), 7), 24_000);
  }

  private void run(OrderSource source, double rate) {
    SandboxOptions options =
        SandboxOptions.of(folder, 5, 0)
            .withOrders(source)
            .withClock(MONDAY, rate)
            .withBucket(AMPLE);
    long started = System.nanoTime();
    try (Sandbox sandbox = Sandbox.start(options)) {
      HubStandIn hub = new HubStandIn(sandbox);
      await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).until(hub::work);

      List<HubStandIn.Line> lines = hub.lines();
      WorldSummary seen = sandbox.world().summary();
      long late = lines.stream().filter(line -> line.everWaited).count();
      System.out.println(
          "lines "
              + lines.size()
              + " waited "
              + late
              + " cancelled lines "
              + lines.stream().filter(l -> l.cancelled > 0).count()
              + " units "
              + lines.stream().mapToInt(l -> l.ordered).sum()
              + " oversold "
              + hub.oversold
              + " s "
              + (System.nanoTime() - started) / 1e9
              + "\n"
              + seen);
      assertThat(seen.unitsShipped()).isEqualTo(lines.stream().mapToInt(l -> l.shipped).sum());
      assertThat(seen.unitsTracked()).isEqualTo(seen.unitsShipped());
      assertThat(seen.unitsCancelled()).isEqualTo(lines.stream().mapToInt(l -> l.cancelled).sum());
      assertThat(seen.unitsAccepted()).isEqualTo(seen.unitsShipped());
      assertThat(seen.refusals()).isZero();
      assertThat(seen.badFiles()).isZero();
      assertThat(seen.repeatedPurchaseOrders()).isZero();
      assertThat(seen.repeatedTrackingPosts()).isZero();
      assertThat(late / (double) lines.size()).isBetween(0.08, 0.30);
    }
  }
}
