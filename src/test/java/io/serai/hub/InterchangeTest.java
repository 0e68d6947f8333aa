package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.edi.DocumentKind;
import io.serai.edi.document.FunctionalAcknowledgment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suppliers that speak X12 and EDIFACT: the whole exchange, and what goes wrong in it. */
class InterchangeTest {
  private final Scene scene = Scene.usual();

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x12", "edifact"})
  void anOrderIsAskedForAnsweredAndShipped(String format) {
    Trade north = new Trade(format);
    scene.speaking("north", north.format("{}"));

    scene.rawFile("north", "846", north.stock("A,9", "B,4"));
    scene.order("1001", "A,2", "B,1").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    String file = text("purchase-order");

    assertThat(north.orders(file))
        .singleElement()
        .satisfies(order -> assertThat(order.number()).isEqualTo(po));
    assertThat(north.read(file).interchanges.get(0).control()).endsWith("2");

    String accepted = format.equals("x12") ? "IA" : "5";
    scene.rawFile("north", "fa", north.write(north.acknowledges(file, List.of())));
    scene.rawFile(
        "north", "855", north.write(north.answer(po, "1,A,2," + accepted, "2,B,1," + accepted)));
    assertThat(scene.quarantined()).isEmpty();
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2), "2", Map.of(ACKNOWLEDGED, 1)));
    scene.rawFile("north", "856", north.write(north.notice(po, "1Z9", "1,A,2", "2,B,1")));

    assertThat(scene.quarantined()).isEmpty();
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(SHIPPED, 2), "2", Map.of(SHIPPED, 1)));
    assertThat(
            scene.one(
                "select outcome from sent_interchange where type = '"
                    + north.type(DocumentKind.PURCHASE_ORDER)
                    + "'"))
        .isEqualTo("accepted");
    assertThat(
            scene.rows(
                "select control from received_interchange where status = 'opened' order by id"))
        .hasSize(4);
    List<String> ours =
        scene
            .rows(
                "select convert_from(content, 'UTF8') from document where kind = 'functional-acknowledgment' order by id")
            .stream()
            .map(row -> row.get(0))
            .toList();
    assertThat(ours).hasSize(3);
    assertThat(north.read(ours.get(1)).documents)
        .singleElement()
        .isInstanceOfSatisfying(
            FunctionalAcknowledgment.class,
            said -> assertThat(said.status()).isEqualTo("accepted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x12", "edifact"})
  void anInvoiceIsComparedWithWhatWasShipped(String format) {
    Trade north = new Trade(format);
    scene.speaking("north", north.format("{}"));
    scene.rawFile("north", "846", north.stock("A,9"));
    scene.order("1001", "A,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.rawFile("north", "856", north.write(north.notice(po, "1Z9", "1,A,2")));
    scene.rawFile("north", "810", north.write(north.invoice("I1", po, "1,A,3,4.00")));

    assertThat(scene.quarantined()).isEmpty();
    assertThat(scene.alerts()).containsExactly("invoice-differs");
  }

  @Test
  void aContrlThatRefusesAMessageNamesItsPurchaseOrderAndPlace() {
    Trade north = new Trade("edifact");
    scene.speaking("north", north.format("{}"));
    scene.rawFile("north", "stock", north.stock("A,9"));
    scene.order("1001", "A,2").order("1002", "A,1").sendPurchaseOrders();
    String file = text("purchase-order");
    String set = north.read(file).sets.get(0).control();
    scene.rawFile("north", "contrl", north.write(north.acknowledges(file, List.of(set))));

    assertThat(scene.rows("select text from alert"))
        .singleElement()
        .asString()
        .contains("refuses ORDERS", scene.purchaseOrder("1001"), "segment 5", "element 3, code 12")
        .doesNotContain(scene.purchaseOrder("1002"));
    assertThat(
            scene.rows(
                "select s.outcome from sent_set s join sent_interchange i on i.id = s.interchange_id"
                    + " where i.type = 'ORDERS' order by s.control"))
        .containsExactly(List.of("rejected"), List.of("accepted"));
  }

  @Test
  void theAnswerToAChangeAndTheStatusOfAnOrderAreApplied() {
    Trade north = new Trade("x12");
    scene.speaking("north", north.format("{}"));
    scene.rawFile("north", "846", north.stock("A,9"));
    scene.order("1001", "A,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.rawFile("north", "870", north.write(north.status(po, "1,A,2")));
    assertThat(scene.one("select count(*) from timeline where text like '%held%'")).isEqualTo("1");

    scene.cancelled("1001").sendRecalls();
    scene.rawFile("north", "865", north.write(north.changeAnswer(po, "1,A,2,IA")));
    assertThat(scene.quarantined()).isEmpty();
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(CANCELLED, 2)));
  }

  private String text(String kind) {
    return scene.one(
        "select convert_from(content, 'UTF8') from document where kind = '"
            + kind
            + "' order by id desc limit 1");
  }
}
