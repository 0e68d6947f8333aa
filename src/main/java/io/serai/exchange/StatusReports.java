package io.serai.exchange;

import io.serai.document.Document;
import io.serai.exchange.SupplierFile.StatusLine;
import io.serai.shipment.Shipment;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Applies what suppliers tell of how far they are: it stands in the orders' timelines, and moves
 * dates. Units move by acknowledgments and ship notices alone.
 */
public final class StatusReports {
  private final Books books;

  public StatusReports(Books books) {
    this.books = books;
  }

  /** Applies a report; lines of purchase orders that were never sent are quarantined. */
  public void apply(Handle handle, Document file, SupplierFile.StatusReport report) {
    Answered answered =
        Answered.lock(
            handle,
            books.orders(),
            books.shipments(),
            books.ledger(),
            file.account(),
            report.lines().stream().map(StatusLine::poNumber).toList());
    Set<String> skus = new TreeSet<>();
    List<Entry> entries = new ArrayList<>();
    for (StatusLine line : report.lines()) {
      List<Reservation> about = about(line, answered);
      if (about.isEmpty()) {
        quarantine(handle, file, line);
      }
      about.forEach(each -> skus.add(each.sku()));
    }
    books.ledger().lock(handle, file.account(), skus);
    for (StatusLine line : report.lines()) {
      for (Reservation each : about(line, answered)) {
        line.date().ifPresent(date -> move(handle, line, each, date));
        entries.add(entry(answered.shipment(line.poNumber()).orElseThrow(), line, each));
      }
    }
    books.timeline().writeNew(handle, entries);
  }

  private static List<Reservation> about(StatusLine line, Answered answered) {
    return line.line() == 0
        ? answered.lines(line.poNumber())
        : answered.line(line.poNumber(), line.line()).stream().toList();
  }

  private void move(Handle handle, StatusLine line, Reservation asked, LocalDate date) {
    if (line.status().equals("backordered") && asked.released() > 0) {
      books.ledger().expect(handle, asked.sku(), asked.supplier(), date);
    }
    if (asked.open() > 0 && !line.status().equals("cancelled")) {
      books.ledger().expectParcel(handle, asked.id(), date);
    }
  }

  private static Entry entry(Shipment shipment, StatusLine line, Reservation asked) {
    return new Entry(
        shipment.orderId(),
        "acknowledged",
        "%s says of %s on purchase order %s: %s%s."
            .formatted(
                asked.supplier(),
                asked.sku(),
                shipment.poNumber(),
                line.status().equals("inProcess") ? "in process" : line.status(),
                line.date().map(date -> ", " + date).orElse("")));
  }

  private void quarantine(Handle handle, Document file, StatusLine line) {
    FilePart.quarantine(
        handle,
        books.documents(),
        file,
        line.place(),
        line.toString(),
        "supplier "
            + file.account()
            + " reports on purchase order "
            + line.poNumber()
            + ", line "
            + line.line()
            + ", which was never asked of it",
        "Ask the supplier which purchase order and line it means; nothing was changed for this line.");
  }
}
