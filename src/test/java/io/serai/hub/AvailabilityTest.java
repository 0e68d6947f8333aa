package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.ChannelTerms;
import io.serai.channel.Sharing;
import io.serai.delivery.Delivery;
import io.serai.plan.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What channels are told that they may sell. */
class AvailabilityTest {
  private static final ChannelTerms LEARNS =
      new ChannelTerms("dtc", 0, OptionalInt.empty(), 0, OptionalInt.empty(), 4, 3);
  private final Scene scene =
      new Scene(
          Rules.DEFAULT,
          Map.of("north", Duration.ofHours(36)),
          new Sharing(Sharing.Split.SHARED, 0, List.of(LEARNS, Scene.channel("vip", 5))),
          Scene.supplier("north", 1, "3"),
          Scene.supplier("south", 2, "2"));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aChannelIsToldEverythingFirstAndThenWhatHasChanged() {
    scene.stock("north", "A,5", "B,2").stock("south", "A,3");
    assertThat(told("dtc")).isEqualTo(Map.of("A", 8, "B", 2));
    assertThat(told("dtc")).isEmpty();

    scene.order("1001", "A,2");
    assertThat(told("dtc")).isEqualTo(Map.of("A", 6));
    assertThat(told("vip")).isEqualTo(Map.of("A", 6, "B", 2));
  }

  @Test
  void whatIsNewerOfASkuWaitsForWhatIsTriedAgain() {
    DeliveryDesk deliveries = scene.bean(DeliveryDesk.class, "deliveries");
    scene.stock("north", "A,5", "B,2");
    told("dtc");
    scene.stock("north", "A,9");
    owe("dtc");
    Delivery failing = deliveries.takeStock("dtc").get(0);
    deliveries.failed(failing, new java.io.IOException("the channel is away"));
    scene.stock("north", "A,1");
    owe("dtc");
    scene.stock("north", "B,7");
    owe("dtc");

    assertThat(deliveries.takeStock("dtc"))
        .singleElement()
        .satisfies(next -> assertThat(next.payload().toString()).contains("B").doesNotContain("A"));
    scene.rows(
        "update delivery set due_at = now() where kind = 'stock' and state = 'owed' returning id");
    deliveries.done(deliveries.takeStock("dtc").get(0), "");
    assertThat(deliveries.takeStock("dtc"))
        .singleElement()
        .satisfies(next -> assertThat(next.payload().toString()).contains("A"));
  }

  @Test
  void whatTheFileSaysAgainIsNoNews() {
    scene.stock("north", "A,5", "B,2");
    told("dtc");
    scene.stock("north", "A,5", "B,3");

    assertThat(told("dtc")).isEqualTo(Map.of("B", 3));
  }

  @Test
  void everythingIsToldOnceMoreEachDay() {
    scene.stock("south", "A,5");
    told("dtc");
    assertThat(told("dtc")).isEmpty();

    scene.pass(Duration.ofHours(24));
    assertThat(told("dtc")).isEqualTo(Map.of("A", 5));
    assertThat(told("dtc")).isEmpty();
  }

  @Test
  void manyChangesAreToldPageByPage() {
    String[] rows = IntStream.range(0, 6_000).mapToObj(i -> "S" + i + ",7").toArray(String[]::new);
    scene.stock("south", rows);

    assertThat(told("dtc")).hasSize(6_000);
    scene.stock(
        "south", IntStream.range(0, 6_000).mapToObj(i -> "S" + i + ",8").toArray(String[]::new));
    assertThat(told("dtc")).hasSize(6_000).containsEntry("S5999", 8);
  }

  @Test
  void unitsThatNobodyWaitsForAnyMoreAreToldAgain() {
    scene.stock("south", "A,0").order("1001", "A,2").stock("south", "A,2");
    assertThat(told("dtc")).isEqualTo(Map.of("A", 0));

    scene.cancelled("1001");
    assertThat(told("dtc")).isEqualTo(Map.of("A", 2));
  }

  @Test
  void aSaleOfMoreThanWasToldWaitsAndIsTold() {
    scene.stock("south", "A,3");
    told("dtc");
    scene.order("1001", "A,2").order("1002", "A,3");

    assertThat(scene.rows("select kind, text from alert"))
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.toString())
                    .contains("oversold", "dtc was told 3 of A and has sold 5"));
    assertThat(scene.rows("select channel, sku, times, units from oversell"))
        .containsExactly(List.of("dtc", "A", "1", "2"));
    scene.order("1003", "A,1");
    assertThat(scene.one("select count(*) from alert")).isEqualTo("1");
  }

  @Test
  void theBufferLearnsFromItAndForgetsAUnitADay() {
    scene.stock("south", "A,3");
    told("dtc");
    scene.order("1001", "A,5").stock("south", "A,20");
    assertThat(told("dtc")).isEqualTo(Map.of("A", 13));
    assertThat(told("vip")).isEqualTo(Map.of("A", 15));

    scene.pass(Duration.ofHours(25));
    assertThat(told("dtc")).isEqualTo(Map.of("A", 14));
  }

  @Test
  void stockThatIsTooOldIsNotSoldAndCountsAgainWithTheNextFile() {
    scene.stock("north", "A,5");
    assertThat(told("dtc")).isEqualTo(Map.of("A", 5));
    scene.pass(Duration.ofHours(37));
    silence();
    silence();

    assertThat(told("dtc")).isEqualTo(Map.of("A", 0));
    assertThat(scene.rows("select kind, text from alert"))
        .singleElement()
        .asString()
        .contains("stale-stock", "north");
    scene.order("1001", "A,2");
    assertThat(scene.one("select sum(quantity) from backorder")).isEqualTo("2");

    scene.stock("north", "A,5").release();
    assertThat(scene.one("select sum(quantity) from backorder")).isEqualTo("0");
    assertThat(told("vip")).isEqualTo(Map.of("A", 3));
  }

  @Test
  void stockThatIsTooOldIsNotReleasedToThoseWhoWait() {
    scene.stock("north", "A,0").order("1001", "A,2").stock("north", "A,2");
    scene.pass(Duration.ofHours(37)).release();

    assertThat(scene.one("select sum(quantity) from backorder")).isEqualTo("2");
  }

  @Test
  void anotherSuppliersStockCountsMeanwhile() {
    scene
        .stock("north", "A,5")
        .pass(Duration.ofHours(37))
        .stock("south", "A,1")
        .order("1001", "A,1");

    assertThat(scene.purchaseOrders("1001")).containsValue("south");
  }

  private void silence() {
    scene.bean(SupplierDesk.class, "suppliers").tellOfSilence();
  }

  private Map<String, Integer> told(String channel) {
    owe(channel);
    Map<String, Integer> quantities = new TreeMap<>();
    List<Delivery> taken = new ArrayList<>(scene.deliver("stock", channel));
    for (List<Delivery> more = scene.deliver("stock", channel); !more.isEmpty(); ) {
      taken.addAll(more);
      more = scene.deliver("stock", channel);
    }
    for (Delivery delivery : taken) {
      for (JsonNode entry : delivery.payload().get("quantities")) {
        quantities.put(entry.get("sku").asText(), entry.get("quantity").asInt());
      }
    }
    return quantities;
  }

  private void owe(String channel) {
    // The server cleans up by itself at times, and what changed meanwhile is told a little later.
    await()
        .until(
            () ->
                scene
                    .one(
                        "select pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot())")
                    .equals("t"));
    scene.bean(PollDesk.class, "polls").oweStock(channel);
  }
}
