package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.mapping.Json;
import io.serai.order.Place;
import io.serai.plan.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel puts an order on hold, and releases it. */
class HoldTest {
  private Scene scene = Scene.usual();
  private final Sale sale = Sale.of("1001", "A,3");

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.quarantined()).isEmpty();
    scene.close();
  }

  @Test
  void anOrderThatComesOnHoldIsReservedAndNotSentUntilItIsReleased() {
    scene.stock("north", "A,3");
    is(sale.onHold("fraud check"));
    scene.order("1002", "A,1").sendPurchaseOrders();
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
    assertThat(units("1002")).isEqualTo(Map.of(BACKORDERED, 1));

    is(sale.at(5));
    scene.sendPurchaseOrders();
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 3));
    assertThat(holds())
        .containsExactly(
            "It is on hold: fraud check. It is planned and reserved, and nothing of it is sent until it is released.",
            "The channel released the order; it goes on.");
  }

  @Test
  void aHoldThatIsPlacedStopsWhatIsNotSentAndTellsOfWhatIs() {
    scene.stock("north", "A,2");
    is(sale);
    scene.sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    is(sale.onHold("the buyer asked").at(5));
    is(sale.onHold("the buyer asked").at(6));
    scene.stock("north", "A,3").release().pass(Duration.ofHours(1)).sendPurchaseOrders();

    assertThat(units("1001")).isEqualTo(Map.of(SENT, 2, BACKORDERED, 1));
    assertThat(scene.alerts()).containsExactly("hold-at-supplier");
    assertThat(scene.one("select text from alert")).contains(po + " at north (2 units)");
    is(sale.at(7));
    scene.release().pass(Duration.ofHours(1)).sendPurchaseOrders();
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 3));
  }

  @Test
  void theBackordersOfAnOrderOnHoldAreOvertakenAndKeepTheirPlace() {
    scene.stock("north", "A,0");
    is(sale);
    scene.pass(Duration.ofMinutes(1)).order("1002", "A,1");
    scene.pass(Duration.ofMinutes(1)).order("1003", "A,9");
    is(sale.onHold("payment").at(5));
    scene.stock("north", "A,1").release();
    assertThat(units("1001")).isEqualTo(Map.of(BACKORDERED, 3));
    assertThat(units("1002")).isEqualTo(Map.of(PLANNED, 1));

    is(sale.at(6));
    scene.stock("north", "A,4").release();
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
    assertThat(units("1003")).isEqualTo(Map.of(BACKORDERED, 9));
  }

  @Test
  void aRestockThatCameDuringTheHoldIsThereWhenItEndsUnlessOthersTookIt() {
    scene.stock("north", "A,0");
    is(sale);
    is(sale.onHold("payment").at(5));
    scene.stock("north", "A,3").release();
    assertThat(units("1001")).isEqualTo(Map.of(BACKORDERED, 3));

    is(sale.at(6));
    scene.release();
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
  }

  @Test
  void whoeverComesNewDuringAHoldMayTakeWhatIsFree() {
    scene.stock("north", "A,0");
    is(sale);
    is(sale.onHold("payment").at(5));
    scene.stock("north", "A,2").order("1002", "A,2");

    assertThat(units("1002")).isEqualTo(Map.of(PLANNED, 2));
  }

  @Test
  void theDatesOfWhatWaitsStandStillDuringTheHold() {
    scene.stock("north", "A,0");
    is(sale);
    scene.pass(Duration.ofDays(5));
    is(sale.onHold("payment").at(5));
    scene.pass(Duration.ofDays(30)).keepDeadlines();
    assertThat(units("1001")).isEqualTo(Map.of(BACKORDERED, 3));
    assertThat(scene.owed("mail", "delayed")).isEmpty();

    is(sale.at(6));
    scene.pass(Duration.ofDays(1)).keepDeadlines();
    assertThat(scene.owed("mail", "delayed")).isEmpty();
    scene.pass(Duration.ofDays(1)).keepDeadlines();
    assertThat(scene.owed("mail", "delayed")).hasSize(1);
    scene.pass(Duration.ofDays(6)).keepDeadlines();
    assertThat(units("1001")).isEqualTo(Map.of(BACKORDERED, 3));
    scene.pass(Duration.ofDays(1)).keepDeadlines();
    assertThat(units("1001")).isEqualTo(Map.of(CANCELLED, 3));
    assertThat(scene.owed("mail", "delayed")).hasSize(1);
  }

  @Test
  void anOrderOnHoldDoesNotLeaveWithThoseThatArePlannedTogether() {
    scene.close();
    scene =
        new Scene(
            Rules.from(Json.read("{\"release\": {\"waitMinutes\": 30}}")),
            Scene.supplier("north", 1, "3"));
    scene.stock("north", "A,9");
    is(sale);
    is(sale.onHold("payment").at(5));
    scene.order("1002", "A,1").pass(Duration.ofHours(1)).sendPurchaseOrders();
    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
    assertThat(units("1002")).isEqualTo(Map.of(SENT, 1));

    is(sale.at(6));
    scene.sendPurchaseOrders();
    assertThat(units("1001")).isEqualTo(Map.of(SENT, 3));
  }

  @Test
  void aCancelledOrderOnHoldIsSimplyCancelled() {
    scene.stock("north", "A,2");
    is(sale.onHold("fraud check"));
    is(sale.onHold("fraud check").cancelledWhole().at(5));

    assertThat(units("1001")).isEqualTo(Map.of(CANCELLED, 3));
    assertThat(scene.one("select count(*) from customer_order where hold_reason is not null"))
        .isEqualTo("0");
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void unitsOfAnOrderOnHoldThatTheirSupplierRefusesArePlannedElsewhereAndNotSent() {
    scene.stock("north", "A,3");
    is(sale);
    scene.sendPurchaseOrders().stock("south", "A,3");
    is(sale.onHold("payment").at(5));
    scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,A,3,rejected,,");
    scene.pass(Duration.ofHours(1)).sendPurchaseOrders();

    assertThat(units("1001")).isEqualTo(Map.of(PLANNED, 3));
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
  }

  @Test
  void aStateThatComesBackIsAChangeAgainAndTheSameTwiceIsNone() {
    PollDesk polls = scene.bean(PollDesk.class, "polls");
    for (String state : List.of("free", "on hold", "on hold", "free", "free", "on hold", "free")) {
      polls.store(
          "dtc",
          Json.read(
              "{\"orders\": [{\"number\": \"1001\", \"revision\": \""
                  + state
                  + "\", \"order\": {\"is\": \""
                  + state
                  + "\"}}], \"cursor\": \"{}\", \"more\": false}"));
    }

    assertThat(
            scene.rows(
                "select convert_from(content, 'UTF8')::json ->> 'is' from document where kind = 'order' order by id"))
        .extracting(row -> row.get(0))
        .containsExactly("free", "on hold", "free", "on hold", "free");
  }

  private void is(Sale now) {
    scene.accept(now.incoming());
  }

  private Map<Place, Integer> units(String number) {
    return scene.places(number).get("1");
  }

  private List<String> holds() {
    return scene.rows("select text from timeline where what = 'hold' order by id").stream()
        .map(row -> row.get(0))
        .toList();
  }
}
