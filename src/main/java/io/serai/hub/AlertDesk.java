package io.serai.hub;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.database.Database;
import io.serai.notify.AlertLetters;
import java.util.List;
import java.util.Optional;

/** Bean {@code alerts}: the merchant is told what there is to know soon. */
public final class AlertDesk {
  private final Database database;
  private final Alerts alerts;
  private final AlertLetters letters;

  AlertDesk(Database database, Alerts alerts, AlertLetters letters) {
    this.database = database;
    this.alerts = alerts;
    this.letters = letters;
  }

  /** Raises an alert that is about no order, once for each key. */
  void raise(String kind, String key, String text) {
    database.useTransaction(
        handle -> alerts.raise(handle, List.of(new Alert(kind, key, Optional.empty(), text))));
  }

  /** Writes to the merchant. */
  public void tell() {
    boolean more;
    do {
      more = database.inTransaction(letters::tell);
    } while (more);
  }
}
