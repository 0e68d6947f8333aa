package io.serai.cancellation;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.recall.RecallRequest;
import io.serai.recall.Recalls;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Cancels units of orders: what waits, is held or is promised at once; what stands in a purchase
 * order once its supplier has let go of it.
 */
public final class Cancellation {
  private final DeliveryStore deliveries;
  private final OrderStore orders;
  private final BackorderQueue queue;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Restocks restocks;
  private final Recalls recalls;
  private final Timeline timeline;
  private final CancellationNews news;

  public Cancellation(
      DeliveryStore deliveries,
      OrderStore orders,
      BackorderQueue queue,
      ShipmentStore shipments,
      Ledger ledger,
      Restocks restocks,
      Recalls recalls,
      Timeline timeline,
      CancellationNews news) {
    this.deliveries = deliveries;
    this.orders = orders;
    this.queue = queue;
    this.shipments = shipments;
    this.ledger = ledger;
    this.restocks = restocks;
    this.recalls = recalls;
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
   * Cancels what can still be cancelled of an order that the channel has cancelled. What is in a
   * purchase order already is recalled from its supplier; what has shipped stays. The caller has
   * locked the order.
   */
  public void cancelledByChannel(Handle handle, long orderId) {
    String reason = "the channel cancelled the order";
    cancelHeld(handle, Set.of(orderId), reason, By.CHANNEL);
    cancelWaits(handle, queue.of(handle, Set.of(orderId)), reason, By.CHANNEL);
    cancelPlanned(handle, orderId, reason);
    recallAsked(handle, orderId, reason, By.CHANNEL);
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

  // What is in a purchase order stays where it is until its supplier says whether it could be
  // stopped.
  private void recallAsked(Handle handle, long orderId, String reason, By by) {
    Map<Long, Shipment> asked =
        shipments.asked(handle, Set.of(orderId)).stream()
            .collect(Collectors.toMap(Shipment::id, shipment -> shipment));
    List<RecallRequest> requests = new ArrayList<>();
    for (Reservation line :
        ledger.of(handle, asked.keySet()).values().stream().flatMap(List::stream).toList()) {
      int units = line.open() - line.recalled();
      if (units > 0) {
        requests.add(
            new RecallRequest(
                asked.get(line.shipmentId()), line, units, false, by == By.HUB, reason));
      }
    }
    int units = requests.stream().mapToInt(RecallRequest::units).sum();
    if (units > 0) {
      timeline.write(
          handle,
          List.of(
              new Entry(
                  orderId,
                  "cancelled",
                  units
                      + " units are with their supplier already; they are cancelled if it can still stop them.")));
    }
    recalls.request(handle, requests);
  }

  private void cancelPlanned(Handle handle, long orderId, String reason) {
    List<Long> open = shipments.open(handle, Set.of(orderId)).stream().map(Shipment::id).toList();
    List<Reservation> reservations =
        ledger.of(handle, open).values().stream()
            .flatMap(List::stream)
            .filter(row -> row.open() > 0)
            .toList();
    Set<String> skus =
        reservations.stream().map(Reservation::sku).collect(Collectors.toCollection(TreeSet::new));
    ledger.lock(handle, skus);
    Map<Long, Integer> units = new TreeMap<>();
    ledger.release(
        handle,
        reservations.stream()
            .map(reservation -> new Settled(reservation, reservation.open()))
            .toList());
    for (Reservation reservation : reservations) {
      units.merge(reservation.orderLineId(), reservation.open(), Integer::sum);
    }
    shipments.closeWhereDone(handle, open);
    restocks.note(handle, skus);
    if (!units.isEmpty()) {
      conclude(handle, Map.of(orderId, units), Place.PLANNED, reason, By.CHANNEL);
    }
  }

  private void conclude(
      Handle handle, Map<Long, Map<Long, Integer>> unitsByOrder, Place from, String reason, By by) {
    if (unitsByOrder.isEmpty()) {
      return;
    }
    List<Shift> shifts = new ArrayList<>();
    unitsByOrder
        .values()
        .forEach(
            lines ->
                lines.forEach(
                    (line, units) -> shifts.add(new Shift(line, from, Place.CANCELLED, units))));
    orders.shift(handle, shifts);
    Set<Long> cancelledLines =
        unitsByOrder.values().stream()
            .flatMap(units -> units.keySet().stream())
            .collect(Collectors.toSet());
    Map<Long, Order> loaded = orders.load(handle, unitsByOrder.keySet(), cancelledLines);
    List<Entry> entries = new ArrayList<>();
    List<Owed> owed = new ArrayList<>();
    unitsByOrder.forEach(
        (id, lines) -> {
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
    orders.endWhereDone(handle, unitsByOrder.keySet());
  }
}
