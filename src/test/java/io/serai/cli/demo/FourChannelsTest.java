package io.serai.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import io.serai.balance.Balance;
import io.serai.config.Configuration;
import io.serai.contract.Contracts;
import io.serai.hub.Chromium;
import io.serai.hub.ConsoleWalk;
import io.serai.hub.Hub;
import io.serai.sandbox.Market;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.SandboxOptions;
import io.serai.sandbox.contract.ContractFigures;
import io.serai.sandbox.store.ThrottleBucket;
import io.serai.sandbox.world.ChannelEffects;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The demo sells on four channels, each to the letter of its contract. */
@TestInstance(Lifecycle.PER_CLASS)
class FourChannelsTest {
  private static final Path HOME = Path.of("").toAbsolutePath();

  private Sandbox sandbox;
  private Configuration configuration;
  private Hub hub;

  @BeforeAll
  void untilEveryOrderHasReachedItsEnd(@TempDir Path folder) {
    sandbox =
        Sandbox.start(
            SandboxOptions.of(folder.resolve("outside"), 3, 44)
                .withClock(Instant.now().truncatedTo(ChronoUnit.DAYS), 57_600)
                .withMarket(Market.all(Contracts.folderIfAtHand()))
                .withOrderSpan(Duration.ofDays(2))
                .withWarmUp(Duration.ofSeconds(3))
                .withUnmetShare(0.05)
                .withBucket(new ThrottleBucket(200_000, 100_000, 1_000)));
    Path file = DemoConfiguration.write(sandbox, folder.resolve("hub"));
    configuration = Configuration.load(file, HOME, Map.of());
    hub = Hub.start(configuration, HOME);
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> DemoCommand.isAtRest(sandbox, state()));
  }

  @AfterAll
  void stop() {
    hub.close();
    sandbox.close();
  }

  @Test
  void everyChannelSellsAndHearsOfPackagesAndStock() {
    for (String channel : sandbox.channels().keySet()) {
      ChannelEffects seen = sandbox.world().channel(channel);
      assertThat(sandbox.orders(channel)).as(channel).hasSizeGreaterThan(5);
      assertThat(seen.trackingPosts())
          .as(channel)
          .isNotEmpty()
          .allSatisfy(post -> assertThat(post.times()).isEqualTo(1));
      assertThat(seen.stock()).as(channel).isNotEmpty();
      assertThat(seen.refusals()).as(channel).isEmpty();
    }
  }

  @Test
  void theBalanceHoldsAndNoRequestIsOverARateLimit() {
    assertThat(hub.database().inTransaction(Balance::check)).isEmpty();
    sandbox
        .channels()
        .forEach(
            (id, channel) -> assertThat(channel.server().rates().overLimit()).as(id).isEmpty());
  }

  @Test
  void everyRequestKeepsTheOfficialDescription() {
    Contracts.folder();
    StringWriter printed = new StringWriter();

    boolean kept = new ChannelSummary(sandbox, state(), new PrintWriter(printed)).print();

    System.out.println(printed);
    assertThat(kept).as(printed.toString()).isTrue();
    sandbox
        .channels()
        .forEach(
            (id, channel) -> {
              ContractFigures figures = channel.server().official().figures().orElseThrow();
              assertThat(figures.validated()).as(id).isGreaterThan(20);
              assertThat(figures.faults()).as(id).isEmpty();
              assertThat(figures.unvalidated()).as(id).isEmpty();
            });
  }

  @Test
  void theConsoleShowsItAll() throws Exception {
    try (Chromium chromium = Chromium.start()) {
      Set<String> seen =
          new ConsoleWalk(
                  chromium.browser(),
                  "http://127.0.0.1:" + configuration.hub().httpPort() + "/console",
                  ColorScheme.LIGHT,
                  1280)
              .enter("admin", hub.firstPassword().orElseThrow())
              .everywhere();

      assertThat(seen)
          .contains("/", "/orders", "/orders/n", "/documents", "/documents/n", "/stock/sku?sku")
          .contains(
              "/suppliers", "/suppliers/n", "/backorders", "/quarantine", "/routes", "/users");
    }
  }

  private DemoState state() {
    return hub.database().inTransaction(DemoState::read);
  }
}
