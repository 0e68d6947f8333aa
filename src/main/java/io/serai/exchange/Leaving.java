package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.backorder.Restocks;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Units that were asked of a supplier, and leave it as they were asked or in another's place. */
public final class Leaving {
  private final Books books;
  private final Restocks restocks;

  public Leaving(Books books, Restocks restocks) {
    this.books = books;
    this.restocks = restocks;
  }

  /**
   * Locks the offers that these parcels concern: the supplier's own, and those of all suppliers
   * where units may have to be taken from another's promise.
   */
  void lockOffers(Handle handle, String supplier, Collection<Noticed> all) {
    Set<String> skus = new TreeSet<>();
    all.forEach(
        noticed -> {
          skus.add(noticed.asked().sku());
          noticed.substitute().ifPresent(skus::add);
        });
    boolean givenUp = all.stream().anyMatch(noticed -> noticed.asked().released() > 0);
    if (givenUp) {
      books.ledger().lock(handle, skus);
    } else {
      books.ledger().lock(handle, supplier, skus);
    }
  }

  /** Lets open units leave, and returns what that leaves of their promise. */
  Reservation leave(Handle handle, Noticed noticed, Reservation asked, int units) {
    if (units == 0) {
      return asked;
    }
    List<Settled> leaving = List.of(new Settled(asked, units));
    if (noticed.substitute().isPresent()) {
      books.ledger().shipInstead(handle, leaving);
      books.ledger().depart(handle, noticed.substitute().get(), asked.supplier(), units);
    } else {
      books.ledger().ship(handle, leaving);
    }
    books.orders().shift(handle, shifts(asked, units));
    Reservation left = asked.shipping(units);
    if (left.recalled() < asked.recalled()) {
      notStopped(handle, noticed, asked.recalled() - left.recalled());
    }
    return left;
  }

  /** Ends the recalls that have become pointless, and lets others have what has become free. */
  void conclude(Handle handle, Collection<Noticed> all) {
    books
        .recalls()
        .settleWhereDone(handle, all.stream().map(noticed -> noticed.asked().id()).toList());
    Set<String> freed = new TreeSet<>();
    all.stream()
        .filter(noticed -> noticed.substitute().isPresent())
        .forEach(noticed -> freed.add(noticed.asked().sku()));
    if (!freed.isEmpty()) {
      restocks.note(handle, freed);
    }
  }

  // Those that the supplier has confirmed leave first.
  private static List<Shift> shifts(Reservation asked, int units) {
    List<Shift> shifts = new ArrayList<>();
    int confirmed = Math.min(units, asked.acknowledged());
    if (confirmed > 0) {
      shifts.add(new Shift(asked.orderLineId(), Place.ACKNOWLEDGED, Place.SHIPPED, confirmed));
    }
    if (units > confirmed) {
      shifts.add(new Shift(asked.orderLineId(), Place.SENT, Place.SHIPPED, units - confirmed));
    }
    return shifts;
  }

  private void notStopped(Handle handle, Noticed noticed, int units) {
    String text =
        noticed.shipment().supplier()
            + " has shipped "
            + units
            + " units of "
            + noticed.asked().sku()
            + " of purchase order "
            + noticed.shipment().poNumber()
            + " that were to be cancelled: they could not be stopped.";
    long order = noticed.shipment().orderId();
    books.timeline().write(handle, List.of(new Entry(order, "recalled", text)));
    books
        .alerts()
        .raise(
            handle,
            List.of(
                new Alert(
                    "not-stopped",
                    "not-stopped:" + noticed.reference() + "/" + noticed.line().line(),
                    Optional.of(order),
                    text
                        + " Settle with the customer: let it keep or send back the parcel, tracking "
                        + noticed.line().tracking()
                        + ", and see whether it was refunded.")));
  }
}
