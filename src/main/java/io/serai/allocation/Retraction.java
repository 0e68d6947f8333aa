package io.serai.allocation;

import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
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
 * Takes promises back whose purchase orders are not written yet, and plans their units anew: to
 * another supplier that has stock, else into the queue.
 */
public final class Retraction {
  private final Clock clock;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Allocator allocator;

  public Retraction(
      Clock clock,
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      Refusals refusals,
      Allocation allocation,
      Allocator allocator) {
    this.clock = clock;
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.refusals = refusals;
    this.allocation = allocation;
    this.allocator = allocator;
  }

  /**
   * What has been taken back, and where it is now.
   *
   * @param units by order
   * @param decisions what has been planned anew, by order
   */
  public record Retracted(Map<Long, Integer> units, List<Decision> decisions) {}

  /** Takes units of promises back; the caller has locked their orders and then their offers. */
  public Retracted retract(Handle handle, List<Settled> given) {
    Set<Long> from =
        given.stream().map(each -> each.reservation().shipmentId()).collect(Collectors.toSet());
    Map<Long, Long> orderOf = shipments.orderOf(handle, from);
    ledger.release(handle, given);
    shipments.closeWhereDone(handle, from);
    Map<Long, Map<Long, Integer>> units = new TreeMap<>();
    given.forEach(
        each ->
            units
                .computeIfAbsent(
                    orderOf.get(each.reservation().shipmentId()), order -> new TreeMap<>())
                .merge(each.reservation().orderLineId(), each.units(), Integer::sum));
    return new Retracted(totals(units), planAnew(handle, given, units));
  }

  private List<Decision> planAnew(
      Handle handle, List<Settled> given, Map<Long, Map<Long, Integer>> byOrder) {
    Set<Long> lines =
        given.stream().map(each -> each.reservation().orderLineId()).collect(Collectors.toSet());
    Set<String> skus =
        given.stream()
            .map(each -> each.reservation().sku())
            .collect(Collectors.toCollection(TreeSet::new));
    Stock stock = allocation.lockForNew(handle, skus);
    Map<Long, Set<String>> refusedBy = refusals.of(handle, lines);
    List<Decision> decisions = new ArrayList<>();
    orders
        .load(handle, byOrder.keySet(), lines)
        .forEach(
            (id, order) ->
                decisions.add(
                    allocation.decideReleased(Need.of(order, byOrder.get(id), refusedBy), stock)));
    allocator.carryOutFrom(handle, Place.PLANNED, decisions, clock.instant());
    return decisions;
  }

  private static Map<Long, Integer> totals(Map<Long, Map<Long, Integer>> units) {
    Map<Long, Integer> totals = new TreeMap<>();
    units.forEach(
        (order, lines) ->
            totals.put(order, lines.values().stream().mapToInt(Integer::intValue).sum()));
    return totals;
  }
}
