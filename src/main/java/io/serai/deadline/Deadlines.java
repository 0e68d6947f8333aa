package io.serai.deadline;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.cancellation.Cancellation;
import io.serai.cancellation.Cancellation.By;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.notify.Letters.WaitingItem;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the dates that were promised: tells the customer of a long wait, and cancels what waits too
 * long.
 */
public final class Deadlines {
  private static final int BATCH = 50;

  private final DeliveryStore deliveries;
  private final OrderStore orders;
  private final BackorderQueue queue;
  private final Cancellation cancellation;
  private final Letters letters;

  public Deadlines(
      DeliveryStore deliveries,
      OrderStore orders,
      BackorderQueue queue,
      Cancellation cancellation,
      Letters letters) {
    this.deliveries = deliveries;
    this.orders = orders;
    this.queue = queue;
    this.cancellation = cancellation;
    this.letters = letters;
  }

  /** Cancels the next units that have waited too long; true when there may be more. */
  public boolean cancel(Handle handle) {
    List<Backorder> waits = locked(handle, () -> queue.toCancel(handle, BATCH));
    cancellation.cancelWaits(handle, waits, "they could not be had in time", By.HUB);
    TreeSet<Long> held = new TreeSet<>(orders.ordersHeldTooLong(handle, BATCH));
    orders.lock(handle, held);
    cancellation.cancelHeld(handle, held, "they cannot be had", By.HUB);
    return waits.size() == BATCH || held.size() == BATCH;
  }

  /** Writes to the next customers whose units wait long; true when there may be more. */
  public boolean tell(Handle handle) {
    List<Backorder> waits = locked(handle, () -> queue.toNotify(handle, BATCH));
    Map<Long, List<Backorder>> byOrder = new TreeMap<>();
    waits.forEach(
        wait -> byOrder.computeIfAbsent(wait.orderId(), id -> new ArrayList<>()).add(wait));
    List<Owed> owed = new ArrayList<>();
    orders
        .load(
            handle,
            byOrder.keySet(),
            waits.stream().map(Backorder::orderLineId).collect(Collectors.toSet()))
        .values()
        .forEach(order -> owed.addAll(letter(order, byOrder.get(order.id()))));
    deliveries.owe(handle, owed);
    queue.notified(handle, waits.stream().map(Backorder::id).toList());
    return waits.size() == BATCH;
  }

  // What is due is read, its orders are locked, and it is read again: what changed meanwhile is not
  // due any more.
  private List<Backorder> locked(Handle handle, Supplier<List<Backorder>> due) {
    Set<Long> ids = due.get().stream().map(Backorder::orderId).collect(Collectors.toSet());
    orders.lock(handle, ids);
    return due.get().stream().filter(wait -> ids.contains(wait.orderId())).toList();
  }

  private List<Owed> letter(Order order, List<Backorder> waits) {
    Map<Long, OrderLine> lines =
        order.lines().stream().collect(Collectors.toMap(OrderLine::id, line -> line));
    List<WaitingItem> items = new ArrayList<>();
    for (Backorder wait : waits) {
      OrderLine line = lines.get(wait.orderLineId());
      items.add(new WaitingItem(new Item(line.title(), line.sku(), wait.quantity()), wait.eta()));
    }
    return letters.delayed(
        new About(order.id(), order.channel(), order.number(), order.customer()),
        order.channel() + ":" + order.number() + ":" + waits.get(0).id(),
        items);
  }
}
