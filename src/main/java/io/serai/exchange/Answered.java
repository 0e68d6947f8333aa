package io.serai.exchange;

import io.serai.order.OrderStore;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The shipments and reservations that a supplier's file answers: their orders are locked first, and
 * only then are they read. Lines of one file can touch the same reservation, so what each has
 * changed is kept.
 */
final class Answered {
  private final Map<String, Shipment> shipments;
  private final Map<String, Reservation> reservations = new HashMap<>();
  private final Map<Long, Reservation> before = new HashMap<>();

  private Answered(Map<String, Shipment> shipments) {
    this.shipments = shipments;
  }

  static Answered lock(
      Handle handle,
      OrderStore orders,
      ShipmentStore store,
      Ledger ledger,
      String supplier,
      Collection<String> poNumbers) {
    Set<String> numbers = new HashSet<>(poNumbers);
    Set<Long> orderIds =
        store.byPoNumber(handle, supplier, numbers).values().stream()
            .map(Shipment::orderId)
            .collect(Collectors.toSet());
    orders.lock(handle, orderIds);
    Answered answered = new Answered(store.byPoNumber(handle, supplier, numbers));
    answered.refuseUnlessSent();
    Map<Long, String> poNumberOf =
        answered.shipments.values().stream()
            .collect(Collectors.toMap(Shipment::id, Shipment::poNumber));
    ledger
        .of(handle, poNumberOf.keySet())
        .forEach(
            (shipment, lines) ->
                lines.forEach(
                    line -> {
                      answered.before.put(line.id(), line);
                      answered.now(poNumberOf.get(shipment), line);
                    }));
    return answered;
  }

  Optional<Shipment> shipment(String poNumber) {
    return Optional.ofNullable(shipments.get(poNumber));
  }

  Optional<Reservation> line(String poNumber, int line) {
    return Optional.ofNullable(reservations.get(key(poNumber, line)));
  }

  /** The lines of a purchase order. */
  List<Reservation> lines(String poNumber) {
    return reservations.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(poNumber + "/"))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Reservation::lineNumber))
        .toList();
  }

  /** A reservation as it was before any line of the file. */
  Reservation before(Reservation line) {
    return before.get(line.id());
  }

  /** Notes what a line of the file has made of a reservation. */
  void now(String poNumber, Reservation line) {
    reservations.put(key(poNumber, line.lineNumber()), line);
  }

  /** All lines of these purchase orders. */
  Set<Long> reservationIds() {
    return before.keySet();
  }

  Collection<Shipment> shipments() {
    return shipments.values();
  }

  Set<Long> orderIds() {
    return shipments.values().stream().map(Shipment::orderId).collect(Collectors.toSet());
  }

  Set<Long> shipmentIds() {
    return shipments.values().stream().map(Shipment::id).collect(Collectors.toSet());
  }

  private void refuseUnlessSent() {
    shipments.values().stream()
        .filter(
            shipment -> shipment.state().equals("planned") || shipment.state().equals("gathered"))
        .findFirst()
        .ifPresent(
            shipment -> {
              throw new NotYetSent(shipment.poNumber());
            });
  }

  private static String key(String poNumber, int line) {
    return poNumber + "/" + line;
  }
}
