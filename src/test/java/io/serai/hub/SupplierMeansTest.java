package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.exchange.SupplierFile.StatusLine;
import io.serai.exchange.SupplierFile.StatusReport;
import io.serai.order.Substitutes;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Suppliers that say more than yes and no: other prices, holds, substitutes, other days. */
class SupplierMeansTest {
  private static final String ACK =
      "po_number,line,sku,quantity,status,restock_date,reason,unit_cost,substitute";

  private final Scene scene =
      new Scene(
          Rules.DEFAULT,
          new Substitutes(Map.of("A", List.of("B"))),
          Scene.supplier("north", 1, "1")
              .answering(
                  new Answering(
                      Optional.of(Duration.ofHours(24)),
                      OptionalInt.empty(),
                      true,
                      new BigDecimal("2"))));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void anotherPriceIsAcceptedAndToldOnceWithBothPrices() {
    String po = sent("A,3");
    answer(po + ",1,A,1,accepted,,,4.50,");
    answer(po + ",1,A,2,accepted,,,4.50,", po + ",1,A,2,accepted,,,4.60,");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3)));
    assertThat(scene.alerts()).containsExactly("price-changed");
    assertThat(scene.one("select text from alert"))
        .contains("4.50 USD a unit, where 4.10 USD was asked");
    assertThat(said("at 4.50 USD")).isEqualTo("1");
    assertThat(scene.one("select asked_cost || ' ' || answered_cost from reservation"))
        .isEqualTo("4.10 4.60");
  }

  @Test
  void aPriceWithinTheToleranceIsKeptAndNobodyIsTold() {
    String po = sent("A,3");
    answer(po + ",1,A,3,accepted,,,4.18,");

    assertThat(scene.alerts()).isEmpty();
    assertThat(scene.one("select answered_cost from reservation")).isEqualTo("4.18");
  }

  @Test
  void whatIsHeldIsToldAndStaysWithItsSupplierPastTheLimit() {
    String po = sent("A,3", "C,1");
    answer(po + ",1,A,2,held,,credit check,,", po + ",1,A,1,accepted,,,,");
    answer(po + ",1,A,2,held,,credit check,,");
    assertThat(scene.alerts()).containsExactly("held-by-supplier");

    scene.pass(Duration.ofHours(25)).keepAnswers();
    assertThat(scene.places("1001").get("1")).isEqualTo(Map.of(SENT, 2, ACKNOWLEDGED, 1));
    assertThat(scene.places("1001").get("2")).isEqualTo(Map.of(BACKORDERED, 1));

    answer(po + ",1,A,3,accepted,,,,");
    assertThat(scene.places("1001").get("1")).isEqualTo(Map.of(ACKNOWLEDGED, 3));
    assertThat(scene.one("select count(*) from reservation where held_at is not null"))
        .isEqualTo("0");
  }

  @Test
  void aSubstituteThatIsAllowedIsAcceptedAndShips() {
    String po = sent("A,3");
    answer(po + ",1,A,3,accepted,,,,B");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 3)));
    assertThat(said("will send 3 units of B in the place of A")).isEqualTo("1");

    scene.notice("north", po + ",1,B,3,UPS,1Z1,2026-11-24T10:00:00Z,1");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 3)));
    assertThat(scene.one("select shipped_sku from package_line")).isEqualTo("B");
    assertThat(scene.rows("select sku, on_hand, reserved from offer order by sku"))
        .contains(List.of("A", "9", "0"), List.of("B", "6", "0"));
  }

  @Test
  void aSubstituteThatNobodyAllowsIsForAPersonAndChangesNothing() {
    String po = sent("A,3");
    answer(po + ",1,A,3,accepted,,,,C");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3)));
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains(po + ", line 1 (C)", "where A was asked, and nothing else is allowed");
    assertThat(scene.one("select cure from document where status = 'quarantined'"))
        .contains("rules.substitutes (A: [C])");
  }

  @Test
  void anotherDayForWhatIsBackorderedReachesTheEstimate() {
    String po = sent("A,3");
    answer(po + ",1,A,3,backordered,2026-12-08,,,");
    scene.keepDeadlines();
    assertThat(scene.one("select eta from backorder")).isEqualTo("2026-12-08");

    answer(po + ",1,A,3,backordered,2026-12-15,,,");
    answer(po + ",1,A,3,backordered,2026-12-15,,,");
    scene.keepDeadlines();
    assertThat(scene.one("select eta from backorder")).isEqualTo("2026-12-15");
    assertThat(scene.one("select eta_source from backorder")).isEqualTo("acknowledgment");
    assertThat(said("expects more of A on 2026-12-15")).isEqualTo("1");
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void aStatusReportMovesDatesAndTheStoryAndNothingElse() {
    String po = sent("A,3", "C,1");
    StatusReport report =
        new StatusReport(
            List.of(
                new StatusLine("1", po, 1, "inProcess", Optional.of(LocalDate.of(2026, 12, 2))),
                new StatusLine("2", po, 0, "shipped", Optional.empty()),
                new StatusLine("3", po, 7, "cancelled", Optional.empty()),
                new StatusLine("4", "PO9", 0, "cancelled", Optional.empty())));
    scene.says("north", report).says("north", report);

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 3), "2", Map.of(SENT, 1)));
    assertThat(scene.one("select expected_at from reservation where line_number = 1"))
        .isEqualTo("2026-12-02");
    assertThat(said("in process, 2026-12-02")).isEqualTo("1");
    assertThat(said("on purchase order " + po + ": shipped")).isEqualTo("2");
    assertThat(scene.quarantined()).hasSize(4);
  }

  @Test
  void aPackageIsToldWithAllItsTrackingNumbersAndOnlyOnce() {
    String po = sent("A,3");
    String header =
        "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package,sscc,more_tracking_numbers";
    String rest = ",2026-11-24T10:00:00Z,,340123450000000018,";
    scene.file("north", "ASN-%d.csv", header, List.of(po + ",1,A,2,UPS,1Z1" + rest + "1Z2|1Z3"));
    scene.file("north", "ASN-%d.csv", header, List.of(po + ",1,A,2,UPS,1Z3" + rest + "1Z1|1Z2"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 1, SHIPPED, 2)));
    assertThat(scene.rows("select tracking, more_tracking, sscc from package"))
        .containsExactly(List.of("1Z1", "{1Z2,1Z3}", "340123450000000018"));
    assertThat(scene.deliver("tracking", "dtc"))
        .singleElement()
        .satisfies(
            post ->
                assertThat(post.payload().get("moreTracking").findValuesAsText("tracking"))
                    .containsExactly("1Z2", "1Z3"));
    assertThat(scene.owed("mail", "shipped"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.payload().get("moreTracking").get(1).get("link").asText())
                    .contains("ups.com", "1Z3"));
    assertThat(said("tracking 1Z1, 1Z2, 1Z3")).isEqualTo("1");
  }

  @Test
  void whatAPurchaseOrderAskedForIsPlannedAgainWhenItsSupplierDeletesIt() {
    String po = sent("A,3");
    scene.stock("north", "A,9");
    answer(po + ",1,A,3,cancelled,,,,");

    assertThat(scene.places("1001").get("1")).doesNotContainKey(PLANNED).containsKey(BACKORDERED);
  }

  private void answer(String... rows) {
    scene.file("north", "ACK-%d.csv", ACK, List.of(rows));
  }

  private String said(String text) {
    return scene.one("select count(*) from timeline where text like '%" + text + "%'");
  }

  private String sent(String... lines) {
    scene
        .stock("north", "A,9,4.10", "B,9,4.00", "C,9,1.00")
        .order("1001", lines)
        .sendPurchaseOrders();
    return scene.purchaseOrder("1001");
  }
}
