package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order is cancelled after it was split: what is with a supplier is recalled. */
class RecallTest {
  private static final String WHEN = ",UPS,1Z1,2026-11-24T10:00:00Z,1";

  private final Scene scene =
      new Scene(
          Rules.DEFAULT,
          Scene.supplier("north", 1, "1")
              .answering(
                  new Answering(Optional.of(Duration.ofHours(24)), OptionalInt.empty(), true)),
          Scene.supplier("south", 2, "9")
              .answering(new Answering(Optional.empty(), OptionalInt.empty(), false)));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void whatIsSentStaysUntilTheSupplierHasStoppedItAndIsCancelledThen() {
    String po = sent("A,3");
    scene.acknowledge("north", po + ",1,A,1,accepted,,").cancelled("1001").deliver("mail", "mail");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2, ACKNOWLEDGED, 1)));
    assertThat(scene.sendRecalls())
        .singleElement()
        .asString()
        .isEqualTo(
            "po_number,line,sku,quantity,reason\r\n"
                + po
                + ",1,A,3,the channel cancelled the order\r\n");

    scene.acknowledge("north", po + ",1,A,3,cancelled,,");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 3)));
    assertThat(scene.one("select ended_at is not null from customer_order")).isEqualTo("t");
    assertThat(scene.rows("select on_hand, reserved from offer where supplier = 'north'"))
        .containsExactly(List.of("9", "0"));
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
    assertThat(scene.deliver("mail", "mail"))
        .extracting(mail -> mail.payload().get("template").asText())
        .containsExactly("cancelled");
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void theFileIsWrittenOnceAndNamedSoThatARepeatChangesNothing() {
    sent("A,3");
    scene.cancelled("1001").cancelled("1001");

    assertThat(scene.sendRecalls()).hasSize(1);
    assertThat(scene.sendRecalls()).isEmpty();
    assertThat(scene.one("select name from document where kind = 'cancellation-request'"))
        .matches("CANCEL-[0-9]+\\.csv");
    assertThat(scene.one("select status from document where kind = 'cancellation-request'"))
        .isEqualTo("sent");
  }

  @Test
  void aPurchaseOrderThatIsWrittenButNotSentGoesOutFirstAndIsRecalledThen() {
    scene.stock("north", "A,9,1.00").order("1001", "A,3");
    scene.bean(SupplierDesk.class, "suppliers").gather("north");
    scene.cancelled("1001");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));
    assertThat(scene.sendRecalls()).isEmpty();

    scene.deliver("purchase-order", "north");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3)));
    assertThat(scene.sendRecalls()).hasSize(1);
  }

  @Test
  void whatShipsAllTheSameIsShippedAndToldAndSomebodyIsWarned() {
    String po = sent("A,3");
    scene.cancelled("1001").sendRecalls();
    scene.notice("north", po + ",1,A,2" + WHEN);
    scene.acknowledge("north", po + ",1,A,1,cancelled,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2, CANCELLED, 1)));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(1);
    assertThat(scene.alerts()).containsExactly("not-stopped");
    assertThat(scene.rows("select text from timeline where what = 'recalled'").toString())
        .contains("could not be stopped", "has stopped 1 units");
  }

  @Test
  void whatWasShippedBeforeTheFileIsWrittenIsRecalledNoMore() {
    String po = sent("A,3");
    scene.cancelled("1001").notice("north", po + ",1,A,3" + WHEN);

    assertThat(scene.sendRecalls()).isEmpty();
    assertThat(scene.one("select count(*) from recall where settled_at is null")).isEqualTo("0");
  }

  @Test
  void aRejectionThatCrossesTheRecallCancelsTheUnitsAndPlansNothingAnew() {
    String po = sent("A,3");
    scene.cancelled("1001").acknowledge("north", po + ",1,A,3,rejected,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 3)));
  }

  @Test
  void aRecallThatNobodyAnswersIsWarnedOfOnce() {
    sent("A,3");
    scene.cancelled("1001").sendRecalls();
    scene.pass(Duration.ofHours(25)).keepAnswers().keepAnswers();

    assertThat(scene.alerts()).containsExactly("recall-unanswered");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3)));
  }

  @Test
  void aSupplierThatReadsNoSuchFilesIsToldByAPerson() {
    scene.stock("south", "A,9,1.00").order("1001", "A,3").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.cancelled("1001");
    assertThat(scene.sendRecalls()).isEmpty();
    assertThat(scene.alerts()).containsExactly("recall-by-hand");

    scene.acknowledge("south", po + ",1,A,3,cancelled,,");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 3)));
  }

  @Test
  void aSupplierThatCancelsOfItsOwnAccordIsReplaced() {
    String po = sent("A,3");
    scene.stock("south", "A,9,9.00").acknowledge("north", po + ",1,A,3,cancelled,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 3)));
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
  }

  private String sent(String line) {
    scene.stock("north", "A,9,1.00").order("1001", line).sendPurchaseOrders();
    return scene.purchaseOrder("1001");
  }
}
