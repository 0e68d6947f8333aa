package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Delivery;
import io.serai.order.Substitutes;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ship notices tell a part of the truth, or another one: each has its rule. */
class PartialTruthTest {
  private static final Answering STRICT =
      new Answering(Optional.of(Duration.ofHours(24)), OptionalInt.empty(), true);

  private final Scene scene =
      new Scene(
          Rules.DEFAULT,
          new Substitutes(Map.of("A", List.of("B"))),
          Scene.supplier("north", 1, "1").answering(STRICT),
          Scene.supplier("south", 2, "9").answering(STRICT));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aLineInTwoParcelsOfOneNoticeIsTwoParcelsForTheCustomer() {
    String po = sent("A,3");
    scene.notice("north", ship(po, 1, "1Z1", "1"), ship(po, 2, "1Z2", "2"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(2);
  }

  @Test
  void twoRowsOfOnePackageAreToldOnceAndARepeatOfBothChangesNothing() {
    String po = sent("A,5");
    scene.notice("north", ship(po, 1, "1Z1", "1"), ship(po, 1, "1Z1", "1"));
    scene.notice("north", ship(po, 1, "1Z1", "1"), ship(po, 1, "1Z1", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3, SHIPPED, 2)));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(1);
  }

  @Test
  void moreThanOrderedCountsWhatWasOrderedAndIsWarnedOfOnce() {
    String po = sent("A,2");
    scene.notice("north", ship(po, 5, "1Z1", "1")).notice("north", ship(po, 5, "1Z1", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    assertThat(scene.alerts()).containsExactly("shipped-too-many");
    assertThat(scene.quarantined()).hasSize(1);
  }

  @Test
  void aConfiguredSubstituteIsTakenForWhatWasAskedAndNamedInTheCustomersMail() {
    String po = sent("A,2");
    scene.stock("north", "B,4").deliver("mail", "mail");
    scene.notice("north", po + ",1,B,2,UPS,1Z1,2026-11-24T10:00:00Z,1");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    assertThat(
            scene.rows(
                "select sku, on_hand, reserved from offer where supplier = 'north'"
                    + " order by sku"))
        .containsExactly(List.of("A", "9", "0"), List.of("B", "2", "0"));
    Delivery mail = scene.deliver("mail", "mail").get(0);
    assertThat(mail.payload().at("/items/0/sku").asText()).isEqualTo("B");
    assertThat(scene.one("select shipped_sku from package_line")).isEqualTo("B");
    assertThat(scene.rows("select text from timeline where what = 'shipped'").toString())
        .contains("2 units of B shipped in the place of A");
    assertThat(scene.deliver("tracking", "dtc").get(0).payload().at("/lines/0/sku").asText())
        .isEqualTo("A");
  }

  @Test
  void anotherSkuIsQuarantinedWithTheCure() {
    String po = sent("A,2");
    scene.notice("north", po + ",1,C,2,UPS,1Z1,2026-11-24T10:00:00Z,1");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    assertThat(scene.one("select cure from document where status = 'quarantined'"))
        .contains("asks for A", "rules.substitutes", "C");
  }

  @Test
  void aParcelAfterTheRefusalTakesTheUnitsBackFromTheQueue() {
    String po = sent("A,3");
    scene.acknowledge("north", po + ",1,A,3,rejected,,").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 3)));
    scene.notice("north", ship(po, 2, "1Z1", "1")).notice("north", ship(po, 2, "1Z1", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2, BACKORDERED, 1)));
    assertThat(scene.rows("select promised, open, shipped, released from reservation"))
        .containsExactly(List.of("3", "0", "2", "1"));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(1);
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void aParcelAfterTheLimitTakesTheUnitsBackFromAPromiseThatIsNotSent() {
    String po = sent("A,3");
    scene.stock("south", "A,9").pass(Duration.ofDays(1)).keepAnswers();
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
    scene.notice("north", ship(po, 3, "1Z1", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(scene.purchaseOrders("1001")).isEmpty();
    assertThat(scene.rows("select reserved from offer where supplier = 'south'"))
        .containsExactly(List.of("0"));
    assertThat(scene.sendRecalls()).isEmpty();
  }

  @Test
  void aParcelOfWhatAnotherHasBeenAskedForCountsOnceTheOtherLetsGo() {
    String po = shipsTwice();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3)));
    assertThat(scene.alerts()).containsExactly("no-answer", "ships-twice");
    assertThat(scene.deliver("tracking", "dtc")).isEmpty();
    assertThat(String.join("", scene.sendRecalls())).contains("north has shipped them");

