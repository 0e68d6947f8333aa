package io.serai.intake;

import io.serai.order.Address;
import io.serai.order.IncomingOrder;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.RevisionStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What channels change about orders that are here already: each revision is compared with what is
 * here, under the order's lock, and what differs follows. The revision that is here already, and
 * one from before it, change nothing.
 */
public final class Revision {
  private final OrderStore orders;
  private final RevisionStore revisions;
  private final Ledger ledger;
  private final AddressChange addresses;
  private final Holds holds;
  private final LineCancellation cancellation;
  private final Addition addition;

  public Revision(
      OrderStore orders,
      RevisionStore revisions,
      Ledger ledger,
      AddressChange addresses,
      Holds holds,
      LineCancellation cancellation,
      Addition addition) {
    this.orders = orders;
    this.revisions = revisions;
    this.ledger = ledger;
    this.addresses = addresses;
    this.holds = holds;
    this.cancellation = cancellation;
    this.addition = addition;
  }

  /**
   * Applies the newest revision of each of these orders, by the order's id.
   *
   * @param next the SKUs that the transaction needs after this: offers are locked at once
   */
  void apply(Handle handle, Map<Long, IncomingOrder> byId, Set<String> next) {
    if (byId.isEmpty()) {
      return;
    }
    orders.lock(handle, byId.keySet());
    List<Revised> changed = compare(handle, byId);
    Set<String> skus = new TreeSet<>();
    changed.stream().filter(Revised::moves).forEach(revised -> skus.addAll(revised.skus()));
    if (!skus.isEmpty()) {
      skus.addAll(next);
      ledger.lock(handle, skus);
    }
    changed.forEach(revised -> apply(handle, revised));
  }

  private List<Revised> compare(Handle handle, Map<Long, IncomingOrder> byId) {
    Map<Long, IncomingOrder> newer = new TreeMap<>();
    // Read again under the locks: the same may have come by another way meanwhile.
    for (OrderStore.Known known : orders.known(handle, List.copyOf(byId.values()))) {
      if (known.isChangedBy(byId.get(known.id()))) {
        newer.put(known.id(), byId.get(known.id()));
      }
    }
    List<Revised> changed = new ArrayList<>();
    for (Order order : orders.load(handle, newer.keySet()).values()) {
      IncomingOrder revision = newer.get(order.id());
      changed.add(
          new Revised(
              order,
              revision,
              LineComparison.of(
                  order.lines(),
                  revisions.said(handle, order.id()),
                  recalled(handle, order.lines()),
                  revision),
              revisions.isSaidOnHold(handle, order.id())));
    }
    return changed;
  }

  private Map<Long, Integer> recalled(Handle handle, Collection<OrderLine> lines) {
    Map<Long, Integer> recalled = new TreeMap<>();
    for (Reservation promise : ledger.ofLines(handle, lines.stream().map(OrderLine::id).toList())) {
      recalled.merge(promise.orderLineId(), promise.recalled(), Integer::sum);
    }
    return recalled;
  }

  private void apply(Handle handle, Revised revised) {
    Order before = revised.before();
    IncomingOrder order = revised.order();
    // A channel may forget where a cancelled order was to go.
    Address shipTo = order.cancelled() ? before.shipTo() : order.shipTo();
    orders.revise(handle, before.id(), order, shipTo);
    if (order.cancelled()) {
      holds.endWithOrder(handle, before);
      cancellation.cancelWhole(handle, before, revised.lines());
      return;
    }
    holds.follow(handle, revised);
    if (!before.shipTo().equals(shipTo)) {
      addresses.follow(handle, before, now(handle, before));
    }
    // What is added and cancelled at once is added first: the newest units are the first to go.
    addition.add(handle, before.id(), revised.lines());
    cancellation.cancel(handle, now(handle, before), revised.lines());
  }

  private Order now(Handle handle, Order order) {
    return orders.load(handle, Set.of(order.id())).get(order.id());
  }
}
