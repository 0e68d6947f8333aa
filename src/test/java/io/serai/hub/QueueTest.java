package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.plan.Rules;
import io.serai.plan.Split;
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
      scene.stock("north", "A,0");
      for (int i = 0; i < 450; i++) {
        scene.order(Integer.toString(10000 + i), "A,1");
      }
      scene.stock("north", "A,440").release();

      assertThat(served(scene)).hasSize(440).contains("10000", "10439").doesNotContain("10440");
      assertThat(scene.broken()).isEmpty();
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
