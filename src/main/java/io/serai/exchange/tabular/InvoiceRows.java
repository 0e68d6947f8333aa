package io.serai.exchange.tabular;

import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Invoices, one row a line; rows of one number are one invoice, and say the same of the whole. */
final class InvoiceRows {
  private final Map<String, Read> invoices = new LinkedHashMap<>();

  private static final class Read {
    private final Invoice first;
    private final List<InvoicedLine> lines = new ArrayList<>();
    private BigDecimal charges = BigDecimal.ZERO;

    Read(Invoice first) {
      this.first = first;
    }
  }

  /** Takes a row. */
  void take(Row row) {
    Invoice head = head(row);
    Read invoice = invoices.computeIfAbsent(head.number(), number -> new Read(head));
    refuseAnother(row, "invoice_date", invoice.first.date().equals(head.date()));
    refuseAnother(row, "currency", invoice.first.currency().equals(head.currency()));
    refuseAnother(row, "type", invoice.first.credit() == head.credit());
    refuseAnother(row, "total", invoice.first.total().equals(head.total()));
    invoice.charges = invoice.charges.add(head.charges());
    invoice.lines.add(
        new InvoicedLine(
            row.place(),
            row.required("po_number"),
            row.units("line"),
            row.required("sku"),
            row.units("quantity"),
            row.amount("unit_price")));
  }

  /** The invoices of the rows. */
  List<Invoice> all() {
    return invoices.values().stream()
        .map(
            read ->
                new Invoice(
                    read.first.place(),
                    read.first.number(),
                    read.first.date(),
                    read.first.credit(),
                    read.first.currency(),
                    List.copyOf(read.lines),
                    read.charges,
                    read.first.total()))
        .toList();
  }

  private static Invoice head(Row row) {
    LocalDate date = row.date("invoice_date");
    Optional<BigDecimal> charges = row.amountIfAny("charges");
    return new Invoice(
        row.place(),
        row.required("invoice_number"),
        date,
        isCredit(row),
        row.required("currency").toUpperCase(Locale.ROOT),
        List.of(),
        charges.orElse(BigDecimal.ZERO),
        row.amountIfAny("total"));
  }

  private static boolean isCredit(Row row) {
    String type = row.text("type");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "", "invoice" -> false;
      case "credit" -> true;
      default ->
          throw row.refused("type", type, "is no kind of invoice", "It is one of invoice, credit.");
    };
  }

  private static void refuseAnother(Row row, String column, boolean same) {
    if (!same) {
      throw row.refused(
          column,
          row.text(column),
          "is another than in an earlier row of this invoice",
          "Ask the supplier for the same in each row of an invoice.");
    }
  }
}
