package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.plan.Rules;
import io.serai.plan.Split;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is served first when stock rises. */
class QueueTest {
  @Test
  void theFirstPromisedAreServedFirstAsFarAsTheRestockGoes() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0");
      for (int i = 1; i <= 5; i++) {
        scene.order("100" + i, "A,1");
      }
      scene.stock("north", "A,3").release();

      assertThat(served(scene)).containsExactly("1001", "1002", "1003");
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void aChannelWithPriorityIsServedBeforeThoseWhoCameEarlier() {
    try (Scene scene = Scene.usual()) {
      scene
          .stock("north", "A,0")
          .order("1001", "A,1")
          .orderOf("vip", "2001", "A,1")
          .stock("north", "A,1")
          .release();

      assertThat(served(scene)).containsExactly("2001");
    }
  }

  @Test
  void aClassOfCustomersIsServedByItsOwnPriority() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0").order("1001", "A,1").orderOfClass("gold", "1002", "A,1");
      scene.orderOfClass("none", "1003", "A,1").orderOf("vip", "2001", "A,1");
      scene.stock("north", "A,2").release();

      assertThat(served(scene)).containsExactly("1002", "2001");
    }
  }

  @Test
  void aPartIsReleasedAndTheRestKeepsItsPlace() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0").order("1001", "A,5").order("1002", "A,1");
      scene.stock("north", "A,3").release();
      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3, BACKORDERED, 2)));

      scene.stock("north", "A,6").release();
      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 5)));
      assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(PLANNED, 1)));
    }
  }

  @Test
  void anOrderThatWaitsWholeTakesItsUnitsOnlyTogetherAndStarvesNobody() {
    Split whole = new Split(1, 0, true, List.of());
    try (Scene scene = new Scene(Rules.DEFAULT.withSplit(whole), Scene.supplier("north", 1, "3"))) {
      scene.stock("north", "A,5", "B,0");
      scene.order("1001", "A,2", "B,1");
      assertThat(scene.places("1001"))
          .isEqualTo(Map.of("1", Map.of(BACKORDERED, 2), "2", Map.of(BACKORDERED, 1)));
      scene.order("1002", "A,5");
      assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(PLANNED, 5)));

      scene.stock("north", "A,7", "B,1").release();
      assertThat(scene.places("1001"))
          .isEqualTo(Map.of("1", Map.of(PLANNED, 2), "2", Map.of(PLANNED, 1)));
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void theQueueOfASkuIsServedPastOneBatch() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0").orders("1", 1200, "A,1");
      scene.stock("north", "A,1190").release();

      assertThat(served(scene)).hasSize(1190).contains("101189").doesNotContain("101190");
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void whoComesInOneBatchWaitsInTheOrderOfTheirPurchase() {
    try (Scene scene = Scene.usual()) {
      scene.clock.run();
      scene.stock("north", "A,0").orders("1", 300, "A,1");

      assertThat(
              scene.rows(
                  "select o.number from backorder b join customer_order o on o.id = b.order_id"
                      + " order by b.promised_at, b.id"))
          .isSortedAccordingTo(java.util.Comparator.comparing(row -> row.get(0)));
    }
  }

  @Test
  void manyWhoWaitWholeInFrontDoNotStopThoseBehind() {
    Split whole = new Split(1, 0, true, List.of());
    try (Scene scene = new Scene(Rules.DEFAULT.withSplit(whole), Scene.supplier("north", 1, "3"))) {
      scene.stock("north", "A,2000", "B,0").orders("1", 1100, "A,1", "B,1");
      scene.stock("north", "A,0", "B,0").orders("2", 3, "A,1", "C,1", "D,1");
      scene.stock("north", "A,1150", "B,0").release();

      assertThat(served(scene)).containsExactly("200000", "200001", "200002");
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void whoComesWithPriorityWhileAQueueIsServedIsServedNext() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0").orders("1", 1200, "A,1").stock("north", "A,600");
      BackorderDesk backorders = scene.bean(BackorderDesk.class, "backorders");
      backorders.release("A");
      scene.orderOf("vip", "2001", "A,1").release();

      assertThat(served(scene)).hasSize(600).contains("2001", "100598").doesNotContain("100599");
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void severalSuppliersRestockOneQueue() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0").stock("south", "A,0").orders("1", 5, "A,2");
      scene.stock("north", "A,3").stock("south", "A,4").release();

      assertThat(scene.one("select sum(planned) from order_line")).isEqualTo("7");
      assertThat(scene.places("100003")).isEqualTo(Map.of("1", Map.of(PLANNED, 1, BACKORDERED, 1)));
      assertThat(scene.places("100004")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 2)));
    }
  }

  @Test
  void theUnitsOfACancelledOrderGoToThoseWhoWait() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,2").order("1001", "A,2").order("1002", "A,1").order("1003", "A,1");
      scene.cancelled("1001").release();

      assertThat(served(scene)).containsExactly("1002", "1003");
    }
  }

  @Test
  void theWindowOfAReleaseOutlivesARestart() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,0", "B,0").order("1001", "A,1", "B,1");
      scene.stock("north", "A,1", "B,0").release().pass(Duration.ofMinutes(20));
      scene.restart().stock("north", "A,1", "B,1").release();
      assertThat(scene.sendPurchaseOrders().purchaseOrders("1001")).hasSize(1);
      assertThat(scene.one("select count(*) from shipment where sent_at is not null"))
          .isEqualTo("0");

      scene.pass(Duration.ofMinutes(11)).sendPurchaseOrders();
      assertThat(
              scene.rows(
                  "select count(*), sum(open) from reservation r join shipment s on s.id = r.shipment_id where s.sent_at is not null"))
          .containsExactly(List.of("2", "2"));
    }
  }

  private static List<String> served(Scene scene) {
    return scene
        .rows(
            "select o.number from customer_order o join order_line l on l.order_id = o.id where l.planned > 0 order by o.number")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }
}
