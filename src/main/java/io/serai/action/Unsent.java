package io.serai.action;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.order.Order;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The units of an order that no supplier has been asked for: promised, and in no purchase order, or
 * waiting in a queue.
 *
 * @param promises with open units
 * @param waits in queue order
 */
record Unsent(List<Reservation> promises, List<Backorder> waits) {

  /** Those of an order, which is locked with the offers of its SKUs. */
  static Unsent of(
      Handle handle, Order order, ShipmentStore shipments, Ledger ledger, BackorderQueue queue) {
    List<Long> open =
        shipments.open(handle, Set.of(order.id())).stream().map(Shipment::id).toList();
    return new Unsent(
        ledger.of(handle, open).values().stream()
            .flatMap(List::stream)
            .filter(promise -> promise.open() > 0)
            .toList(),
        queue.of(handle, Set.of(order.id())));
  }

  Unsent only(Predicate<Reservation> promise, Predicate<Backorder> wait) {
    return new Unsent(
        promises.stream().filter(promise).toList(), waits.stream().filter(wait).toList());
  }

  boolean isEmpty() {
    return promises.isEmpty() && waits.isEmpty();
  }

  /** How many there are, by order line. */
  Map<Long, Integer> units() {
    Map<Long, Integer> units = new TreeMap<>();
    promises.forEach(promise -> units.merge(promise.orderLineId(), promise.open(), Integer::sum));
    waiting().forEach((line, waiting) -> units.merge(line, waiting, Integer::sum));
    return units;
  }

  /** How many wait, by order line. */
  Map<Long, Integer> waiting() {
    Map<Long, Integer> units = new TreeMap<>();
    waits.forEach(wait -> units.merge(wait.orderLineId(), wait.quantity(), Integer::sum));
    return units;
  }

  /** What is promised, by order line and supplier. */
  Map<String, Integer> promised() {
    Map<String, Integer> units = new TreeMap<>();
    promises.forEach(
        promise ->
            units.merge(
                promise.orderLineId() + " " + promise.supplier(), promise.open(), Integer::sum));
    return units;
  }

  /** All that is promised, to be given back. */
  List<Settled> released() {
    return promises.stream().map(promise -> new Settled(promise, promise.open())).toList();
  }

  /** The first so many units in the queue of each line, by backorder. */
  Map<Long, Integer> first(Map<Long, Integer> unitsByLine) {
    Map<Long, Integer> left = new TreeMap<>(unitsByLine);
    Map<Long, Integer> taken = new TreeMap<>();
    for (Backorder wait : waits) {
      int some = Math.min(left.getOrDefault(wait.orderLineId(), 0), wait.quantity());
      if (some > 0) {
        taken.put(wait.id(), some);
        left.merge(wait.orderLineId(), -some, Integer::sum);
      }
    }
    return taken;
  }
}
