package io.serai.hub;

import io.serai.database.Database;
import io.serai.privacy.Erasure;
import java.time.Duration;

/** Bean {@code privacy}: personal data that has been kept long enough is erased. */
public final class PrivacyDesk {
  private final Database database;
  private final Erasure erasure;

  PrivacyDesk(Database database, Erasure erasure) {
    this.database = database;
    this.erasure = erasure;
  }

  /**
   * Erases the next batch of what is older, in a transaction of its own.
   *
   * @return whether there may be more
   */
  public boolean eraseNext(int keepDays) {
    return database.inTransaction(handle -> erasure.next(handle, Duration.ofDays(keepDays)));
  }
}
