package io.serai.edi;

import io.serai.document.Refused;
import io.serai.edi.document.Charge;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderLine;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.InvoicedLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an 810 or INVOIC bills, in single units. */
final class Billed {
  private final SupplierFiles files;
  private final Invoice invoice;

  Billed(SupplierFiles files, Invoice invoice) {
    this.files = files;
    this.invoice = invoice;
  }

  InvoicedLine line(Invoice.Line line) {
    OrderLine billed = line.line();
    BigDecimal price =
        billed
            .price()
            .orElseThrow(
                () ->
                    new Refused(
                        line.place() + ": it has no unit price",
                        "Ask the supplier for IT104 (X12), PRI (EDIFACT)."));
    BigDecimal quantity = isCredit() ? billed.quantity().abs() : billed.quantity();
    return new InvoicedLine(
        line.place(),
        line.poNumber().isEmpty() ? invoice.poNumber() : line.poNumber(),
        number(billed.number()),
        files.code(line.place(), billed.products()),
        files.units(line.place(), quantity, billed.unit()),
        files.unitPrice(line.place(), price, billed.unit()));
  }

  SupplierFile.Invoice whole(List<InvoicedLine> lines) {
    BigDecimal charges =
        Stream.concat(
                invoice.charges().stream(),
                invoice.lines().stream().flatMap(line -> line.charges().stream()))
            .map(Billed::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new SupplierFile.Invoice(
        "invoice " + invoice.number(),
        invoice.number(),
        invoice.date(),
        isCredit(),
        invoice.currency(),
        List.copyOf(lines),
        charges,
        Optional.of(isCredit() ? invoice.total().abs() : invoice.total()));
  }

  private static BigDecimal signed(Charge charge) {
    return charge.kind().equals("allowance") ? charge.amount().negate() : charge.amount();
  }

  private boolean isCredit() {
    return files.meaning("invoiceTypes", invoice.type()).filter("credit"::equals).isPresent();
  }

  // Some number their invoices' lines by letters, or not at all.
  private static int number(String number) {
    return number.matches("0*[0-9]{1,9}") ? Integer.parseInt(number) : 0;
  }
}
