package io.serai.release;

import io.serai.allocation.Retraction;
import io.serai.order.OrderStore;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.stock.StockedOffer;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * After a supplier has lowered its count below what is promised of it: the newest promises whose
 * purchase orders are not written yet are taken back and planned anew, until the rest can be kept.
 * What the supplier has already been asked for stays; its acknowledgment or ship notice decides.
 */
public final class Shortfalls {
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Retraction retraction;
  private final Timeline timeline;

  public Shortfalls(
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      Retraction retraction,
      Timeline timeline) {
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.retraction = retraction;
    this.timeline = timeline;
  }

  /** Settles the next offer of which more is promised than reported; false when there is none. */
  public boolean settleNext(Handle handle) {
    return ledger.nextShortfall(handle).map(name -> settle(handle, name)).orElse(false);
  }

  private boolean settle(Handle handle, Ledger.OfferName name) {
    Map<Long, Long> orderOf =
        shipments.orderOf(
            handle,
            ledger.notYetWritten(handle, name).stream()
                .map(Reservation::shipmentId)
                .collect(Collectors.toSet()));
    orders.lock(handle, orderOf.values());
    StockedOffer offer =
        ledger.lock(handle, Set.of(name.sku())).get(name.sku()).stream()
            .filter(other -> other.supplier().equals(name.supplier()))
            .findFirst()
            .orElseThrow();
    List<Settled> taken = new ArrayList<>();
    int missing = offer.reserved() - offer.reported();
    for (Reservation promise : ledger.notYetWritten(handle, name)) {
      if (missing > 0 && orderOf.containsKey(promise.shipmentId())) {
        int units = Math.min(missing, promise.open());
        taken.add(new Settled(promise, units));
        missing -= units;
      }
    }
    if (!taken.isEmpty()) {
      tell(handle, name, retraction.retract(handle, taken).units());
    }
    return true;
  }

  private void tell(Handle handle, Ledger.OfferName name, Map<Long, Integer> units) {
    timeline.write(
        handle,
        units.entrySet().stream()
            .map(
                entry ->
                    new Entry(
                        entry.getKey(),
                        "backordered",
                        name.supplier()
                            + " has lowered its count of "
                            + name.sku()
                            + ": "
                            + entry.getValue()
                            + " units are planned anew."))
            .toList());
  }
}