    String other = scene.purchaseOrder("1001");
    scene.acknowledge("south", other + ",1,A,3,cancelled,,");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(
            scene.rows(
                "select r.shipped, r.released from reservation r join shipment s on s.id"
                    + " = r.shipment_id where s.po_number = '"
                    + po
                    + "'"))
        .containsExactly(List.of("3", "0"));
    assertThat(scene.deliver("tracking", "dtc"))
        .singleElement()
        .extracting(post -> post.payload().get("tracking").asText())
        .isEqualTo("1Z1");
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
  }

  @Test
  void ifTheOtherShipsAllTheSameItsParcelCountsAndTheFirstCountsForNobody() {
    shipsTwice();
    String other = scene.purchaseOrder("1001");
    scene.notice("south", ship(other, 3, "1Z2", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(1);
    assertThat(scene.alerts()).containsExactly("no-answer", "ships-twice", "not-stopped");
  }

  @Test
  void aParcelAfterTheCancellationIsKeptInTheTimelineAndNotPosted() {
    String po = sent("A,3");
    scene.cancelled("1001").acknowledge("north", po + ",1,A,3,cancelled,,");
    scene.notice("north", ship(po, 3, "1Z1", "1")).notice("north", ship(po, 3, "1Z1", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 3)));
    assertThat(scene.alerts()).containsExactly("shipped-after-cancellation");
    assertThat(scene.deliver("tracking", "dtc")).isEmpty();
    assertThat(scene.rows("select text from timeline where what = 'shipped'").toString())
        .contains("after they were cancelled", "1Z1");
  }

  @Test
  void oneParcelForTwoOrdersIsPostedToEachForItsOwnUnits() {
    scene.stock("north", "A,9").order("1001", "A,2").order("1002", "A,1").sendPurchaseOrders();
    scene.notice(
        "north",
        ship(scene.purchaseOrder("1001"), 2, "1Z1", "1"),
        ship(scene.purchaseOrder("1002"), 1, "1Z1", "1"));

    assertThat(scene.deliver("tracking", "dtc"))
        .extracting(post -> post.payload().at("/lines/0/quantity").asInt())
        .containsExactly(2, 1);
    assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(SHIPPED, 1)));
  }

  @Test
  void anotherTrackingNumberOfTheSamePackageCorrectsIt() {
    String po = sent("A,2");
    scene.notice("north", ship(po, 2, "1Z1", "1")).deliver("mail", "mail");
    scene.notice("north", ship(po, 2, "1Z9", "1"));
    scene.notice("north", ship(po, 2, "1Z9", "1"));
    scene.rawFile(
        "north",
        "ASN-old.csv",
        "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package\n"
            + ship(po, 2, "1Z1", "1")
            + "\n");

    assertThat(scene.one("select tracking from package")).isEqualTo("1Z9");
    assertThat(scene.deliver("tracking", "dtc")).hasSize(1);
    assertThat(scene.deliver("mail", "mail"))
        .singleElement()
        .extracting(mail -> mail.payload().get("tracking").asText())
        .isEqualTo("1Z9");
    assertThat(scene.alerts()).containsExactly("tracking-corrected");
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void withoutAPackageNumberAnotherTrackingNumberIsMoreThanWasOrdered() {
    String po = sent("A,2");
    scene.notice("north", ship(po, 2, "1Z1", "")).notice("north", ship(po, 2, "1Z9", ""));

    assertThat(scene.alerts()).containsExactly("shipped-too-many");
    assertThat(scene.quarantined()).hasSize(1);
  }

  @Test
  void aPromiseElsewhereIsStillThereForTheUnitsThatDidNotShip() {
    String po = sent("A,3");
    scene.stock("south", "A,9").pass(Duration.ofDays(1)).keepAnswers();
    scene.notice("north", ship(po, 1, "1Z1", "1"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 1, PLANNED, 2)));
  }

  // north says nothing, south is asked, and then north's parcel comes.
  private String shipsTwice() {
    String po = sent("A,3");
    scene.stock("south", "A,9").pass(Duration.ofDays(1)).keepAnswers().sendPurchaseOrders();
    scene.notice("north", ship(po, 3, "1Z1", "1"));
    return po;
  }

  private static String ship(String po, int units, String tracking, String number) {
    return po + ",1,A," + units + ",UPS," + tracking + ",2026-11-24T10:00:00Z," + number;
  }

  private String sent(String line) {
    scene.stock("north", "A,9,1.00").order("1001", line).sendPurchaseOrders();
    return scene.purchaseOrder("1001");
  }
}
