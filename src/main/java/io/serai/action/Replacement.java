package io.serai.action;

import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.backorder.Waiting;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.release.ReleaseNews;
import io.serai.shipment.Promise;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
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
 * Writes a new decision in the place of an older one: what was promised is given back and promised
 * anew, and of what waits only the difference moves, so that the rest keeps its place in the queue.
 */
public final class Replacement {
  private final Clock clock;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final Allocator allocator;
  private final ReleaseNews news;

  public Replacement(
      Clock clock,
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      BackorderQueue queue,
      Restocks restocks,
      Allocator allocator,
      ReleaseNews news) {
    this.clock = clock;
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.queue = queue;
    this.restocks = restocks;
    this.allocator = allocator;
    this.news = news;
  }

  /** What no supplier has been asked for of an order, which is locked with its offers. */
  Unsent unsent(Handle handle, Order order) {
    return Unsent.of(handle, order, shipments, ledger, queue);
  }

  /** The units of a line that suppliers have been asked for and have not shipped. */
  int asked(Handle handle, OrderLine line, Unsent unsent) {
    int open =
        ledger.ofLines(handle, List.of(line.id())).stream().mapToInt(Reservation::open).sum();
    return open
        - unsent.promises().stream()
            .filter(promise -> promise.orderLineId() == line.id())
            .mapToInt(Reservation::open)
            .sum();
  }

  /**
   * Replaces a decision by another about the same units; the order is locked with its offers. Where
   * the whole no longer waits together, the order waits in parts from now on.
   */
  void write(Handle handle, Order order, Unsent had, Decision decision) {
    ledger.release(handle, had.released());
    shipments.closeWhereDone(
        handle, had.promises().stream().map(Reservation::shipmentId).collect(Collectors.toSet()));
    allocator.carryOutInstead(handle, decision.promises(), clock.instant());
    // What a person has planned is not planned together with other orders after.
    shipments.leaveNow(handle, Set.of(order.id()));
    moveWaits(handle, order, had, decision);
    if (order.waitsWhole() && !decision.held()) {
      orders.nowWaitInParts(handle, Set.of(order.id()));
    }
    restocks.note(
        handle,
        order.lines().stream().map(OrderLine::sku).collect(Collectors.toCollection(TreeSet::new)));
  }

  private void moveWaits(Handle handle, Order order, Unsent had, Decision decision) {
    Map<Long, Integer> before = had.waiting();
    Map<Long, Integer> fewer = new TreeMap<>(before);
    decision
        .waiting()
        .forEach(wait -> fewer.merge(wait.orderLineId(), -wait.quantity(), Integer::sum));
    List<Shift> shifts = new ArrayList<>();
    fewer.forEach(
        (line, units) -> {
          if (units > 0) {
            shifts.add(new Shift(line, Place.BACKORDERED, Place.PLANNED, units));
          } else if (units < 0) {
            shifts.add(new Shift(line, Place.PLANNED, Place.BACKORDERED, -units));
          }
        });
    queue.release(handle, had.first(fewer));
    queue.enqueue(handle, more(decision.waiting(), fewer));
    tell(handle, order, decision.promises(), fewer);
    orders.shift(handle, shifts);
  }

  // What is new in a queue is what would wait the longest.
  private static List<Waiting> more(List<Waiting> waiting, Map<Long, Integer> fewer) {
    Map<Long, Integer> left = new TreeMap<>();
    fewer.forEach((line, units) -> left.put(line, Math.max(0, -units)));
    List<Waiting> more = new ArrayList<>();
    for (int i = waiting.size() - 1; i >= 0; i--) {
      Waiting wait = waiting.get(i);
      int some = Math.min(wait.quantity(), left.get(wait.orderLineId()));
      if (some > 0) {
        more.add(wait.of(some));
        left.merge(wait.orderLineId(), -some, Integer::sum);
      }
    }
    return more;
  }

  private void tell(Handle handle, Order order, List<Promise> promises, Map<Long, Integer> fewer) {
    List<Promise> released = new ArrayList<>();
    Map<Long, Integer> left = new TreeMap<>(fewer);
    for (Promise promise : promises) {
      int some = Math.min(promise.quantity(), left.getOrDefault(promise.orderLineId(), 0));
      if (some > 0) {
        released.add(
            new Promise(
                order.id(), promise.orderLineId(), promise.sku(), promise.supplier(), some));
        left.merge(promise.orderLineId(), -some, Integer::sum);
      }
    }
    news.tell(handle, released, Map.of(order.id(), order));
  }
}
