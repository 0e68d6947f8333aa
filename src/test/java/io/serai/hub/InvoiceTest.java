package io.serai.hub;

import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.invoice.Difference;
import io.serai.invoice.Difference.Kind;
import io.serai.invoice.InvoiceStore;
import io.serai.invoice.KeptInvoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What suppliers bill is compared with what was asked, agreed, shipped and billed before. */
class InvoiceTest {
  private final Scene scene = Scene.usual();
  private final InvoiceStore store = new InvoiceStore(scene.clock);
  private String po;

  @BeforeEach
  void threeMugsAndATeaHaveShipped() {
    scene.stock("north", "A,9,4.10", "B,9,3.00").order("1001", "A,3", "B,1").sendPurchaseOrders();
    po = scene.purchaseOrder("1001");
    scene.notice(
        "north",
        po + ",1,A,3,UPS,1Z1,2026-11-24T10:00:00Z,1",
        po + ",2,B,1,UPS,1Z1,2026-11-24T10:00:00Z,1");
  }

  @AfterEach
  void theBalanceHoldsAndNothingElseHasMoved() {
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(SHIPPED, 3), "2", Map.of(SHIPPED, 1)));
    scene.close();
  }

  @Test
  void whatWasAgreedAndShippedIsBilledWithoutAWordAndTheSameAgainChangesNothing() {
    for (int i = 0; i < 2; i++) {
      scene.bill(
          "north",
          row("I1", 1, "A", 3, "4.10", "2.50,,17.80"),
          row("I1", 2, "B", 1, "3", ",,17.80"));
    }

    assertThat(scene.alerts()).isEmpty();
    assertThat(scene.quarantined()).isEmpty();
    assertThat(invoices())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.total()).isEqualByComparingTo("17.80");
              assertThat(kept.charges()).isEqualByComparingTo("2.50");
              assertThat(kept.differences()).isZero();
            });
  }

  @Test
  void aNumberThatCameBeforeWithOtherWordsIsForAPerson() {
    scene.bill("north", row("I1", 1, "A", 3, "4.10", ""));
    scene.bill("north", row("I1", 1, "A", 3, "4.20", ""));

    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("invoice I1 of north came before");
    assertThat(invoices()).hasSize(1);
  }

  @Test
  void everyDifferenceIsListedWithItsAmountInOneAlert() {
    scene.bill(
        "north",
        row("I1", 1, "A", 4, "4.50", ""),
        row("I1", 2, "B", 1, "3.00", ""),
        "I1,2026-12-01,PO9,1,A,1,4.10,USD");

    assertThat(scene.alerts()).containsExactly("invoice-differs");
    assertThat(differences())
        .extracting(each -> each.kind() + " " + each.amount().orElseThrow())
        .containsExactly("PRICE 1.60", "ABOVE_SHIPPED 4.50", "NOT_ORDERED 4.10");
    assertThat(scene.one("select text from alert"))
        .contains(
            "Invoice I1 of north over 25.10 USD",
            po + ", line 1: 4 units of A are billed at 4.50 each, and 4.10 was agreed. (+1.60 USD)",
            "PO9, line 1: 1 units of A are billed on purchase order PO9");
    assertThat(scene.one("select order_id is not null from alert")).isEqualTo("t");
  }

  @Test
  void whatWasBilledBeforeIsBilledTwice() {
    scene.bill("north", row("I1", 1, "A", 2, "4.10", ""));
    scene.bill("north", row("I2", 1, "A", 2, "4.10", ""));

    assertThat(differences())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.BILLED_TWICE);
              assertThat(each.amount().orElseThrow()).isEqualByComparingTo("4.10");
            });
  }

  @Test
  void aCreditTakesOffWhatWasBilled() {
    scene.bill("north", row("I1", 1, "A", 3, "4.10", ""));
    scene.bill("north", row("C1", 1, "A", 2, "4.10", ",credit,"));
    scene.bill("north", row("I2", 1, "A", 2, "4.10", ""));
    assertThat(scene.alerts()).isEmpty();

    scene.bill("north", row("C2", 1, "A", 1, "0.30", ",credit,"));
    scene.bill("north", row("C3", 1, "A", 4, "4.10", ",credit,"));
    assertThat(differences())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.ABOVE_BILLED);
              assertThat(each.amount().orElseThrow()).isEqualByComparingTo("-4.10");
            });
  }

  @Test
  void theAgreedPriceIsTheOneThatTheSupplierAcceptedAt() {
    scene.file(
        "north",
        "ACK-%d.csv",
        "po_number,line,sku,quantity,status,unit_cost",
        List.of(po + ",1,A,3,accepted,4.50"));
    scene.bill("north", row("I1", 1, "A", 3, "4.50", ""));

    assertThat(scene.alerts()).containsExactly("price-changed");
  }

  @Test
  void anotherCurrencyAndATotalThatDoesNotAddUpAreTold() {
    scene.bill("north", "I1,2026-12-01," + po + ",1,A,3,4.40,EUR,,,14.00");

    assertThat(differences())
        .extracting(Difference::kind)
        .containsExactly(Kind.CURRENCY, Kind.TOTAL);
    assertThat(differences().get(1).text()).contains("14.00", "13.20");
  }

  @Test
  void aLineIsFoundByItsCodeWhereItsNumberIsAnother() {
    scene.bill("north", row("I1", 9, "B", 1, "3.00", ""));

    assertThat(scene.alerts()).isEmpty();
    assertThat(scene.one("select line from invoice_line")).isEqualTo("2");
  }

  @Test
  void rowsOfOneInvoiceThatContradictEachOtherAreRefusedWhole() {
    scene.bill(
        "north", row("I1", 1, "A", 3, "4.10", ""), "I1,2026-12-02," + po + ",2,B,1,3.00,USD");

    assertThat(invoices()).isEmpty();
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains(":3: invoice_date '2026-12-02' is another than in an earlier row");
  }

  private String row(String number, int line, String sku, int units, String price, String more) {
    return "%s,2026-12-01,%s,%d,%s,%d,%s,USD%s"
        .formatted(number, po, line, sku, units, price, more.isEmpty() ? "" : "," + more);
  }

  private List<KeptInvoice> invoices() {
    return scene.database.inTransaction(handle -> store.ofPurchaseOrder(handle, "north", po));
  }

  private List<Difference> differences() {
    KeptInvoice last = invoices().get(invoices().size() - 1);
    return scene.database.inTransaction(handle -> store.differences(handle, last.id()));
  }
}
