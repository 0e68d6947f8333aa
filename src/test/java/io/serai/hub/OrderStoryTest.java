package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.HELD;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Delivery;
import io.serai.order.Address;
import io.serai.order.IncomingOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an order, from the moment it is taken in. */
class OrderStoryTest {
  private final Scene scene = Scene.usual();

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void unitsThatAreInStockArePromisedAndTheRestWaits() {
    scene.stock("north", "A,2,4.00").order("1001", "A,3");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 2, BACKORDERED, 1)));
    assertThat(scene.rows("select on_hand, reserved from offer"))
        .containsExactly(List.of("2", "2"));
  }

  @Test
  void anUnknownSkuIsHeldForAPersonAndTheRestOfTheOrderGoesOn() {
    scene.stock("north", "A,5").stock("south", "B,1").order("1001", "A,1", "NOBODY-HAS-IT,2");

    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(PLANNED, 1), "2", Map.of(HELD, 2)));
    assertThat(scene.one("select hold_reason from order_line where held > 0"))
        .contains("no supplier");
  }

  @Test
  void heldUnitsJoinTheQueueOnceASupplierOffersThem() {
    scene.stock("north", "A,5").stock("south", "B,1").order("1001", "NEW,2");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(HELD, 2)));

    scene.stock("south", "NEW,9").release();

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 2)));
  }

  @Test
  void beforeEverySupplierHasSentStockAnUnknownSkuWaitsForIt() {
    scene.stock("north", "A,5").order("1001", "B,2");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 2)));

    scene.stock("south", "B,9").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 2)));
  }

  @Test
  void anOrderTravelsFromPromiseToParcel() {
    scene.stock("north", "A,5").order("1001", "A,3").sendPurchaseOrders();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3)));

    String po = scene.purchaseOrder("1001");
    scene.acknowledge("north", po + ",1,A,3,accepted,,");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3)));

    scene.notice("north", po + ",1,A,3,UPSN,1Z1,2026-11-24T10:00:00Z,P1");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(scene.rows("select on_hand, reserved from offer"))
        .containsExactly(List.of("2", "0"));
    assertThat(scene.one("select ended_at is not null from customer_order")).isEqualTo("t");
    Delivery tracking = scene.deliver("tracking", "dtc").get(0);
    assertThat(tracking.payload().get("carrier").asText()).isEqualTo("UPS");
    assertThat(tracking.payload().at("/lines/0/quantity").asInt()).isEqualTo(3);
  }

  @Test
  void aSupplierThatRejectsALineIsReplacedByTheNextAndNotAskedAgain() {
    scene
        .stock("north", "A,5,1.00")
        .stock("south", "A,5,9.00")
        .order("1001", "A,3")
        .sendPurchaseOrders();
    assertThat(scene.purchaseOrders("1001")).containsValue("north");

    scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,A,3,rejected,,sold out");
    assertThat(scene.purchaseOrders("1001")).hasSize(1).containsValue("south");

    scene.stock("north", "A,50").stock("south", "A,0").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 3)));
  }

  @Test
  void aCutQuantityWaitsForTheRestockAndIsOrderedAgain() {
    scene.stock("north", "A,5").order("1001", "A,5").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.acknowledge("north", po + ",1,A,2,accepted,,", po + ",1,A,3,backordered,2026-12-01,");

    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2, BACKORDERED, 3)));
    assertThat(scene.one("select eta from backorder")).isEqualTo("2026-12-01");

    scene.stock("north", "A,12").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2, PLANNED, 3)));
  }

  @Test
  void whatIsReleasedWithinTheWindowLeavesInOnePurchaseOrder() {
    scene.stock("north", "A,0", "B,0").order("1001", "A,1", "B,1");
    scene.stock("north", "A,1").release().pass(Duration.ofMinutes(10));
    scene.stock("north", "B,1").release().sendPurchaseOrders();
    assertThat(scene.purchaseOrders("1001")).hasSize(1);
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(PLANNED, 1), "2", Map.of(PLANNED, 1)));

    scene.pass(Duration.ofMinutes(21)).sendPurchaseOrders();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 1), "2", Map.of(SENT, 1)));
    assertThat(scene.one("select count(*) from document where kind = 'purchase-order'"))
        .isEqualTo("1");
  }

  @Test
  void aLowerCountTakesTheNewestUnsentPromisesBack() {
    scene.stock("north", "A,5").order("1001", "A,3").order("1002", "A,2");
    scene.stock("north", "A,3").release();

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));
    assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 2)));
  }

  @Test
  void aLowerCountLeavesWhatIsWithTheSupplierAlready() {
    scene
        .stock("north", "A,5")
        .order("1001", "A,5")
        .sendPurchaseOrders()
        .stock("north", "A,1")
        .release();

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 5)));
    assertThat(scene.rows("select reported, on_hand, reserved from offer"))
        .containsExactly(List.of("1", "5", "5"));
  }

  @Test
  void aCustomerIsToldOfALongWaitOnceAndTheUnitsAreCancelledInTheEnd() {
    scene.stock("north", "A,0").order("1001", "A,2").deliver("mail", "mail");
    scene.pass(Duration.ofDays(7)).keepDeadlines().keepDeadlines();
    assertThat(letters()).containsExactly("delayed");

    scene.pass(Duration.ofDays(7)).keepDeadlines().keepDeadlines();
    assertThat(letters()).containsExactly("cancelled");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 2)));
    assertThat(scene.deliver("cancellation", "dtc")).hasSize(1);
    assertThat(scene.one("select ended_at is not null from customer_order")).isEqualTo("t");
  }

  @Test
  void aSecondWaitOfTheSameUnitsKeepsTheFirstDates() {
    scene.stock("north", "A,0").order("1001", "A,2").pass(Duration.ofDays(5));
    scene.stock("north", "A,2").release().pass(Duration.ofHours(1)).sendPurchaseOrders();
    scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,A,2,backordered,,");

    assertThat(scene.rows("select distinct cancel_at from backorder")).hasSize(1);
  }

  @Test
  void theChannelCanCancelWhatIsNotWithASupplierYet() {
    scene.stock("north", "A,2").order("1001", "A,3").cancelled("1001");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 3)));
    assertThat(scene.rows("select on_hand, reserved from offer"))
        .containsExactly(List.of("2", "0"));
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
  }

  @Test
  void whatTheChannelCancelsAfterThePurchaseOrderShipsAllTheSame() {
    scene.stock("north", "A,2").order("1001", "A,2").sendPurchaseOrders().cancelled("1001");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    assertThat(scene.rows("select text from timeline where what = 'cancelled'").toString())
        .contains("2 units");
  }

  @Test
  void aCancelledOrderThatLostItsAddressAtTheChannelKeepsItHere() {
    scene.stock("north", "A,2").order("1001", "A,2").sendPurchaseOrders();
    IncomingOrder cancelled = Scene.incoming("dtc", "1001", "2", true, List.of());
    scene.accept(
        new IncomingOrder(
            "dtc",
            "1001",
            cancelled.externalId(),
            "2",
            cancelled.placedAt(),
            "USD",
            true,
            cancelled.customer(),
            new Address("", "", "", "", "", "", "", "US", ""),
            List.of(new IncomingOrder.Line("1", "x", "A", "", 1, BigDecimal.ONE))));

    assertThat(scene.one("select ship_to ->> 'address1' from customer_order"))
        .isEqualTo("Street 1");
    assertThat(scene.rows("select text from timeline where what = 'changed'")).isEmpty();
  }

  @Test
  void theSameOrderAgainChangesNothing() {
    scene.stock("north", "A,9").order("1001", "A,2").order("1001", "A,2");

    assertThat(scene.one("select count(*) from customer_order")).isEqualTo("1");
    assertThat(scene.one("select reserved from offer")).isEqualTo("2");
    assertThat(letters()).containsExactly("confirmed");
  }

  @Test
  void aNewOrderDoesNotOvertakeThoseWhoWait() {
    scene
        .stock("north", "A,0")
        .order("1001", "A,2")
        .stock("north", "A,2")
        .order("1002", "A,2")
        .release();

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 2)));
    assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 2)));
  }

  private List<String> letters() {
    return scene.deliver("mail", "mail").stream()
        .map(letter -> letter.payload().get("template").asText())
        .toList();
  }
}
