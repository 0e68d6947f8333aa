package io.serai.hub;

import io.serai.database.Database;
import io.serai.notify.AlertLetters;

/** Bean {@code alerts}: the merchant is told what there is to know soon. */
public final class AlertDesk {
  private final Database database;
  private final AlertLetters letters;

  AlertDesk(Database database, AlertLetters letters) {
    this.database = database;
    this.letters = letters;
  }

  /** Writes to the merchant. */
  public void tell() {
    boolean more;
    do {
      more = database.inTransaction(letters::tell);
    } while (more);
  }
}
