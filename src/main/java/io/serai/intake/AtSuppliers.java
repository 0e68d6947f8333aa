package io.serai.intake;

import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What suppliers have been asked for of an order, and have not shipped. */
public final class AtSuppliers {
  private final ShipmentStore shipments;
  private final Ledger ledger;

  public AtSuppliers(ShipmentStore shipments, Ledger ledger) {
    this.shipments = shipments;
    this.ledger = ledger;
  }

  /** The purchase orders with their suppliers and open units, for a person; empty: none. */
  public Optional<String> describe(Handle handle, long order) {
    List<Shipment> asked = shipments.asked(handle, Set.of(order));
    Map<Long, List<Reservation>> lines =
        ledger.of(handle, asked.stream().map(Shipment::id).toList());
    List<String> described = new ArrayList<>();
    for (Shipment shipment : asked) {
      int open =
          lines.getOrDefault(shipment.id(), List.of()).stream()
              .mapToInt(line -> line.open() - line.recalled())
              .sum();
      if (open > 0) {
        described.add(shipment.poNumber() + " at " + shipment.supplier() + " (" + open + " units)");
      }
    }
    return described.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", described));
  }
}
