package io.serai.intake;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.RestockNews;
import io.serai.backorder.Restocks;
import io.serai.order.Order;
import io.serai.order.Place;
import io.serai.shipment.Promise;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Plans units anew whose supplier does not serve the country that their order goes to now: those
 * that stand in no purchase order. What waits is looked at again, since others may serve it.
 */
public final class Replanning {
  private final Clock clock;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Timeline timeline;

  public Replanning(
      Clock clock,
      ShipmentStore shipments,
      Ledger ledger,
      BackorderQueue queue,
      Restocks restocks,
      Refusals refusals,
      Allocation allocation,
      Allocator allocator,
      Timeline timeline) {
    this.clock = clock;
    this.shipments = shipments;
    this.ledger = ledger;
    this.queue = queue;
    this.restocks = restocks;
    this.refusals = refusals;
    this.allocation = allocation;
    this.allocator = allocator;
    this.timeline = timeline;
  }

  /** Plans for the country that the order names; the order and its offers are locked. */
  void toAnotherCountry(Handle handle, Order order) {
    Set<String> waited =
        queue.of(handle, Set.of(order.id())).stream()
            .map(Backorder::sku)
            .collect(Collectors.toCollection(TreeSet::new));
    restocks.note(handle, waited);
    new RestockNews(clock).note(handle, waited);
    List<Reservation> unserved = unserved(handle, order);
    if (!unserved.isEmpty()) {
      planAnew(handle, order, unserved);
    }
  }

  private List<Reservation> unserved(Handle handle, Order order) {
    List<Long> open =
        shipments.open(handle, Set.of(order.id())).stream().map(Shipment::id).toList();
    return ledger.of(handle, open).values().stream()
        .flatMap(List::stream)
        .filter(promise -> promise.open() > 0)
        .filter(
            promise ->
                !allocation.serves(
                    promise.supplier(), order.channel(), order.shipTo().country(), promise.sku()))
        .toList();
  }

  private void planAnew(Handle handle, Order order, List<Reservation> unserved) {
    Map<Long, Integer> units = new TreeMap<>();
    Set<String> skus = new TreeSet<>();
    List<Settled> released = new ArrayList<>();
    for (Reservation promise : unserved) {
      units.merge(promise.orderLineId(), promise.open(), Integer::sum);
      skus.add(promise.sku());
      released.add(new Settled(promise, promise.open()));
    }
    ledger.lock(handle, skus);
    ledger.release(handle, released);
    shipments.closeWhereDone(
        handle, unserved.stream().map(Reservation::shipmentId).collect(Collectors.toSet()));
    Stock stock = allocation.lockForNew(handle, skus);
    Decision decision =
        allocation.decideReleased(
            Need.of(order, units, refusals.of(handle, units.keySet())), stock);
    allocator.carryOutFrom(handle, Place.PLANNED, List.of(decision), clock.instant());
    restocks.note(handle, skus);
    timeline.write(handle, List.of(entry(order, unserved, decision)));
  }

  private static Entry entry(Order order, List<Reservation> unserved, Decision decision) {
    String before =
        unserved.stream().map(Reservation::supplier).distinct().collect(Collectors.joining(", "));
    String now =
        decision.promises().stream()
            .map((Promise promise) -> promise.quantity() + " from " + promise.supplier())
            .collect(Collectors.joining(", "));
    int waiting = decision.waiting().stream().mapToInt(units -> units.quantity()).sum();
    return new Entry(
        order.id(),
        "planned",
        before
            + " does not serve "
            + order.shipTo().country()
            + ": planned anew"
            + (now.isEmpty() ? "" : ", " + now)
            + (waiting == 0 ? "" : ", " + waiting + " units wait")
            + ".");
  }
}
