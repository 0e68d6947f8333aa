package io.serai.database;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/**
 * The database's own failures: a lost connection, a deadlock, a full disk. What failed for one is
 * tried again as it is, and nobody's data is to blame.
 */
public final class Outage {
  // By SQLSTATE: data exception, integrity constraint violation, program limit exceeded.
  private static final Set<String> FAULTS_OF_THE_DATA = Set.of("22", "23", "54");

  private Outage() {}

  /**
   * Whether a failure is the database's own, and not what it says of the data that it was given.
   */
  public static boolean isBehind(Throwable failure) {
    boolean seen = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null
            || state.length() < 2
            || !FAULTS_OF_THE_DATA.contains(state.substring(0, 2));
      }
      seen |= cause instanceof JdbiException;
    }
    return seen;
  }
}
