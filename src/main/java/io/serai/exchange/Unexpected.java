package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.document.Document;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.shipment.StrayParcels;
import io.serai.shipment.StrayParcels.Stray;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What ship notices tell that nobody expects: units that had been given up, more than were asked,
 * SKUs that were not, and corrected tracking numbers. Nothing of it is lost, and nothing counts
 * twice.
 */
public final class Unexpected {
  private final Books books;
  private final Reclaiming reclaiming;
  private final StrayParcels strays;

  public Unexpected(Books books, Reclaiming reclaiming, StrayParcels strays) {
    this.books = books;
    this.reclaiming = reclaiming;
    this.strays = strays;
  }

  /**
   * Units beyond what is open: those that had been given up count where they are still in hand, the
   * rest is kept apart.
   *
   * @param now the promise as it stands
   * @return how many count as shipped
   */
  int countGivenUp(Handle handle, Document file, Noticed noticed, Reservation now, int units) {
    if (units == 0) {
      return 0;
    }
    int givenUp = Math.min(units, now.released() - strays.givenUp(handle, now.id()));
    int counted = 0;
    if (givenUp > 0) {
      Reclaiming.Found found = reclaiming.reclaim(handle, noticed, now, givenUp);
      counted = found.inHand();
      if (counted < givenUp) {
        strays.keep(handle, stray(noticed, givenUp - counted, found.elsewhere()), false);
        alertGivenUp(handle, noticed, givenUp - counted, found.elsewhere());
      }
    }
    if (units > givenUp) {
      tooMany(handle, file, noticed, now, units - givenUp);
    }
    return counted;
  }

  /** A code or line that was never asked. */
  void unknown(
      Handle handle, Document file, NoticedLine line, Optional<Reservation> asked, Codes codes) {
    String cure =
        asked
            .map(of -> codes.advice(line.code(), of) + " nothing was changed for this line.")
            .orElse(
                "Ask the supplier which purchase order and line it means; nothing was changed for this line.");
    quarantine(
        handle,
        file,
        line,
        "supplier "
            + file.account()
            + " has shipped purchase order "
            + line.poNumber()
            + ", line "
            + line.line()
            + " ("
            + line.code()
            + "), which was never asked of it",
        cure);
  }

  /** The tracking of a package is another than was told. */
  void corrected(Handle handle, Noticed noticed, String before) {
    raise(
        handle,
        noticed,
        "tracking-corrected",
        noticed.shipment().supplier()
            + " has corrected the tracking number of a parcel from "
            + before
            + " to "
            + noticed.line().tracking()
            + ". The customer was told; correct it at the channel by hand.");
  }

  private void tooMany(Handle handle, Document file, Noticed noticed, Reservation now, int units) {
    strays.keep(handle, stray(noticed, units, 0), true);
    FilePart.keep(
        handle,
        books.documents(),
        file,
        noticed.line().place(),
        noticed.line().toString(),
        "ships " + noticed.units() + " units where " + (noticed.units() - units) + " were open",
        "Ask the supplier whether it shipped too many; only the open units count. If it only corrects a tracking"
            + " number, tell the customer and the channel, and ask it to number its packages (column package).");
    raise(
        handle,
        noticed,
        "shipped-too-many",
        noticed.shipment().supplier()
            + " has shipped "
            + units
            + " units of "
            + now.sku()
            + " more than purchase order "
            + noticed.shipment().poNumber()
            + " asks for, tracking "
            + noticed.line().tracking()
            + ". They count for no order: have the parcel called back, or settle with customer and supplier.");
  }

  private void alertGivenUp(Handle handle, Noticed noticed, int units, int elsewhere) {
    String what =
        noticed.shipment().supplier()
            + " has shipped "
            + units
            + " units of "
            + noticed.asked().sku()
            + " of purchase order "
            + noticed.shipment().poNumber()
            + ", tracking "
            + noticed.line().tracking();
    String text =
        elsewhere > 0
            ? what
                + ", after they were ordered from another supplier, which is asked not to ship them."
                + " If it does so all the same, the customer gets them twice."
            : what
                + ", after they were cancelled, or had been shipped by another. They count for no order,"
                + " and the channel was not told of the parcel: have it called back, or settle with the customer.";
    books
        .timeline()
        .write(handle, List.of(new Entry(noticed.shipment().orderId(), "shipped", text)));
    raise(handle, noticed, elsewhere > 0 ? "ships-twice" : "shipped-after-cancellation", text);
  }

  private void raise(Handle handle, Noticed noticed, String kind, String text) {
    books
        .alerts()
        .raise(
            handle,
            List.of(
                new Alert(
                    kind,
                    kind + ":" + noticed.reference() + "/" + noticed.line().line(),
                    Optional.of(noticed.shipment().orderId()),
                    text)));
  }

  private static Stray stray(Noticed noticed, int units, int elsewhere) {
    return new Stray(
        0,
        noticed.asked().id(),
        noticed.reference(),
        noticed.line().carrier(),
        noticed.line().tracking(),
        noticed.line().moreTracking(),
        noticed.line().sscc(),
        noticed.line().shippedAt(),
        noticed.substitute(),
        units,
        Math.min(units, elsewhere));
  }

  private void quarantine(
      Handle handle, Document file, NoticedLine line, String fault, String cure) {
    FilePart.quarantine(
        handle, books.documents(), file, line.place(), line.toString(), fault, cure);
  }
}
