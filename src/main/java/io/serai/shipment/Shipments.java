package io.serai.shipment;

import io.serai.order.OrderStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Gathers promises into shipments, one for each order and supplier. A promise joins the shipment of
 * its order and supplier that has not left yet, so that lines released one after the other within a
 * window leave together.
 */
public final class Shipments {
  private final ShipmentStore store;
  private final Ledger ledger;

  public Shipments(ShipmentStore store, Ledger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /**
   * Writes promises; the caller has locked their orders (if stored before) and their offers.
   *
   * @param departure when the purchase orders of shipments that this makes go out
   */
  public void promise(Handle handle, List<Promise> promises, Departure departure) {
    if (promises.isEmpty()) {
      return;
    }
    Map<Key, Shipment> shipments = openShipments(handle, promises);
    Map<Long, Set<String>> missing = new TreeMap<>();
    for (Promise promise : promises) {
      if (!shipments.containsKey(Key.of(promise))) {
        missing
            .computeIfAbsent(promise.orderId(), order -> new TreeSet<>())
            .add(promise.supplier());
      }
    }
    store
        .create(handle, missing, departure)
        .forEach(created -> shipments.put(Key.of(created), created));
    ledger.promise(handle, reservations(handle, promises, shipments));
  }

  private Map<Key, Shipment> openShipments(Handle handle, List<Promise> promises) {
    Set<Long> orders = promises.stream().map(Promise::orderId).collect(Collectors.toSet());
    return store.open(handle, orders).stream()
        .collect(
            Collectors.toMap(
                Key::of, shipment -> shipment, (first, second) -> first, HashMap::new));
  }

  private List<Reservation> reservations(
      Handle handle, List<Promise> promises, Map<Key, Shipment> shipments) {
    Map<Long, Integer> lastLine = new HashMap<>();
    ledger
        .of(handle, shipments.values().stream().map(Shipment::id).toList())
        .forEach(
            (shipment, lines) -> lastLine.put(shipment, lines.get(lines.size() - 1).lineNumber()));
    var ids = OrderStore.nextIds(handle, "reservation_id", promises.size()).iterator();
    List<Reservation> reservations = new ArrayList<>(promises.size());
    for (Promise promise : promises) {
      Shipment shipment = shipments.get(Key.of(promise));
      reservations.add(
          new Reservation(
              ids.next(),
              shipment.id(),
              promise.orderLineId(),
              promise.supplier(),
              promise.sku(),
              lastLine.merge(shipment.id(), 1, Integer::sum),
              promise.quantity(),
              0));
    }
    return reservations;
  }

  private record Key(long orderId, String supplier) {
    static Key of(Promise promise) {
      return new Key(promise.orderId(), promise.supplier());
    }

    static Key of(Shipment shipment) {
      return new Key(shipment.orderId(), shipment.supplier());
    }
  }
}
