package io.serai.invoice;

import io.serai.alert.Alert;
import io.serai.document.Document;
import io.serai.exchange.Books;
import io.serai.exchange.Codes;
import io.serai.exchange.FilePart;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.stock.Reservation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes in what suppliers want to be paid. An invoice is kept and compared with what was ordered,
 * agreed and shipped; where it differs, the merchant is told once, and nothing waits for that. The
 * same invoice again changes nothing; another one under its number is for a person.
 */
public final class Invoices {
  private static final int MOST_TOLD = 20;
  private static final int MONEY_DIGITS = 2;

  private final Books books;
  private final Codes codes;
  private final InvoiceStore store;
  private final Matching matching;

  public Invoices(Books books, Codes codes, InvoiceStore store) {
    this.books = books;
    this.codes = codes;
    this.store = store;
    this.matching = new Matching(books.shipments(), books.ledger(), codes);
  }

  /** Takes in the invoices of a file. */
  public void apply(Handle handle, Document file, SupplierFile.Invoices invoices) {
    for (Invoice invoice : invoices.invoices()) {
      String digest = Digests.of(invoice);
      Optional<String> before = store.digest(handle, file.account(), invoice.number());
      if (before.isEmpty()) {
        keep(handle, file, invoice, digest);
      } else if (!before.get().equals(digest)) {
        quarantine(handle, file, invoice);
      }
    }
  }

  private void keep(Handle handle, Document file, Invoice invoice, String digest) {
    String supplier = file.account();
    Optional<Long> id = store.keep(handle, supplier, file.id(), invoice, digest, total(invoice));
    if (id.isEmpty()) {
      return;
    }
    List<Matched> lines = matching.match(handle, supplier, invoice);
    Map<Long, Integer> billed =
        store.billed(
            handle,
            lines.stream().flatMap(line -> line.asked().stream()).map(Reservation::id).toList());
    Comparison comparison =
        new Comparison(invoice, billed, codes.suppliers().get(supplier).answering()::tells);
    List<Difference> differences = comparison.differences(lines);
    store.keepLines(handle, id.get(), lines, comparison.counted());
    store.keepDifferences(handle, id.get(), differences);
    if (!differences.isEmpty()) {
      books.alerts().raise(handle, List.of(alert(handle, supplier, invoice, lines, differences)));
    }
  }

  private Alert alert(
      Handle handle,
      String supplier,
      Invoice invoice,
      List<Matched> lines,
      List<Difference> differences) {
    String listed =
        differences.stream()
            .limit(MOST_TOLD)
            .map(each -> told(each, invoice.currency()))
            .collect(Collectors.joining(" "));
    int more = differences.size() - MOST_TOLD;
    return new Alert(
        "invoice-differs",
        "invoice-differs:" + supplier + "/" + invoice.number(),
        order(handle, lines),
        "%s %s of %s over %s is not what was agreed. %s%s Settle it with the supplier; nothing waits for it."
            .formatted(
                invoice.credit() ? "Credit" : "Invoice",
                invoice.number(),
                supplier,
                money(total(invoice), invoice.currency()),
                listed,
                more > 0 ? " And " + more + " more." : ""));
  }

  private static String told(Difference difference, String currency) {
    String where =
        difference.poNumber().isEmpty()
            ? ""
            : difference.line() == 0
                ? difference.poNumber() + ": "
                : difference.poNumber() + ", line " + difference.line() + ": ";
    String amount =
        difference
            .amount()
            .map(more -> " (" + (more.signum() > 0 ? "+" : "") + money(more, currency) + ")")
            .orElse("");
    return where + difference.text() + amount;
  }

  private static String money(BigDecimal amount, String currency) {
    return (amount.setScale(MONEY_DIGITS, RoundingMode.HALF_UP).toPlainString() + " " + currency)
        .strip();
  }

  // The order that an invoice is about, where it is about one.
  private Optional<Long> order(Handle handle, List<Matched> lines) {
    Set<Long> shipments =
        lines.stream()
            .flatMap(line -> line.asked().stream())
            .map(Reservation::shipmentId)
            .collect(Collectors.toSet());
    Set<Long> orders = Set.copyOf(books.shipments().orderOf(handle, shipments).values());
    return orders.size() == 1 ? Optional.of(orders.iterator().next()) : Optional.empty();
  }

  private static BigDecimal total(Invoice invoice) {
    return invoice.total().orElseGet(() -> sum(invoice));
  }

  private static BigDecimal sum(Invoice invoice) {
    BigDecimal sum = invoice.charges();
    for (InvoicedLine line : invoice.lines()) {
      sum = sum.add(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())));
    }
    return sum.setScale(MONEY_DIGITS, RoundingMode.HALF_UP);
  }

  private void quarantine(Handle handle, Document file, Invoice invoice) {
    FilePart.quarantine(
        handle,
        books.documents(),
        file,
        invoice.place(),
        invoice.toString(),
        "invoice "
            + invoice.number()
            + " of "
            + file.account()
            + " came before, and said something else",
        "Ask the supplier which one holds, and to send it under a number of its own; the first was kept.");
  }
}
