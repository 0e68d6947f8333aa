package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.document.Refused;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Purchase orders that do not fit the supplier's format. They wait, so that the others go out, and
 * are tried again: the layout or the order may have been corrected.
 */
public final class Unwritable {
  private static final Duration WAIT = Duration.ofHours(1);

  private final ShipmentStore shipments;
  private final Alerts alerts;

  public Unwritable(ShipmentStore shipments, Alerts alerts) {
    this.shipments = shipments;
    this.alerts = alerts;
  }

  /** Lets a purchase order wait, and tells the merchant once why. */
  void putOff(Handle handle, Shipment shipment, Refused refusal) {
    shipments.postpone(handle, shipment.id(), WAIT);
    alerts.raise(
        handle,
        List.of(
            new Alert(
                "unwritable",
                "unwritable:" + shipment.poNumber(),
                Optional.of(shipment.orderId()),
                "Supplier "
                    + shipment.supplier()
                    + " cannot be sent a purchase order: "
                    + refusal.getMessage()
                    + ". "
                    + refusal.cure()
                    + " It is tried again every hour.")));
  }
}
