package io.serai.exchange;

import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.ShippedPackage;
import io.serai.shipment.StrayParcels;
import io.serai.shipment.StrayParcels.Stray;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Parcels that a supplier sent after their units had been ordered from another. Once that other one
 * lets go of the units, the parcel is what the customer gets: it counts, and is told.
 */
public final class LateParcels {
  private final Books books;
  private final StrayParcels strays;
  private final ParcelNews news;

  public LateParcels(Books books, StrayParcels strays, ParcelNews news) {
    this.books = books;
    this.strays = strays;
    this.news = news;
  }

  /** The SKUs that are in such parcels of these order lines in the place of what was asked. */
  List<String> substitutes(Handle handle, Collection<Long> orderLines) {
    return strays.substitutes(handle, orderLines);
  }

  /**
   * Lets parcels count for units that another supplier has let go of; the caller has locked their
   * order and the offers of their SKUs.
   *
   * @param let of the supplier that has let go
   * @return how many units count as shipped now
   */
  int countFor(Handle handle, Reservation let, int units) {
    int left = units;
    List<ShippedPackage> counted = new ArrayList<>();
    for (Stray stray : strays.open(handle, let.orderLineId())) {
      int now = Math.min(left, stray.open());
      if (now > 0) {
        counted.add(count(handle, let, stray, now));
        left -= now;
      }
    }
    news.tell(handle, counted);
    return units - left;
  }

  private ShippedPackage count(Handle handle, Reservation let, Stray stray, int units) {
    Reservation by =
        books.ledger().ofLines(handle, List.of(let.orderLineId())).stream()
            .filter(line -> line.id() == stray.reservationId())
            .findFirst()
            .orElseThrow();
    strays.count(handle, stray.id(), units);
    books.ledger().reclaim(handle, List.of(new Settled(by, units)));
    books.ledger().depart(handle, stray.shippedSku().orElse(by.sku()), by.supplier(), units);
    books
        .orders()
        .shift(handle, List.of(new Shift(by.orderLineId(), Place.SENT, Place.SHIPPED, units)));
    return new ShippedPackage(
        by.shipmentId(),
        stray.reference() + "/" + stray.id() + "." + stray.open(),
        stray.carrier(),
        stray.tracking(),
        stray.moreTracking(),
        stray.sscc(),
        stray.shippedAt(),
        stray.shippedSku(),
        Map.of(by.id(), units));
  }
}
