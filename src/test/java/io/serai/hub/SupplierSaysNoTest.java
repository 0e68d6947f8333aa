package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A supplier rejects, cuts, is late, or says nothing: what becomes of the units. */
class SupplierSaysNoTest {
  private static final Answering STRICT =
      new Answering(Optional.of(Duration.ofHours(24)), OptionalInt.of(5), true);

  private final Scene scene =
      new Scene(
          Rules.DEFAULT,
          Scene.supplier("north", 1, "1").answering(STRICT),
          Scene.supplier("south", 2, "9"));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void whatACutAnswerDoesNotSpeakOfStaysOpenUntilTheLimitAndThenCountsAsRefused() {
    String po = sent("A,5");
    scene.acknowledge("north", po + ",1,A,3,accepted,,");
    scene.pass(Duration.ofHours(23)).keepAnswers();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3, SENT, 2)));

    scene.pass(Duration.ofHours(1)).keepAnswers();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3, PLANNED, 2)));
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
    assertThat(scene.alerts()).containsExactly("no-answer");
  }

  @Test
  void aSupplierThatSaysNothingInTimeIsReplacedAskedToStopAndNotAskedAgain() {
    String po = sent("A,3");
    scene.pass(Duration.ofHours(24)).keepAnswers().keepAnswers();

    assertThat(scene.purchaseOrders("1001")).hasSize(1).containsValue("south");
    assertThat(scene.alerts()).containsExactly("no-answer");
    assertThat(scene.sendRecalls())
        .singleElement()
        .asString()
        .contains("po_number,line,sku,quantity,reason", po + ",1,A,3,there was no answer in time");

    scene.stock("north", "A,50").sendPurchaseOrders();
    String other = scene.purchaseOrder("1001");
    scene.acknowledge("south", other + ",1,A,3,rejected,,").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 3)));
    scene.stock("north", "A,60").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 3)));
  }

  @Test
  void whoRejectsUnitsOfALineIsNotAskedForTheRestThatWasPromisedMeanwhile() {
    scene.stock("north", "A,2").order("1001", "A,5").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.stock("north", "A,9").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2, PLANNED, 3)));

    scene.acknowledge("north", po + ",1,A,2,rejected,,");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(BACKORDERED, 5)));
    scene.stock("south", "A,5").release();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 5)));
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
  }

  @Test
  void aSupplierOfWhomNoAnswersAreExpectedIsWaitedFor() {
    scene.stock("south", "A,9").order("1001", "A,2").sendPurchaseOrders();
    scene.pass(Duration.ofDays(30)).keepAnswers();

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void whatHasShippedNeedsNoAnswer() {
    String po = sent("A,2");
    scene.notice("north", po + ",1,A,2,UPS,1Z1,2026-11-24T10:00:00Z,1");
    scene.pass(Duration.ofDays(3)).keepAnswers();

    assertThat(scene.alerts()).isEmpty();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
  }

  @Test
  void noAnswerIsMissedWhileAFileOfTheSupplierWaitsToBeRead() throws java.io.IOException {
    sent("A,2");
    scene
        .bean(DocumentDesk.class, "documents")
        .receiveFile("north", "ACK-waits.csv", new java.io.ByteArrayInputStream(new byte[] {1}));
    scene.pass(Duration.ofDays(2)).keepAnswers();

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
  }

  @Test
  void aSupplierWhoseFolderCannotBeLookedIntoIsNotCalledSilent() {
    sent("A,2");
    scene.pass(Duration.ofHours(23)).keepAnswers();
    scene.pass(Duration.ofDays(9)).keepAnswersUnlooked();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));

    scene.keepAnswers();
    assertThat(scene.alerts()).containsExactly("no-answer");
  }

  @Test
  void anAnswerAfterTheLimitChangesNothingButSomebodyIsTold() {
    String po = sent("A,3");
    scene.pass(Duration.ofDays(1)).keepAnswers();
    scene.acknowledge("north", po + ",1,A,3,accepted,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));
    assertThat(scene.alerts()).containsExactly("no-answer", "accepted-too-late");
  }

  @Test
  void aRefusalAfterTheLimitEndsTheRecallInPeace() {
    String po = sent("A,3");
    scene.pass(Duration.ofDays(1)).keepAnswers().sendRecalls();
    scene.acknowledge("north", po + ",1,A,3,cancelled,,");
    scene.pass(Duration.ofDays(3)).keepAnswers();

    assertThat(scene.alerts()).containsExactly("no-answer");
    assertThat(scene.quarantined()).isEmpty();
    assertThat(scene.rows("select text from timeline where what = 'recalled'").toString())
        .contains("does not ship what was recalled");
  }

  @Test
  void aShipDateWithinTheLimitIsKeptAndToldInTheTimeline() {
    String po = sent("A,3");
    scene.acknowledge("north", po + ",1,A,3,accepted,2026-11-28,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3)));
    assertThat(scene.one("select expected_at from reservation")).isEqualTo("2026-11-28");
    assertThat(scene.rows("select text from timeline where what = 'acknowledged'").toString())
        .contains("north will ship 3 units of A on 2026-11-28");
  }

  @Test
  void aShipDateAfterTheLatestDayCountsAsARefusalAndIsRecalled() {
    String po = sent("A,3");
    scene.acknowledge("north", po + ",1,A,3,accepted,2026-11-29,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
    assertThat(
            scene.one(
                "select free from (select on_hand - reserved as free from offer where"
                    + " supplier = 'north') o"))
        .isEqualTo("9");
    assertThat(scene.sendRecalls()).singleElement().asString().contains(po, "too late");
  }

  @Test
  void aDateThatMovesAfterTheAcceptanceCountsToo() {
    String po = sent("A,3");
    scene.acknowledge("north", po + ",1,A,3,accepted,2026-11-26,");
    scene.acknowledge("north", po + ",1,A,3,accepted,2026-12-24,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));
    assertThat(scene.purchaseOrders("1001")).hasSize(1).containsValue("south");
  }

  @Test
  void whatWasAcceptedCanBeRejectedLaterAndTheSameAnswersAgainChangeNothing() {
    String po = sent("A,5");
    String[] cut = {po + ",1,A,3,accepted,,", po + ",1,A,2,rejected,,"};
    scene.acknowledge("north", cut).acknowledge("north", cut);
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3, PLANNED, 2)));

    scene.acknowledge("north", po + ",1,A,3,rejected,,fell off the shelf");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 5)));
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void anAnswerForMoreThanWasAskedIsQuarantined() {
    String po = sent("A,2");
    scene.acknowledge("north", po + ",1,A,2,accepted,,", po + ",1,A,1,rejected,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2)));
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("answers 1 units where 0 were");
  }

  private String sent(String line) {
    scene
        .stock("north", "A,9,1.00")
        .stock("south", "A,9,9.00")
        .order("1001", line)
        .sendPurchaseOrders();
    return scene.purchaseOrder("1001");
  }
}
