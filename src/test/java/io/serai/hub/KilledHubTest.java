package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.balance.Balance;
import io.serai.cli.demo.DemoConfiguration;
import io.serai.cli.demo.DemoState;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.SandboxOptions;
import io.serai.sandbox.store.ThrottleBucket;
import io.serai.sandbox.world.Seen;
import io.serai.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 at random moments, again and again: in the end nothing is missing and nothing is doubled.
 */
class KilledHubTest {
  private static final int KILLS = 2;
  private static final long SEED = 7;

  @TempDir Path folder;

  @Test
  void aHubThatIsKilledAgainAndAgainLosesNothingAndDoublesNothing() throws Exception {
    Random random = new Random(SEED);
    SandboxOptions options =
        SandboxOptions.of(folder.resolve("outside"), SEED, 60)
            .withClock(
                Instant.now().truncatedTo(ChronoUnit.DAYS), Duration.ofDays(1).toSeconds() / 2.2)
            .withWarmUp(Duration.ofSeconds(4))
            .withBucket(new ThrottleBucket(200_000, 100_000, 1_000));
    try (Sandbox sandbox = Sandbox.start(options)) {
      HubProcess hub = new HubProcess(DemoConfiguration.write(sandbox, folder.resolve("hub")));
      for (int kill = 0; kill < KILLS; kill++) {
        hub.start();
        pause(Duration.ofMillis(4000 + random.nextInt(5000)));
        hub.kill();
      }
      hub.start();
      awaitRest(hub, sandbox);

      Jdbi database = hub.database();
      assertThat(database.withHandle(Balance::check)).isEmpty();
      compare(database, sandbox.world());
      assertThat(hub.stop()).as("the hub stops when it is asked to").isTrue();
    }
  }

  private static void awaitRest(HubProcess hub, Sandbox sandbox) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              assertThat(hub.isRunning()).as(hub::log).isTrue();
              DemoState state = hub.database().withHandle(DemoState::read);
              return state.settled() >= sandbox.orders().size() && state.atWork() == 0;
            });
  }

  private static void compare(Jdbi database, World world) {
    assertThat(numbers(world))
        .as("purchase orders at the suppliers")
        .isEqualTo(texts(database, "select po_number from shipment where sent_at is not null"));
    assertThat(world.trackingPosts())
        .as("tracking posts at the store")
        .hasSize(
            count(
                database,
                "select count(*) from delivery where kind = 'tracking' and state = 'done'"))
        .allSatisfy(post -> assertThat(post.times()).isEqualTo(1));
    assertThat(world.cancellations())
        .as("cancellations at the store")
        .hasSize(
            count(
                database,
                "select count(*) from delivery where kind = 'cancellation' and state = 'done'"))
        .allSatisfy(cancellation -> assertThat(cancellation.times()).isEqualTo(1));
    assertThat(world.mails())
        .as("mails by Message-ID")
        .hasSize(
            count(
                database, "select count(*) from delivery where kind = 'mail' and state = 'done'"));
    assertThat(world.summary().unitsShipped())
        .as("units shipped")
        .isEqualTo(count(database, "select sum(shipped) from order_line"));
    assertThat(world.badFiles()).isEmpty();
    assertThat(texts(database, "select fault from document where status = 'quarantined'"))
        .isEmpty();
    assertThat(texts(database, "select fault from delivery where state = 'quarantined'")).isEmpty();
  }

  private static Set<String> numbers(World world) {
    return world.purchaseOrders().stream()
        .map(Seen::what)
        .map(order -> order.number())
        .collect(Collectors.toSet());
  }

  private static Set<String> texts(Jdbi database, String query) {
    List<String> found =
        database.withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
    return Set.copyOf(found);
  }

  private static int count(Jdbi database, String query) {
    return database.withHandle(handle -> handle.createQuery(query).mapTo(Integer.class).one());
  }

  // The moment of the kill is the test's input, so real time has to pass until then.
  private static void pause(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }
}
