package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.HELD;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.mapping.Json;
import io.serai.order.Place;
import io.serai.plan.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a channel changes about lines and addresses of an order that is here already. */
class RevisionTest {
  private static final String PARCEL = ",UPS,1Z1,2026-11-23T10:00:00Z,1";

  private Scene scene = Scene.usual();
  private final Sale sale = Sale.of("1001", "A,3");

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.quarantined()).isEmpty();
    scene.close();
  }

  @Test
  void unitsThatTheChannelCancelsBeforeTheyAreSentAreCancelledAndOthersGetThem() {
    scene.stock("north", "A,3");
    is(sale);
    scene.order("1002", "A,1");
    is(sale.with("A,3,2").at(5));
    scene.release();

    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 1, CANCELLED, 2));
    assertThat(units("1002")).isEqualTo(Map.of(PLANNED, 1));
    assertThat(changes()).contains("The channel cancelled 2 units of A, line 1.");
  }

  @Test
  void theChannelIsNotToldWhatItSaidItselfAndTheCustomerIsToldOnce() {
    scene.stock("north", "A,1");
    is(sale);
    is(sale.with("A,3,3").at(5));
    is(sale.with("A,3,3").at(6));

    assertThat(units("1001")).isEqualTo(Map.of(CANCELLED, 3));
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
    assertThat(scene.owed("mail", "cancelled")).hasSize(1);
    assertThat(scene.one("select ended_at is not null from customer_order")).isEqualTo("t");
  }

  @Test
  void aWholeCancellationOfUnitsInSeveralPlacesIsOneLetter() {
    scene.stock("north", "A,1");
    is(sale);
    is(sale.cancelledWhole().at(5));

    assertThat(units("1001")).isEqualTo(Map.of(CANCELLED, 3));
    assertThat(scene.owed("mail", "cancelled")).hasSize(1);
  }

  @Test
  void whatWaitsGoesBeforeWhatIsPromisedAndThatBeforeWhatASupplierWasAskedFor() {
    scene.stock("north", "A,1");
    is(Sale.of("1001", "A,4"));
    scene.sendPurchaseOrders().stock("south", "A,1").release();
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 1, PLANNED, 1, BACKORDERED, 2));

    is(Sale.of("1001", "A,4,2").at(5));
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 1, PLANNED, 1, CANCELLED, 2));
    is(Sale.of("1001", "A,4,3").at(6));
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 1, CANCELLED, 3));
    is(Sale.of("1001", "A,4,4").at(7));
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 1, CANCELLED, 3));
    assertThat(scene.sendRecalls()).hasSize(1);
  }

  @Test
  void whatASupplierWasAskedForIsRecalledAndCancelledOnceItLetsGo() {
    scene.stock("north", "A,3");
    is(sale);
    scene.sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    is(sale.with("A,3,2").at(5));
    is(sale.with("A,3,2").to("Street 2", "US").at(6));
    assertThat(scene.one("select sum(recalled) from reservation")).isEqualTo("2");

    scene.acknowledge("north", po + ",1,A,2,cancelled,,");
    is(sale.with("A,3,2").to("Street 2", "US").at(7));
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 1, CANCELLED, 2));
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
    assertThat(scene.owed("mail", "cancelled")).hasSize(1);
  }

  @Test
  void ofWhatHasShippedThePersonIsToldAndTheParcelStays() {
    scene.stock("north", "A,3");
    is(sale);
    scene.sendPurchaseOrders();
    scene.notice("north", scene.purchaseOrder("1001") + ",1,A,2" + PARCEL);
    is(sale.with("A,3,2").at(5));

    assertThat(units("1001")).isEqualTo(Map.of(SHIPPED, 2, SENT, 1));
    assertThat(scene.alerts()).containsExactly("cancelled-after-shipping");
    assertThat(scene.one("select text from alert where kind = 'cancelled-after-shipping'"))
        .contains("1 units of A that have shipped already");
  }

  @Test
  void goodsThatComeBackWeeksLaterAreNoAlert() {
    scene.stock("north", "A,3");
    is(sale);
    scene.sendPurchaseOrders();
    scene.notice("north", scene.purchaseOrder("1001") + ",1,A,3" + PARCEL);
    scene.pass(Duration.ofDays(20));
    is(sale.cancelledWhole().at(30000));

    assertThat(units("1001")).isEqualTo(Map.of(SHIPPED, 3));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void whatTheHubCancelledAndToldTheChannelChangesNothingWhenItComesBack() {
    scene.stock("north", "A,1");
    is(sale);
    scene.pass(Duration.ofDays(15)).keepDeadlines();
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 1, CANCELLED, 2));
    assertThat(scene.deliver("cancellation", "dtc")).hasSize(1);

    is(sale.with("A,3,2").at(5));
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 1, CANCELLED, 2));
    is(sale.with("A,3,3").at(6));
    assertThat(units("1001")).isEqualTo(Map.of(CANCELLED, 3));
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
  }

  @Test
  void whatTheHubShippedChangesNothingWhenItComesBack() {
    scene.stock("north", "A,2");
    is(sale);
    scene.sendPurchaseOrders();
    scene.notice("north", scene.purchaseOrder("1001") + ",1,A,2" + PARCEL);
    is(sale.with("A,3,0,2").at(5));

    assertThat(units("1001")).isEqualTo(Map.of(SHIPPED, 2, BACKORDERED, 1));
    assertThat(changes()).isEmpty();
  }

  @Test
  void whatWasCancelledOrSentBeforeTheHubMetTheOrderIsNotTakenInAndNotCancelledAgain() {
    scene.stock("north", "A,9");
    is(sale.with("A,6,1,2", "B,2,2"));
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));

    is(sale.with("A,6,1,4", "B,2,2").at(5));
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
    is(sale.with("A,6,2,4", "B,2,2").at(6));
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 2, CANCELLED, 1));
  }

  @Test
  void anOrderOfWhichNothingIsLeftIsNotTakenIn() {
    is(sale.with("A,3,1,2"));

    assertThat(scene.one("select count(*) from customer_order")).isEqualTo("0");
  }

  @Test
  void aQuantityThatFallsCountsAsCancelled() {
    scene.stock("north", "A,3");
    is(sale);
    is(sale.with("A,1").at(5));

    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 1, CANCELLED, 2));
  }

  @Test
  void aQuantityThatRisesIsPlannedForTheDifferenceAndReopensAnOrderThatHadEnded() {
    scene.stock("north", "A,5");
    is(sale);
    scene.sendPurchaseOrders();
    scene.notice("north", scene.purchaseOrder("1001") + ",1,A,3" + PARCEL);
    is(sale.with("A,6").at(5));

    assertThat(units("1001")).isEqualTo(Map.of(SHIPPED, 3, PLANNED, 2, BACKORDERED, 1));
    is(sale.with("A,6").at(6));
    assertThat(units("1001")).isEqualTo(Map.of(SHIPPED, 3, PLANNED, 2, BACKORDERED, 1));
    assertThat(scene.owed("mail", "confirmed")).hasSize(1);
  }

  @Test
  void aLineThatIsAddedIsANewLineOfTheSameOrder() {
    scene.stock("north", "A,3", "B,1").stock("south", "Z,1");
    is(sale);
    is(sale.with("A,3", "B,2", "C,1").at(5));
    is(sale.with("A,3", "B,2", "C,1").at(6));

    assertThat(scene.places("1001"))
        .isEqualTo(
            Map.of(
                "1",
                Map.of(PLANNED, 3),
                "2",
                Map.of(PLANNED, 1, BACKORDERED, 1),
                "3",
                Map.of(HELD, 1)));
    scene.sendPurchaseOrders();
    assertThat(scene.purchaseOrders("1001")).hasSize(1);
  }

  @Test
  void anAddedLineOfAnOrderThatWaitsWholeWaitsWithTheRest() {
    scene.close();
    scene =
        new Scene(
            Rules.from(Json.read("{\"split\": {\"outOfStockThreshold\": 1}}")),
            Scene.supplier("north", 1, "3"));
    scene.stock("north", "A,3", "B,0", "C,9");
    is(sale.with("A,3", "B,1"));
    is(sale.with("A,3", "B,1", "C,1").at(5));
    scene.release();
    assertThat(scene.places("1001").values()).allMatch(places -> places.containsKey(BACKORDERED));

    scene.stock("north", "A,3", "B,1", "C,9").release();
    assertThat(scene.places("1001").values()).allMatch(places -> places.containsKey(PLANNED));
  }

  @Test
  void aWholeOrderShipsOnceTheLineThatItWaitedForIsCancelled() {
    scene.close();
    scene =
        new Scene(
            Rules.from(Json.read("{\"split\": {\"outOfStockThreshold\": 1}}")),
            Scene.supplier("north", 1, "3"));
    scene.stock("north", "A,3", "B,0");
    is(sale.with("A,3", "B,1"));
    is(sale.with("A,3", "B,1,1").at(5));
    scene.release();

    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(PLANNED, 3), "2", Map.of(CANCELLED, 1)));
  }

  @Test
  void aLineThatVanishesIsCancelledOnlyWhereTheLinesAreAll() {
    scene.stock("north", "A,3", "B,2");
    is(sale.with("A,3", "B,2"));
    is(sale.with("", "B,2").at(5));
    is(sale.with("", "B,2").at(6));
    assertThat(scene.places("1001").get("1")).isEqualTo(Map.of(PLANNED, 3));
    assertThat(changes()).hasSize(1).first().asString().contains("no longer names line 1 (A)");

    is(sale.with("", "B,2").thatIsAll().at(7));
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(CANCELLED, 3), "2", Map.of(PLANNED, 2)));
  }

  @Test
  void whatIsCancelledStaysSoAndAPersonIsToldWhenTheChannelWantsItAgain() {
    scene.stock("north", "A,9");
    is(sale);
    is(sale.with("A,3,2").at(5));
    is(sale.with("A,3,1").at(6));

    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 1, CANCELLED, 2));
    assertThat(scene.alerts()).containsExactly("wanted-again");
  }

  @Test
  void anOlderRevisionThatComesLateChangesNothing() {
    scene.stock("north", "A,3");
    is(sale.at(1));
    is(sale.with("A,3,2").onHold("fraud check").at(9));
    is(sale.to("Street 2", "US").at(5));
    is(sale.cancelledWhole().at(6));

    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 1, CANCELLED, 2));
    assertThat(scene.one("select ship_to ->> 'address1' from customer_order"))
        .isEqualTo("Street 1");
    assertThat(scene.one("select hold_reason from customer_order")).isEqualTo("fraud check");
  }

  @Test
  void anOrderThatWasCancelledBeforeItWasMetIsNotTakenInByAnOlderRevision() {
    scene.stock("north", "A,3");
    is(sale.cancelledWhole().at(9));
    is(sale.at(5));
    assertThat(scene.one("select count(*) from customer_order")).isEqualTo("0");

    is(sale.at(10));
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
  }

  @Test
  void anAddressThatChangesBeforeThePurchaseOrderIsWhereItGoes() {
    scene.stock("north", "A,3");
    is(sale);
    is(sale.to("Street 2", "US").at(5));
    scene.sendPurchaseOrders();

    assertThat(
            scene.one(
                "select convert_from(content, 'UTF8') from document where kind = 'purchase-order'"))
        .contains("Street 2")
        .doesNotContain("Street 1");
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void anAddressThatChangesAfterThePurchaseOrderIsAnAlertWithBothAddresses() {
    scene.stock("north", "A,2");
    is(sale);
    scene.sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    is(sale.to("Street 2", "US").at(5));
    is(sale.to("Street 2", "US").at(6));

    assertThat(scene.rows("select text from alert"))
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.get(0))
                    .contains(po + " at north (2 units)", "Street 1", "Street 2"));
    assertThat(changes()).hasSize(1).first().asString().contains(po);
    scene.stock("south", "A,1").release().pass(Duration.ofHours(1)).sendPurchaseOrders();
    assertThat(
            scene.one(
                "select convert_from(content, 'UTF8') from document where kind = 'purchase-order' and account = 'south'"))
        .contains("Street 2");
  }

  @Test
  void anOrderThatGoesToACountryWhichItsSupplierDoesNotServeIsPlannedAnew() {
    scene.close();
    scene =
        new Scene(
            Rules.from(Json.read("{\"suppliers\": {\"north\": {\"countries\": [\"US\"]}}}")),
            Scene.supplier("north", 1, "1"),
            Scene.supplier("south", 2, "9"));
    scene.stock("north", "A,3").stock("south", "A,2");
    is(sale);
    assertThat(scene.purchaseOrders("1001")).containsValue("north");
    is(sale.to("Street 2", "CA").at(5));

    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 2, BACKORDERED, 1));
    assertThat(scene.purchaseOrders("1001").values()).containsExactly("south");
    assertThat(scene.one("select reserved from offer where supplier = 'north'")).isEqualTo("0");
  }

  private void is(Sale now) {
    scene.accept(now.incoming());
  }

  private Map<Place, Integer> units(String number) {
    return scene.places(number).get("1");
  }

  private List<String> changes() {
    return scene.rows("select text from timeline where what = 'changed' order by id").stream()
        .map(row -> row.get(0))
        .toList();
  }
}
