package io.serai.invoice;

import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.stock.Reservation;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of invoices, their lines, and where they differ from what was agreed. */
public final class InvoiceStore {
  private final Clock clock;

  public InvoiceStore(Clock clock) {
    this.clock = clock;
  }

  /** The digest of what this number has said before, if it has. */
  Optional<String> digest(Handle handle, String supplier, String number) {
    return handle
        .createQuery("select digest from invoice where supplier = :supplier and number = :number")
        .bind("supplier", supplier)
        .bind("number", number)
        .mapTo(String.class)
        .findOne();
  }

  /** How many units of these reservations are billed, less those that were credited. */
  Map<Long, Integer> billed(Handle handle, Collection<Long> reservations) {
    Map<Long, Integer> billed = new HashMap<>();
    handle
        .createQuery(
            """
            select reservation_id, sum(counted) as units from invoice_line
            where reservation_id = any(:ids) group by 1""")
        .bind("ids", reservations.toArray(Long[]::new))
        .map((row, context) -> billed.put(row.getLong("reservation_id"), row.getInt("units")))
        .list();
    return billed;
  }

  /**
   * Keeps an invoice.
   *
   * @return its id; empty where another hub has just kept one of this number
   */
  Optional<Long> keep(
      Handle handle,
      String supplier,
      long document,
      Invoice invoice,
      String digest,
      BigDecimal total) {
    return handle
        .createQuery(
            """
            insert into invoice (supplier, number, document_id, credit, invoiced_on, currency, charges, total, digest, at)
            values (:supplier, :number, :document, :credit, :date, :currency, :charges, :total, :digest, :at)
            on conflict (supplier, number) do nothing returning id""")
        .bind("supplier", supplier)
        .bind("number", invoice.number())
        .bind("document", document)
        .bind("credit", invoice.credit())
        .bind("date", invoice.date())
        .bind("currency", invoice.currency())
        .bind("charges", invoice.charges())
        .bind("total", total)
        .bind("digest", digest)
        .bind("at", clock.instant())
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * Keeps an invoice's lines.
   *
   * @param counted by how many units each raises what is billed
   */
  void keepLines(Handle handle, long invoice, List<Matched> lines, List<Integer> counted) {
    if (lines.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into invoice_line (invoice_id, po_number, line, code, quantity, unit_price, reservation_id, counted)
            values (:invoice, :poNumber, :line, :code, :quantity, :price, :reservation, :counted)""");
    for (int i = 0; i < lines.size(); i++) {
      InvoicedLine line = lines.get(i).line();
      Optional<Reservation> asked = lines.get(i).asked();
      batch
          .bind("invoice", invoice)
          .bind("poNumber", line.poNumber())
          .bind("line", asked.map(Reservation::lineNumber).orElse(line.line()))
          .bind("code", line.code())
          .bind("quantity", line.quantity())
          .bind("price", line.unitPrice())
          .bind("reservation", asked.map(Reservation::id).orElse(null))
          .bind("counted", counted.get(i))
          .add();
    }
    batch.execute();
  }

  /** Keeps where an invoice differs from what was agreed. */
  void keepDifferences(Handle handle, long invoice, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into invoice_difference (invoice_id, po_number, line, kind, amount, text)
            values (:invoice, :poNumber, :line, :kind, :amount, :text)""");
    for (Difference each : differences) {
      batch
          .bind("invoice", invoice)
          .bind("poNumber", each.poNumber())
          .bind("line", each.line())
          .bind("kind", each.kind().word())
          .bind("amount", each.amount().orElse(null))
          .bind("text", each.text())
          .add();
    }
    batch.execute();
  }

  /** Where an invoice differs from what was agreed, line by line. */
  public List<Difference> differences(Handle handle, long invoice) {
    return handle
        .createQuery("select * from invoice_difference where invoice_id = :invoice order by id")
        .bind("invoice", invoice)
        .map(
            (row, context) ->
                new Difference(
                    Difference.Kind.of(row.getString("kind")),
                    row.getString("po_number"),
                    row.getInt("line"),
                    Optional.ofNullable(row.getBigDecimal("amount")),
                    row.getString("text")))
        .list();
  }

  /** The invoices and credits that bill anything of a purchase order, the oldest first. */
  public List<KeptInvoice> ofPurchaseOrder(Handle handle, String supplier, String poNumber) {
    return handle
        .createQuery(
            """
            select i.*, (select count(*) from invoice_difference d where d.invoice_id = i.id) as differences
            from invoice i where i.supplier = :supplier
              and i.id in (select invoice_id from invoice_line where po_number = :poNumber) order by i.id""")
        .bind("supplier", supplier)
        .bind("poNumber", poNumber)
        .map(
            (row, context) ->
                new KeptInvoice(
                    row.getLong("id"),
                    row.getString("supplier"),
                    row.getString("number"),
                    row.getBoolean("credit"),
                    row.getDate("invoiced_on").toLocalDate(),
                    row.getString("currency"),
                    row.getBigDecimal("charges"),
                    row.getBigDecimal("total"),
                    row.getLong("document_id"),
                    row.getInt("differences")))
        .list();
  }
}
