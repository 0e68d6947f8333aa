package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Files that are wrong, late, early or doubled: each has its rule, and everything else moves on.
 */
class SupplierFileTest {
  private final Scene scene = Scene.usual();

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aFileThatWasCutShortIsRefusedWhole() {
    scene.rawFile("north", "STOCK-1.csv", "sku,quantity\nA,5\nB,1");

    assertThat(scene.one("select count(*) from offer")).isEqualTo("0");
    assertThat(scene.quarantined()).singleElement().asString().contains("STOCK-1.csv", "cut short");
  }

  @Test
  void aRowWithTooFewFieldsIsNamedByItsLine() {
    scene.rawFile("north", "STOCK-1.csv", "sku,quantity,unit_cost\nA,5,1.00\nB\n");

    assertThat(scene.one("select count(*) from offer")).isEqualTo("0");
    assertThat(scene.quarantined()).singleElement().asString().contains("STOCK-1.csv", "3");
  }

  @Test
  void aMissingColumnIsNamedBesideTheOnesThatAreThere() {
    scene.rawFile("north", "STOCK-1.csv", "item,quantity\nA,5\n");

    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("STOCK-1.csv:1", "no column sku", "item, quantity");
  }

  @Test
  void aValueThatIsNoNumberIsNamedByFileLineAndColumn() {
    scene.rawFile("north", "STOCK-1.csv", "sku,quantity\nA,5\nB,many\n");

    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("STOCK-1.csv:3", "quantity 'many'");
  }

  @Test
  void aFileOfNoKnownKindIsRefusedWithThePatterns() {
    scene.rawFile("north", "README.txt", "hello\n");

    assertThat(scene.quarantined()).singleElement().asString().contains("README.txt");
    assertThat(scene.one("select cure from document where status = 'quarantined'"))
        .contains("ACK-*.csv");
  }

  @Test
  void aShipNoticeForALineThatWasNeverOrderedIsQuarantinedAloneAndTheRestIsApplied() {
    String po = sent("A,2");
    scene.notice(
        "north",
        po + ",1,A,2,UPS,1Z1,2026-11-24T10:00:00Z,P1",
        po + ",9,A,1,UPS,1Z1,2026-11-24T10:00:00Z,P1",
        "PO-NOBODY-KNOWS,1,A,1,UPS,1Z2,2026-11-24T10:00:00Z,P1");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    assertThat(scene.quarantined())
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).contains("never asked of it", "ASN-"));
  }

  @Test
  void aShipNoticeForMoreThanWasOrderedCountsWhatWasOrdered() {
    String po = sent("A,2");
    scene.notice("north", po + ",1,A,5,UPS,1Z1,2026-11-24T10:00:00Z,P1");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("ships 5 units where 2 were open");
  }

  @Test
  void aShipNoticeBeforeTheAcknowledgmentIsTaken() {
    String po = sent("A,2");
    scene
        .notice("north", po + ",1,A,2,UPS,1Z1,2026-11-24T10:00:00Z,P1")
        .acknowledge("north", po + ",1,A,2,accepted,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
  }

  @Test
  void aLineCanShipInTwoParcels() {
    String po = sent("A,3");
    scene.acknowledge("north", po + ",1,A,3,accepted,,");
    scene.notice("north", po + ",1,A,1,UPS,1Z1,2026-11-24T10:00:00Z,P1");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2, SHIPPED, 1)));

    scene.notice("north", po + ",1,A,2,UPS,1Z2,2026-11-25T10:00:00Z,P2");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(2);
  }

  @Test
  void theSameFileAgainAndTheSameParcelUnderAnotherFileNameChangeNothing() {
    String po = sent("A,3");
    String row = po + ",1,A,1,UPS,1Z1,2026-11-24T10:00:00Z,P1";
    scene.notice("north", row).notice("north", row);
    String content =
        "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package\n" + row + "\n";
    scene.rawFile("north", "ASN-again.csv", content);
    scene.rawFile("north", "ASN-again.csv", content);

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2, SHIPPED, 1)));
    assertThat(scene.deliver("tracking", "dtc")).hasSize(1);
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void anAcknowledgmentTwiceCountsOnce() {
    String po = sent("A,3");
    scene
        .acknowledge("north", po + ",1,A,3,accepted,,")
        .acknowledge("north", po + ",1,A,3,accepted,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3)));
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void anAnswerWaitsUntilTheSendingIsNoted() {
    scene.stock("north", "A,9").order("1001", "A,2");
    scene.bean(SupplierDesk.class, "suppliers").gather("north");
    String po = scene.purchaseOrder("1001");
    scene.acknowledge("north", po + ",1,A,2,accepted,,");
    assertThat(scene.one("select status from document where name like 'ACK%'"))
        .isEqualTo("received");

    scene.deliver("purchase-order", "north");
    scene.stock("north", "A,9");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2)));
  }

  @Test
  void anotherSuppliersPurchaseOrderCannotBeAnswered() {
    String po = sent("A,2");
    scene.acknowledge("south", po + ",1,A,2,rejected,,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    assertThat(scene.quarantined()).hasSize(1);
  }

  private String sent(String line) {
    scene.stock("north", "A,9").order("1001", line).sendPurchaseOrders();
    return scene.purchaseOrder("1001");
  }
}
