package io.serai.release;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.allocation.Together;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.shipment.Promise;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Plans the orders that have waited for each other once more, together, just before their purchase
 * orders go out: what each was promised when it came is given back, and all of them are planned
 * against the one stock. The new plan is taken only if it promises every unit again and is better
 * in sum; otherwise each order keeps what it had.
 */
public final class JointRelease {
  private static final int MOST_ORDERS = 500;

  private final Clock clock;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Timeline timeline;
  private final Map<String, Supplier> suppliers;

  public JointRelease(
      Clock clock,
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      Refusals refusals,
      Allocation allocation,
      Allocator allocator,
      Timeline timeline,
      Map<String, Supplier> suppliers) {
    this.clock = clock;
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.refusals = refusals;
    this.allocation = allocation;
    this.allocator = allocator;
    this.timeline = timeline;
    this.suppliers = suppliers;
  }

  /** Plans the next orders that have waited long enough; false when there is none. */
  public boolean planTogether(Handle handle) {
    Set<Long> ids = new TreeSet<>(shipments.ordersToPlanTogether(handle, MOST_ORDERS));
    if (ids.isEmpty()) {
      return false;
    }
    orders.lock(handle, ids);
    Map<Long, List<Reservation>> promised = promised(handle, ids);
    Set<String> skus =
        promised.values().stream()
            .flatMap(List::stream)
            .map(Reservation::sku)
            .collect(Collectors.toCollection(TreeSet::new));
    Stock stock = allocation.lockForNew(handle, skus);
    Together.Sum before = sum(promised, stock);
    promised
        .values()
        .forEach(
            lines ->
                lines.forEach(line -> stock.release(line.sku(), line.supplier(), line.open())));
    Set<Long> lines =
        promised.values().stream()
            .flatMap(List::stream)
            .map(Reservation::orderLineId)
            .collect(Collectors.toSet());
    Map<Long, Order> loaded = orders.load(handle, promised.keySet(), lines);
    List<Need> needs =
        promised.entrySet().stream()
            .map(entry -> need(loaded.get(entry.getKey()), entry.getValue()))
            .toList();
    Together together = allocation.planTogether(needs, stock);
    if (together.promisesAll()
        && !asksAgain(together, refusals.of(handle, lines))
        && allocation.prefers(together.sum(), before)) {
      take(handle, together, promised);
      note(handle, promised.size(), before, together.sum());
    }
    shipments.leaveNow(handle, ids);
    return true;
  }

  // Whether a supplier would be asked for a line that it has refused before.
  private static boolean asksAgain(Together together, Map<Long, Set<String>> refusedBy) {
    return together.decisions().stream()
        .flatMap(decision -> decision.promises().stream())
        .anyMatch(
            promise ->
                refusedBy
                    .getOrDefault(promise.orderLineId(), Set.of())
                    .contains(promise.supplier()));
  }

  // By order, what is promised of it and not in a purchase order yet.
  private Map<Long, List<Reservation>> promised(Handle handle, Set<Long> ids) {
    Map<Long, Long> orderOf = new HashMap<>();
    for (Shipment shipment : shipments.together(handle, ids)) {
      orderOf.put(shipment.id(), shipment.orderId());
    }
    Map<Long, List<Reservation>> promised = new TreeMap<>();
    ledger
        .of(handle, orderOf.keySet())
        .forEach(
            (shipment, lines) ->
                lines.stream()
                    .filter(line -> line.open() > 0)
                    .forEach(
                        line ->
                            promised
                                .computeIfAbsent(orderOf.get(shipment), id -> new ArrayList<>())
                                .add(line)));
    return promised;
  }

  private Together.Sum sum(Map<Long, List<Reservation>> promised, Stock stock) {
    int count = 0;
    BigDecimal price = BigDecimal.ZERO;
    for (List<Reservation> lines : promised.values()) {
      Set<String> used = new HashSet<>();
      for (Reservation line : lines) {
        used.add(line.supplier());
        BigDecimal cost = stock.offer(line.sku(), line.supplier()).orElseThrow().unitCost();
        price = price.add(cost.multiply(BigDecimal.valueOf(line.open())));
      }
      count += used.size();
      for (String supplier : used) {
        price = price.add(suppliers.get(supplier).handlingFee());
      }
    }
    return new Together.Sum(count, price);
  }

  private static Need need(Order order, List<Reservation> promised) {
    Map<Long, Integer> units = new TreeMap<>();
    promised.forEach(line -> units.merge(line.orderLineId(), line.open(), Integer::sum));
    return Need.of(order, units, Map.of());
  }

  private void take(Handle handle, Together together, Map<Long, List<Reservation>> promised) {
    List<Settled> released = new ArrayList<>();
    List<Promise> promises = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Decision decision : together.decisions()) {
      List<Reservation> had = promised.get(decision.need().orderId());
      if (!byLineAndSupplier(decision.promises()).equals(byReservation(had))) {
        had.forEach(line -> released.add(new Settled(line, line.open())));
        promises.addAll(decision.promises());
        entries.add(
            new Entry(
                decision.need().orderId(),
                "planned",
                "Planned again together with the orders that waited: ships from "
                    + names(decision.promises())
                    + "."));
      }
    }
    ledger.release(handle, released);
    shipments.closeWhereDone(
        handle,
        released.stream().map(line -> line.reservation().shipmentId()).collect(Collectors.toSet()));
    allocator.carryOutInstead(handle, promises, clock.instant());
    timeline.write(handle, entries);
  }

  private static Map<String, Integer> byLineAndSupplier(List<Promise> promises) {
    Map<String, Integer> units = new TreeMap<>();
    promises.forEach(
        promise ->
            units.merge(
                promise.orderLineId() + " " + promise.supplier(),
                promise.quantity(),
                Integer::sum));
    return units;
  }

  private static Map<String, Integer> byReservation(List<Reservation> lines) {
    Map<String, Integer> units = new TreeMap<>();
    lines.forEach(
        line -> units.merge(line.orderLineId() + " " + line.supplier(), line.open(), Integer::sum));
    return units;
  }

  private static String names(List<Promise> promises) {
    return promises.stream()
        .map(Promise::supplier)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void note(Handle handle, int count, Together.Sum before, Together.Sum after) {
    handle
        .createUpdate(
            """
            insert into joint_planning
              (at, orders, shipments_before, shipments_after, price_before, price_after)
            values (:at, :orders, :shipmentsBefore, :shipmentsAfter, :priceBefore, :priceAfter)""")
        .bind("at", clock.instant())
        .bind("orders", count)
        .bind("shipmentsBefore", before.shipments())
        .bind("shipmentsAfter", after.shipments())
        .bind("priceBefore", before.price())
        .bind("priceAfter", after.price())
        .execute();
  }
}
