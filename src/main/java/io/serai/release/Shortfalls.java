package io.serai.release;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.stock.StockedOffer;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * After a supplier has lowered its count below what is promised of it: the newest promises whose
 * purchase orders are not written yet are taken back and planned anew, until the rest can be kept.
 * What the supplier has already been asked for stays; its acknowledgment or ship notice decides.
 */
public final class Shortfalls {
  private final Clock clock;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Timeline timeline;

  public Shortfalls(
      Clock clock,
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      Refusals refusals,
      Allocation allocation,
      Allocator allocator,
      Timeline timeline) {
    this.clock = clock;
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.refusals = refusals;
    this.allocation = allocation;
    this.allocator = allocator;
    this.timeline = timeline;
  }

  /** Settles the next offer of which more is promised than reported; false when there is none. */
  public boolean settleNext(Handle handle) {
    return ledger.nextShortfall(handle).map(name -> settle(handle, name)).orElse(false);
  }

  private boolean settle(Handle handle, Ledger.OfferName name) {
    List<Reservation> candidates = ledger.notYetWritten(handle, name);
    Map<Long, Long> orderOf =
        shipments.orderOf(
            handle, candidates.stream().map(Reservation::shipmentId).collect(Collectors.toSet()));
    orders.lock(handle, orderOf.values());
    StockedOffer offer =
        ledger.lock(handle, Set.of(name.sku())).get(name.sku()).stream()
            .filter(other -> other.supplier().equals(name.supplier()))
            .findFirst()
            .orElseThrow();
    int missing = offer.reserved() - offer.reported();
    Map<Long, Map<Long, Integer>> takenBack = new TreeMap<>();
    List<Settled> released = new ArrayList<>();
    for (Reservation promise : ledger.notYetWritten(handle, name)) {
      Long order = orderOf.get(promise.shipmentId());
      if (missing > 0 && order != null) {
        int units = Math.min(missing, promise.open());
        released.add(new Settled(promise, units));
        takenBack
            .computeIfAbsent(order, id -> new TreeMap<>())
            .merge(promise.orderLineId(), units, Integer::sum);
        missing -= units;
      }
    }
    ledger.release(handle, released);
    shipments.closeWhereDone(handle, orderOf.keySet());
    planAnew(handle, name, takenBack);
    return true;
  }

  private void planAnew(
      Handle handle, Ledger.OfferName name, Map<Long, Map<Long, Integer>> takenBack) {
    if (takenBack.isEmpty()) {
      return;
    }
    Stock stock = allocation.lockForNew(handle, Set.of(name.sku()));
    List<Decision> decisions = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Set<Long> lines =
        takenBack.values().stream()
            .flatMap(units -> units.keySet().stream())
            .collect(Collectors.toSet());
    for (Order order : orders.load(handle, takenBack.keySet(), lines).values()) {
      Map<Long, Integer> units = takenBack.get(order.id());
      decisions.add(
          allocation.decideReleased(
              Need.of(order, units, refusals.of(handle, units.keySet())), stock));
      int count = units.values().stream().mapToInt(Integer::intValue).sum();
      entries.add(
          new Entry(
              order.id(),
              "backordered",
              name.supplier()
                  + " has lowered its count of "
                  + name.sku()
                  + ": "
                  + count
                  + " units are planned anew."));
    }
    allocator.carryOutFrom(handle, Place.PLANNED, decisions, clock.instant());
    timeline.write(handle, entries);
  }
}
