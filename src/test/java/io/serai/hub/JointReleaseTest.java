package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.mapping.Json;
import io.serai.plan.Rules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that wait for each other before their purchase orders go out. */
class JointReleaseTest {
  private static final Rules WAITING =
      Rules.from(Json.read("{\"release\": {\"waitMinutes\": 60}}"));

  @Test
  void ordersThatWaitedArePlannedTogetherWhenThatSavesShipments() {
    try (Scene scene = scene()) {
      // Alone, 1001 takes the cheaper A of north, and then 1002, which needs A and B, must be
      // split.
      scene.stock("north", "A,1,1.00", "B,1,1.00").stock("south", "A,1,2.00");
      scene.order("1001", "A,1").order("1002", "A,1", "B,1");
      assertThat(scene.purchaseOrders("1001")).containsValue("north");
      assertThat(scene.purchaseOrders("1002")).hasSize(2);

      scene.sendPurchaseOrders();
      assertThat(sent(scene)).isEqualTo("0");

      scene.pass(Duration.ofMinutes(60)).sendPurchaseOrders();
      assertThat(sent(scene)).isEqualTo("2");
      assertThat(scene.purchaseOrders("1001")).hasSize(1).containsValue("south");
      assertThat(scene.purchaseOrders("1002")).hasSize(1).containsValue("north");
      assertThat(scene.rows("select orders, shipments_before, shipments_after from joint_planning"))
          .containsExactly(List.of("2", "3", "2"));
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void whatCannotBeBetteredStaysAsItWasPlanned() {
    try (Scene scene = scene()) {
      scene.stock("north", "A,5,1.00").order("1001", "A,1").order("1002", "A,2");
      String before = scene.purchaseOrder("1001");
      scene.pass(Duration.ofMinutes(60)).sendPurchaseOrders();

      assertThat(scene.purchaseOrder("1001")).isEqualTo(before);
      assertThat(sent(scene)).isEqualTo("2");
      assertThat(scene.rows("select * from joint_planning")).isEmpty();
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void withoutTheRulePurchaseOrdersGoOutAtOnce() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,5,1.00").order("1001", "A,1").sendPurchaseOrders();

      assertThat(sent(scene)).isEqualTo("1");
    }
  }

  private static Scene scene() {
    return new Scene(WAITING, Scene.supplier("north", 1, "0"), Scene.supplier("south", 2, "0"));
  }

  private static String sent(Scene scene) {
    return scene.one("select count(*) from shipment where sent_at is not null");
  }
}
