package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.stock.StockAge;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Suppliers that have said nothing of their stock for too long: the merchant is told, once each.
 */
public final class SilentSuppliers {
  private final StockAge age;
  private final Alerts alerts;

  public SilentSuppliers(StockAge age, Alerts alerts) {
    this.age = age;
    this.alerts = alerts;
  }

  /** Tells of those that have become too old since the last call. */
  public void tell(Handle handle) {
    alerts.raise(handle, age.newlyStale(handle).stream().map(SilentSuppliers::alert).toList());
  }

  private static Alert alert(StockAge.Silent silent) {
    return new Alert(
        "stale-stock",
        "stale-stock:" + silent.supplier() + ":" + silent.heardAt(),
        Optional.empty(),
        "The newest stock file of "
            + silent.supplier()
            + " is of "
            + silent.heardAt()
            + ", which is too old: nothing more is promised of its stock until it sends a new one. Ask it for one.");
  }
}
