package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.action.ActionRefused;
import io.serai.action.Doer;
import io.serai.action.Done;
import io.serai.action.OrderActions;
import io.serai.mapping.Json;
import io.serai.order.Place;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person holds, releases, plans anew, changes suppliers and cancels. */
class OrderActionsTest {
  private static final Doer OLGA = new Doer("Olga");
  private final Sale sale = Sale.of("1001", "A,3");
  private Scene scene =
      new Scene(
          Rules.DEFAULT,
          Scene.supplier("north", 1, "3")
              .answering(new Answering(Optional.empty(), OptionalInt.empty(), true)),
          Scene.supplier("south", 2, "9"));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.quarantined()).isEmpty();
    scene.close();
  }

  @Test
  void nothingOfAHeldOrderGoesOutUntilItIsReleased() {
    scene.stock("north", "A,2,1.00").order("1001", "A,3");
    assertThat(hold("the buyer called")).isEqualTo("Order 1001 is on hold.");
    assertThat(hold("once more")).isEqualTo("It is on hold already, by Olga: the buyer called.");
    scene.stock("north", "A,9,1.00").release().pass(Duration.ofHours(1)).sendPurchaseOrders();
    assertThat(units()).isEqualTo(Map.of(PLANNED, 2, BACKORDERED, 1));

    assertThat(release()).isEqualTo("Order 1001 is released; it goes on.");
    assertThat(release()).isEqualTo("It is not on hold.");
    scene.release().pass(Duration.ofHours(1)).sendPurchaseOrders();
    assertThat(units()).isEqualTo(Map.of(SENT, 3));
    assertThat(audit()).containsExactly("Olga held order dtc 1001", "Olga released order dtc 1001");
    assertThat(told("hold"))
        .containsExactly(
            "Olga put the order on hold: the buyer called. Nothing more of it is sent until it is released.",
            "Olga released the order; it goes on.");
  }

  @Test
  void theDatesOfAHeldOrderStandStill() {
    scene.stock("north", "A,0,1.00").order("1001", "A,3");
    hold("a question");
    scene.pass(Duration.ofDays(60)).keepDeadlines();
    assertThat(units()).isEqualTo(Map.of(BACKORDERED, 3));
    release();
    scene.pass(Duration.ofDays(6)).keepDeadlines();
    assertThat(scene.owed("mail", "delayed")).isEmpty();
    scene.pass(Duration.ofDays(1)).keepDeadlines();
    assertThat(scene.owed("mail", "delayed")).hasSize(1);
  }

  @Test
  void anOrderIsOnHoldAsLongAsItsChannelOrAPersonHoldsIt() {
    scene.stock("north", "A,3,1.00").accept(sale.incoming());
    hold("a question");
    scene.accept(sale.onHold("fraud check").at(5).incoming());
    assertThat(release())
        .isEqualTo("Order 1001 is released; it stays on hold, since dtc holds it.");
    assertThatThrownBy(this::release)
        .isInstanceOf(ActionRefused.class)
        .hasMessage("dtc holds the order (fraud check); release it there, and it goes on here.");
    hold("another question");
    scene.accept(sale.at(6).incoming());
    scene.sendPurchaseOrders();
    assertThat(units()).isEqualTo(Map.of(PLANNED, 3));
    assertThat(scene.one("select hold_reason from customer_order"))
        .isEqualTo("Olga: another question");
    release();
    scene.sendPurchaseOrders();
    assertThat(units()).isEqualTo(Map.of(SENT, 3));
  }

  @Test
  void anOrderIsPlannedAnewByTodaysOffersAndNobodyInTheQueueIsOvertaken() {
    scene.stock("north", "A,1,1.00").order("1000", "A,2").order("1001", "A,3");
    assertThat(units()).isEqualTo(Map.of(BACKORDERED, 3));
    scene.stock("south", "A,3,9.00");
    assertThat(replan()).isEqualTo("Order 1001 is planned anew: 2 of A from south; 1 unit waits.");
    assertThat(units()).isEqualTo(Map.of(PLANNED, 2, BACKORDERED, 1));
    assertThat(replan()).startsWith("Today's offers and rules give the same plan");
    scene.release();
    assertThat(scene.places("1000").get("1")).isEqualTo(Map.of(PLANNED, 2));
    assertThat(audit()).containsExactly("Olga planned anew order dtc 1001");
  }

  @Test
  void aCheaperSupplierIsTakenWhereNoneWasAskedYet() {
    scene.stock("south", "A,3,9.00").order("1001", "A,3").stock("north", "A,3,1.00");
    replan();
    assertThat(scene.purchaseOrders("1001")).hasSize(1).containsValue("north");
    scene.sendPurchaseOrders();
    assertThatThrownBy(this::replan).hasMessageStartingWith("There is nothing to plan");
    assertThat(scene.one("select reserved from offer where supplier = 'south'")).isEqualTo("0");
  }

  @Test
  void aLineShipsFromTheSupplierThatAPersonChoosesThoughItWaitsOrIsPlannedTogether() {
    scene.close();
    scene =
        new Scene(
            Rules.from(
                Json.read(
                    "{\"release\": {\"waitMinutes\": 30}, \"safetyBuffer\": {\"suppliers\": {\"south\": 1}}}")),
            Scene.supplier("north", 1, "3"),
            Scene.supplier("south", 2, "9"));
    scene.stock("north", "A,2,1.00").order("1001", "A,3", "B,1").stock("south", "A,3,9.00");
    assertThatThrownBy(() -> move("south"))
        .hasMessageStartingWith("The rules let south ship fewer than 3 of its 3 free units of A");
    scene.stock("south", "A,4,9.00");
    assertThat(move("south")).isEqualTo("3 of A ship from south.");
    assertThat(move("south")).isEqualTo("Line 1 ships from south already.");
    assertThat(units()).isEqualTo(Map.of(PLANNED, 3));
    scene.sendPurchaseOrders();
    assertThat(units()).isEqualTo(Map.of(SENT, 3));
    assertThat(scene.purchaseOrders("1001")).containsValue("south").hasSize(1);
    assertThat(scene.owed("mail", "back-in-stock")).hasSize(1);
  }

  @Test
  void aSupplierThatCannotShipTheLineIsRefusedWithTheReasonAndNothingChanges() {
    scene.stock("north", "A,3,1.00").order("1001", "A,3").stock("south", "A,2,9.00", "B,9,1.00");
    List<List<String>> before = scene.rows("select * from reservation");
    assertThatThrownBy(() -> move("south")).hasMessage("south has 2 of A free, and 3 are needed.");
    assertThatThrownBy(() -> move("east")).hasMessage("east does not offer A.");
    assertThatThrownBy(
            () ->
                act(
                    (actions, handle) ->
                        actions.changeSupplier(handle, "dtc", "1001", "7", "south", OLGA)))
        .hasMessage("Order 1001 has no line 7.");
    assertThatThrownBy(() -> act((actions, handle) -> actions.replan(handle, "dtc", "9", OLGA)))
        .hasMessage("There is no order 9 of dtc.");
    assertThat(scene.rows("select * from reservation")).isEqualTo(before);
    assertThat(audit()).isEmpty();
  }

  @Test
  void whatASupplierWasAskedForIsAskedOfNobodyElse() {
    scene.stock("north", "A,2,1.00").order("1001", "A,3").sendPurchaseOrders();
    scene.stock("south", "A,9,9.00");
    assertThat(move("south"))
        .isEqualTo(
            "1 of A ship from south; 2 stay where they are, since their supplier was asked.");
    scene.sendPurchaseOrders();
    assertThatThrownBy(() -> move("north")).hasMessageContaining("are with their supplier already");
    assertThat(units()).isEqualTo(Map.of(SENT, 3));
  }

  @Test
  void cancelledAtOnceIsWhatNobodyWasAskedForAndTheRestOnceItsSupplierLetsGo() {
    scene.stock("north", "A,2,1.00").order("1001", "A,3").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    assertThat(cancel(2))
        .isEqualTo(
            "1 unit cancelled; 1 unit with the supplier already, cancelled if it can still stop them.");
    assertThat(units()).isEqualTo(Map.of(SENT, 2, CANCELLED, 1));
    assertThatThrownBy(() -> cancel(2))
        .hasMessage("Of the 3 units of line 1 1 are open, 2 are cancelled or being stopped.");
    assertThat(scene.sendRecalls())
        .singleElement()
        .asString()
        .contains(",1,A,1,they were cancelled");
    scene.acknowledge("north", po + ",1,A,1,cancelled,,");
    assertThat(units()).isEqualTo(Map.of(SENT, 1, CANCELLED, 2));
    assertThat(scene.deliver("cancellation", "dtc")).hasSize(2);
    assertThat(scene.owed("mail", "cancelled")).hasSize(2);
  }

  @Test
  void whatHasShippedIsNotCancelledAndASecondClickCancelsNothingMore() {
    scene.stock("north", "A,3,1.00").order("1001", "A,3").sendPurchaseOrders();
    scene.notice("north", scene.purchaseOrder("1001") + ",1,A,2,UPS,1Z1,2026-11-24T10:00:00Z,P1");
    assertThatThrownBy(() -> cancel(3))
        .hasMessage(
            "Of the 3 units of line 1 1 are open, 2 have shipped: ask the customer to return those.");
    assertThat(cancel(0)).startsWith("1 unit with the supplier already");
    assertThat(cancel(0)).startsWith("Nothing of it is open any more");
    assertThatThrownBy(
            () ->
                act(
                    (actions, handle) ->
                        actions.cancelAsSeen(
                            handle, "dtc", "1001", "1", 1, 1, OLGA, "the buyer called")))
        .hasMessage("Line 1 has changed since you looked; see how it stands now, and try again.");
    assertThat(units()).isEqualTo(Map.of(SENT, 1, SHIPPED, 2));
  }

  @Test
  void aWholeOrderIsCancelledInOneLetterThoughItIsHeld() {
    scene.stock("north", "A,1,1.00").order("1001", "A,3", "B,1");
    hold("a question");
    assertThat(
            act(
                (actions, handle) ->
                    actions.cancelOpen(handle, "dtc", "1001", OLGA, "the buyer called")))
        .isEqualTo("4 units cancelled.");
    assertThat(units()).isEqualTo(Map.of(CANCELLED, 3));
    assertThat(scene.owed("mail", "cancelled")).hasSize(1);
    assertThat(scene.one("select ended_at is not null from customer_order")).isEqualTo("t");
    assertThatThrownBy(() -> hold("again")).hasMessageStartingWith("Order 1001 has ended");
  }

  private String hold(String why) {
    return act((actions, handle) -> actions.hold(handle, "dtc", "1001", OLGA, why));
  }

  private String release() {
    return act((actions, handle) -> actions.release(handle, "dtc", "1001", OLGA));
  }

  private String replan() {
    return act((actions, handle) -> actions.replan(handle, "dtc", "1001", OLGA));
  }

  private String move(String supplier) {
    return act(
        (actions, handle) -> actions.changeSupplier(handle, "dtc", "1001", "1", supplier, OLGA));
  }

  private String cancel(int units) {
    return act(
        (actions, handle) ->
            actions.cancel(handle, "dtc", "1001", "1", units, OLGA, "the buyer called"));
  }

  private interface Act {
    Done in(OrderActions actions, Handle handle);
  }

  private String act(Act act) {
    OrderActions actions = scene.bean(OrderActions.class, "orderActions");
    return scene.database.inTransaction(handle -> act.in(actions, handle)).said();
  }

  private Map<Place, Integer> units() {
    return scene.places("1001").get("1");
  }

  private List<String> told(String what) {
    return scene.rows("select text from timeline where what = '" + what + "' order by id").stream()
        .map(row -> row.get(0))
        .toList();
  }

  private List<String> audit() {
    return scene.rows("select who, what, subject from audit order by id").stream()
        .map(row -> String.join(" ", row))
        .toList();
  }
}
