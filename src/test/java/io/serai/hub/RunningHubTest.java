package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.balance.Balance;
import io.serai.cli.demo.DemoConfiguration;
import io.serai.cli.demo.DemoState;
import io.serai.config.Configuration;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.SandboxOptions;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.Fault;
import io.serai.sandbox.store.SandboxStore.Broken;
import io.serai.sandbox.store.ThrottleBucket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole hub with its routes and connectors, in a world that misbehaves. */
class RunningHubTest {
  private static final Path HOME = Path.of("").toAbsolutePath();

  @TempDir Path folder;
  private Sandbox sandbox;
  private Hub hub;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.start(
            SandboxOptions.of(folder.resolve("outside"), 3, 25)
                .withClock(
                    Instant.now().truncatedTo(ChronoUnit.DAYS),
                    Duration.ofDays(1).toSeconds() / 1.1)
                .withWarmUp(Duration.ofSeconds(3))
                .withBucket(new ThrottleBucket(200_000, 100_000, 1_000)));
    Path file = DemoConfiguration.write(sandbox, folder.resolve("hub"));
    hub = Hub.start(Configuration.load(file, HOME, Map.of()), HOME);
  }

  @AfterEach
  void stop() {
    hub.close();
    sandbox.close();
  }

  @Test
  void everyOrderReachesItsEndWhileTheStoreAndTheMailServerFail() {
    sandbox.store().faults().next(Fault.NOT_JSON, 2, "orders(");
    sandbox.store().faults().next(Fault.SERVER_ERROR, 2, "");
    sandbox.store().faults().next(Fault.TOO_MANY_WITH_WAIT, 1, "");
    sandbox.store().faults().next(Fault.ERROR_INSIDE, 2, "fulfillmentCreate");
    sandbox.store().faults().next(Fault.DROP_AFTER_ACTING, 3, "fulfillmentCreate");
    sandbox.store().faults().next(Fault.DROP_BEFORE_ACTING, 1, "fulfillmentCreate");
    sandbox.mail().refuseWith("451 4.3.0 come back later");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> count("delivery where kind = 'mail' and fault is not null") > 0);
    sandbox.mail().accept();

    awaitRest(sandbox.orders().size());

    assertThat(hub.database().inTransaction(Balance::check)).isEmpty();
    assertThat(sandbox.world().trackingPosts())
        .hasSize(count("delivery where kind = 'tracking' and state = 'done'"))
        .allSatisfy(post -> assertThat(post.times()).isEqualTo(1));
    assertThat(sandbox.world().mails())
        .hasSize(count("delivery where kind = 'mail' and state = 'done'"));
    assertThat(faults("document"))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).contains("no page of orders", "not JSON"));
    assertThat(faults("delivery")).isEmpty();
  }

  @Test
  void brokenOrdersAndFilesAreQuarantinedAndEverythingElseMovesOn() throws Exception {
    SoldOrder like = sandbox.orders().get(0);
    for (Broken how : Broken.values()) {
      sandbox.store().sellBroken(how, like);
    }
    Path north = folder.resolve("outside");
    Path out =
        Files.walk(north).filter(path -> path.endsWith("north/out")).findFirst().orElseThrow();
    put(out, "STOCK-999901.csv", "sku;quantity\nN-A;5\nN-B");
    put(out, "ACK-999902.csv", "po;line\nx;1\n");
    put(
        out,
        "ASN-999903.csv",
        "po_number;line;sku;quantity;carrier;tracking_number;shipped_at;package\nPO1;1;N-A;1;UPS;1Z;2026-11-24T10:00:00Z;P\n");
    put(out, "holiday greetings.txt", "Happy holidays\n");

    awaitRest(sandbox.orders().size() + Broken.values().length);

    assertThat(hub.database().inTransaction(Balance::check)).isEmpty();
    assertThat(faults("document"))
        .hasSize(Broken.values().length + 4)
        .anySatisfy(fault -> assertThat(fault).contains("STOCK-999901.csv", "cut short"))
        .anySatisfy(fault -> assertThat(fault).contains("ACK-999902.csv:1", "no column po_number"))
        .anySatisfy(
            fault -> assertThat(fault).contains("ASN-999903.csv:2", "PO1", "never asked of it"))
        .anySatisfy(fault -> assertThat(fault).contains("holiday greetings.txt"))
        .filteredOn(fault -> fault.startsWith("order "))
        .hasSize(Broken.values().length)
        .allSatisfy(fault -> assertThat(fault).contains("lines"));
    assertThat(cures()).doesNotContainNull();
  }

  private void awaitRest(int orders) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              DemoState state = hub.database().inTransaction(DemoState::read);
              return state.settled() >= orders && state.atWork() == 0;
            });
  }

  private static void put(Path folder, String name, String content) throws Exception {
    Path part = folder.resolve("." + name + ".part");
    Files.writeString(part, content, StandardCharsets.ISO_8859_1);
    Files.move(part, folder.resolve(name));
  }

  private int count(String of) {
    return hub.database()
        .inTransaction(
            handle -> handle.createQuery("select count(*) from " + of).mapTo(Integer.class).one());
  }

  private List<String> faults(String table) {
    String column = table.equals("document") ? "status" : "state";
    return texts(
        "select fault from " + table + " where " + column + " = 'quarantined' order by id");
  }

  private List<String> cures() {
    return texts("select cure from document where status = 'quarantined' order by id");
  }

  private List<String> texts(String query) {
    return hub.database()
        .inTransaction(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
