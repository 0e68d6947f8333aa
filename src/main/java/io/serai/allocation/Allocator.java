package io.serai.allocation;

import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.backorder.Waiting;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.Departure;
import io.serai.shipment.Promise;
import io.serai.shipment.Shipments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Writes decisions down: promises into the ledger, waits into the queue, and the units of the lines
 * to their places.
 */
public final class Allocator {
  private final OrderStore orders;
  private final Shipments shipments;
  private final BackorderQueue queue;
  private final Restocks restocks;

  public Allocator(
      OrderStore orders, Shipments shipments, BackorderQueue queue, Restocks restocks) {
    this.orders = orders;
    this.shipments = shipments;
    this.queue = queue;
    this.restocks = restocks;
  }

  /**
   * Writes decisions for units that are new: their lines are written with their units in place
   * already.
   */
  public void carryOutNew(Handle handle, Map<Departure, List<Decision>> byDeparture) {
    byDeparture.forEach(
        (departure, decisions) -> shipments.promise(handle, promises(decisions), departure));
    List<Decision> decisions = byDeparture.values().stream().flatMap(List::stream).toList();
    enqueue(handle, decisions);
  }

  /**
   * Writes decisions for units that stand in a place now, such as those that a supplier has
   * refused.
   */
  public void carryOutFrom(Handle handle, Place from, List<Decision> decisions, Instant leavesAt) {
    List<Promise> promises = promises(decisions);
    shipments.promise(handle, promises, Departure.at(leavesAt));
    enqueue(handle, decisions);
    List<Shift> shifts = new ArrayList<>();
    if (from != Place.PLANNED) {
      promises.forEach(
          promise ->
              shifts.add(
                  new Shift(promise.orderLineId(), from, Place.PLANNED, promise.quantity())));
    }
    waiting(decisions)
        .forEach(
            units ->
                shifts.add(
                    new Shift(units.orderLineId(), from, Place.BACKORDERED, units.quantity())));
    orders.shift(handle, shifts);
  }

  /** Writes promises for units that have waited: they leave the queue, in its order. */
  public void carryOutReleased(
      Handle handle,
      List<Promise> promises,
      Map<Long, Integer> unitsByBackorder,
      Instant leavesAt) {
    shipments.promise(handle, promises, Departure.at(leavesAt));
    queue.release(handle, unitsByBackorder);
    orders.shift(
        handle,
        promises.stream()
            .map(
                promise ->
                    new Shift(
                        promise.orderLineId(),
                        Place.BACKORDERED,
                        Place.PLANNED,
                        promise.quantity()))
            .toList());
  }

  /**
   * Writes promises in the place of those that an order had before, which the caller has released.
   */
  public void carryOutInstead(Handle handle, List<Promise> promises, Instant leavesAt) {
    shipments.promise(handle, promises, Departure.at(leavesAt));
  }

  /** How many units of each line a decision promises and lets wait, by line id. */
  public static Map<Long, Map<Place, Integer>> places(Decision decision) {
    Map<Long, Map<Place, Integer>> places = new HashMap<>();
    for (Promise promise : decision.promises()) {
      places
          .computeIfAbsent(promise.orderLineId(), line -> new HashMap<>())
          .merge(Place.PLANNED, promise.quantity(), Integer::sum);
    }
    for (Waiting units : decision.waiting()) {
      places
          .computeIfAbsent(units.orderLineId(), line -> new HashMap<>())
          .merge(Place.BACKORDERED, units.quantity(), Integer::sum);
    }
    return places;
  }

  private void enqueue(Handle handle, List<Decision> decisions) {
    queue.enqueue(handle, waiting(decisions).toList());
    Set<String> contested =
        decisions.stream()
            .flatMap(decision -> decision.contested().stream())
            .collect(Collectors.toSet());
    if (!contested.isEmpty()) {
      restocks.note(handle, contested);
    }
  }

  private static List<Promise> promises(List<Decision> decisions) {
    return decisions.stream().flatMap(decision -> decision.promises().stream()).toList();
  }

  private static Stream<Waiting> waiting(List<Decision> decisions) {
    return decisions.stream().flatMap(decision -> decision.waiting().stream());
  }
}
