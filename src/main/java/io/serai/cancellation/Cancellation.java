package io.serai.cancellation;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Cancels units of orders that wait, are held, or have been let go of by their supplier, and tells
 * of it.
 */
public final class Cancellation {
  private final DeliveryStore deliveries;
  private final OrderStore orders;
  private final BackorderQueue queue;
  private final Timeline timeline;
  private final CancellationNews news;

  public Cancellation(
      DeliveryStore deliveries,
      OrderStore orders,
      BackorderQueue queue,
      Timeline timeline,
      CancellationNews news) {
    this.deliveries = deliveries;
    this.orders = orders;
    this.queue = queue;
    this.timeline = timeline;
    this.news = news;
  }

  /** Who cancels; the channel is told of what it did not do itself. */
  public enum By {
    CHANNEL,
    HUB
  }

  /** Cancels waits that have lasted too long; the caller has locked their orders. */
  public void cancelWaits(Handle handle, List<Backorder> waits, String reason, By by) {
    queue.cancel(
        handle, waits.stream().collect(Collectors.toMap(Backorder::id, Backorder::quantity)));
    Map<Long, Map<Long, Integer>> units = new TreeMap<>();
    for (Backorder wait : waits) {
      units
          .computeIfAbsent(wait.orderId(), order -> new TreeMap<>())
          .merge(wait.orderLineId(), wait.quantity(), Integer::sum);
    }
    conclude(handle, units, Place.BACKORDERED, reason, by);
  }

  /** Cancels the units of orders that are held for a person; the caller has locked the orders. */
  public void cancelHeld(Handle handle, Set<Long> orderIds, String reason, By by) {
    cancelHeld(handle, orderIds, line -> true, reason, by);
  }

  /** Cancels the held units of some lines of orders, by line id; the orders are locked. */
  public void cancelHeld(
      Handle handle, Set<Long> orderIds, Predicate<Long> lines, String reason, By by) {
    Map<Long, Map<Long, Integer>> units = new TreeMap<>();
    for (Order order : orders.load(handle, orderIds).values()) {
      for (OrderLine line : order.lines()) {
        if (line.in(Place.HELD) > 0 && lines.test(line.id())) {
          units
              .computeIfAbsent(order.id(), id -> new TreeMap<>())
              .put(line.id(), line.in(Place.HELD));
        }
      }
    }
    conclude(handle, units, Place.HELD, reason, by);
  }

  /**
   * Cancels units that a supplier has let go of, since it was asked not to ship them; the caller
   * has locked their orders and released their promises.
   *
   * @param units by order and order line
   */
  public void cancelRecalled(Handle handle, Map<Long, Map<Long, Integer>> units, By by) {
    conclude(handle, units, Place.SENT, "the order was cancelled before they left", by);
  }

  private void conclude(
      Handle handle, Map<Long, Map<Long, Integer>> unitsByOrder, Place from, String reason, By by) {
    Map<Long, List<Shift>> shifts = new TreeMap<>();
    unitsByOrder.forEach(
        (order, lines) ->
            lines.forEach(
                (line, units) ->
                    shifts
                        .computeIfAbsent(order, id -> new ArrayList<>())
                        .add(new Shift(line, from, Place.CANCELLED, units))));
    conclude(handle, shifts, reason, by);
  }

  /**
   * Lets units end as cancelled, wherever they stood, and tells of it: the customer once for an
   * order. The caller has locked the orders, and taken the units out of queue and ledger.
   *
   * @param shiftsByOrder to {@link Place#CANCELLED}, by order
   */
  void conclude(Handle handle, Map<Long, List<Shift>> shiftsByOrder, String reason, By by) {
    if (shiftsByOrder.isEmpty()) {
      return;
    }
    List<Shift> shifts = shiftsByOrder.values().stream().flatMap(List::stream).toList();
    orders.shift(handle, shifts);
    Map<Long, Order> loaded =
        orders.load(
            handle,
            shiftsByOrder.keySet(),
            shifts.stream().map(Shift::orderLineId).collect(Collectors.toSet()));
    List<Entry> entries = new ArrayList<>();
    List<Owed> owed = new ArrayList<>();
    shiftsByOrder.forEach(
        (id, moved) -> {
          Map<Long, Integer> lines = new HashMap<>();
          moved.forEach(shift -> lines.merge(shift.orderLineId(), shift.quantity(), Integer::sum));
          Map<OrderLine, Integer> cancelled = new HashMap<>();
          loaded.get(id).lines().stream()
              .filter(line -> lines.containsKey(line.id()))
              .forEach(line -> cancelled.put(line, lines.get(line.id())));
          int units = lines.values().stream().mapToInt(Integer::intValue).sum();
          entries.add(new Entry(id, "cancelled", units + " units are cancelled: " + reason + "."));
          owed.addAll(news.of(loaded.get(id), cancelled, reason, by == By.HUB));
        });
    deliveries.owe(handle, owed);
    timeline.write(handle, entries);
    orders.endWhereDone(handle, shiftsByOrder.keySet());
  }
}
