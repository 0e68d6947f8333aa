package io.serai.action;

import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.PersonHoldStore;
import io.serai.order.Place;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Says what may be done to an order, for a page that offers it. */
public final class Possibilities {
  private final PersonHoldStore people;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final SupplierChange suppliers;
  private final Cancelling cancelling;

  public Possibilities(
      PersonHoldStore people,
      ShipmentStore shipments,
      Ledger ledger,
      SupplierChange suppliers,
      Cancelling cancelling) {
    this.people = people;
    this.shipments = shipments;
    this.ledger = ledger;
    this.suppliers = suppliers;
    this.cancelling = cancelling;
  }

  Possible of(Handle handle, Order order) {
    Map<Long, Integer> written = written(handle, order);
    List<Possible.Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int open = cancelling.open(handle, line);
      int movable =
          line.in(Place.PLANNED) + line.in(Place.BACKORDERED) - written.getOrDefault(line.id(), 0);
      if (open > 0) {
        lines.add(
            new Possible.Line(
                line.line(),
                line.sku(),
                open,
                movable,
                movable > 0 ? suppliers.choices(handle, order, line) : List.of()));
      }
    }
    boolean held = people.of(handle, order.id()).isPresent();
    return new Possible(
        !held && order.lines().stream().anyMatch(line -> !line.isDone()),
        held,
        lines.stream().anyMatch(line -> line.movable() > 0),
        lines);
  }

  // Of each line the units that stand in a purchase order which has not reached its supplier.
  private Map<Long, Integer> written(Handle handle, Order order) {
    List<Long> gathered =
        shipments.asked(handle, Set.of(order.id())).stream()
            .filter(shipment -> shipment.state().equals("gathered"))
            .map(Shipment::id)
            .toList();
    Map<Long, Integer> written = new TreeMap<>();
    for (List<Reservation> lines : ledger.of(handle, gathered).values()) {
      lines.forEach(line -> written.merge(line.orderLineId(), line.open(), Integer::sum));
    }
    return written;
  }
}
