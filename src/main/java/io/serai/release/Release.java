package io.serai.release;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.shipment.Promise;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Serves the queue of a SKU after its stock has risen: first promised, first served, as far as the
 * stock goes. An order that waits whole takes its units only when all that it waits for can be had;
 * otherwise it keeps its place and those behind it are served; so does an order on hold. What is
 * released of one order within the window leaves in one purchase order.
 */
public final class Release {
  private static final int BATCH = 500;

  private final Clock clock;
  private final OrderStore orders;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Refusals refusals;
  private final Timeline timeline;
  private final ReleaseNews news;
  private final Duration window;

  public Release(
      Clock clock,
      OrderStore orders,
      BackorderQueue queue,
      Restocks restocks,
      Allocation allocation,
      Allocator allocator,
      Refusals refusals,
      Timeline timeline,
      ReleaseNews news,
      Duration window) {
    this.clock = clock;
    this.orders = orders;
    this.queue = queue;
    this.restocks = restocks;
    this.allocation = allocation;
    this.allocator = allocator;
    this.refusals = refusals;
    this.timeline = timeline;
    this.news = news;
    this.window = window;
  }

  /**
   * Serves the next part of the queue of a restocked SKU. The caller's transaction holds all of it
   * or nothing.
   */
  public void serve(Handle handle, String sku) {
    Optional<Restocks.Turn> turn = restocks.take(handle, sku);
    if (turn.isEmpty()) {
      return;
    }
    // Each place in the queue takes a unit at least, so more of them than there are units need not
    // be locked.
    int limit = Math.min(BATCH, allocation.free(handle, sku));
    List<Backorder> head =
        limit <= 0 ? List.of() : queue.next(handle, sku, turn.get().after(), limit);
    if (head.isEmpty()) {
      return;
    }
    Set<Long> ids =
        head.stream().map(Backorder::orderId).collect(Collectors.toCollection(TreeSet::new));
    orders.lock(handle, ids);
    // Read again under the locks: what was cancelled meanwhile waits no more.
    List<Backorder> waits = queue.of(handle, ids, sku);
    Map<Long, Order> waitingOrders = orders.load(handle, ids, lines(waits));
    Stock stock =
        allocation.lockForQueue(
            handle, waits.stream().map(Backorder::sku).collect(Collectors.toSet()));
    Served served =
        serveInOrder(sku, waits, waitingOrders, stock, refusals.of(handle, lines(waits)));
    write(handle, served, waitingOrders);
    if (head.size() == limit && stock.free(sku) > 0) {
      restocks.goOn(handle, sku, head.get(limit - 1));
    }
  }

  private Served serveInOrder(
      String sku,
      List<Backorder> waits,
      Map<Long, Order> orders,
      Stock stock,
      Map<Long, Set<String>> refused) {
    Served served = new Served();
    Set<Long> seenWhole = new HashSet<>();
    for (Backorder wait : waits) {
      Order order = orders.get(wait.orderId());
      if (order.hold().isPresent()) {
        continue;
      }
      if (!order.waitsWhole()) {
        take(served, List.of(wait), order, stock, refused);
      } else if (seenWhole.add(order.id())) {
        List<Backorder> whole =
            waits.stream().filter(other -> other.orderId() == order.id()).toList();
        if (canShipWhole(whole, stock)) {
          take(served, whole, order, stock, refused);
        }
      }
      if (stock.free(sku) == 0) {
        break;
      }
    }
    return served;
  }

  private static boolean canShipWhole(List<Backorder> whole, Stock stock) {
    Map<String, Integer> wanted = new HashMap<>();
    whole.forEach(wait -> wanted.merge(wait.sku(), wait.quantity(), Integer::sum));
    return wanted.entrySet().stream()
        .allMatch(entry -> stock.free(entry.getKey()) >= entry.getValue());
  }

  private void take(
      Served served,
      List<Backorder> waits,
      Order order,
      Stock stock,
      Map<Long, Set<String>> refused) {
    Map<Long, Integer> wanted = new HashMap<>();
    waits.forEach(wait -> wanted.merge(wait.orderLineId(), wait.quantity(), Integer::sum));
    Decision decision = allocation.decideReleased(Need.of(order, wanted, refused), stock);
    served.add(decision, waits);
  }

  private void write(Handle handle, Served served, Map<Long, Order> orders) {
    if (served.promises.isEmpty()) {
      return;
    }
    Instant leavesAt = clock.instant().plus(window);
    allocator.carryOutReleased(handle, served.promises, served.units, leavesAt);
    List<Entry> entries = new ArrayList<>();
    for (Promise promise : served.promises) {
      entries.add(
          new Entry(
              promise.orderId(),
              "released",
              promise.quantity()
                  + " units of "
                  + promise.sku()
                  + " are in stock again and ship from "
                  + promise.supplier()
                  + "."));
    }
    timeline.write(handle, entries);
    news.tell(handle, served.promises, orders);
    Set<Long> whole =
        served.promises.stream()
            .map(Promise::orderId)
            .filter(order -> orders.get(order).waitsWhole())
            .collect(Collectors.toSet());
    this.orders.nowWaitInParts(handle, whole);
  }

  private static Collection<Long> lines(List<Backorder> waits) {
    return waits.stream().map(Backorder::orderLineId).collect(Collectors.toSet());
  }

  /** What has been promised so far, and from which waits. */
  private static final class Served {
    private final List<Promise> promises = new ArrayList<>();
    private final Map<Long, Integer> units = new HashMap<>();

    void add(Decision decision, List<Backorder> waits) {
      Map<Long, Integer> promised = new HashMap<>();
      for (Promise promise : decision.promises()) {
        promises.add(promise);
        promised.merge(promise.orderLineId(), promise.quantity(), Integer::sum);
      }
      for (Backorder wait : waits) {
        int taken = Math.min(wait.quantity(), promised.getOrDefault(wait.orderLineId(), 0));
        if (taken > 0) {
          units.merge(wait.id(), taken, Integer::sum);
          promised.merge(wait.orderLineId(), -taken, Integer::sum);
        }
      }
    }
  }
}
