package io.serai.hub;

import io.serai.database.Database;
import io.serai.event.EventStore;
import io.serai.event.OrderWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Bean {@code events}: what has happened to orders is written down for those who subscribe. */
public final class EventDesk {
  private static final int MOST = 1000;

  private final Database database;
  private final Clock clock;
  private final OrderWatch watch;
  private final EventStore events;
  private final Duration keep;

  EventDesk(Database database, Clock clock, OrderWatch watch, EventStore events, Duration keep) {
    this.database = database;
    this.clock = clock;
    this.watch = watch;
    this.events = events;
    this.keep = keep;
  }

  /** Writes what has happened to the orders that are marked. */
  public void tell() {
    boolean more;
    do {
      more = database.inTransaction(watch::tell);
    } while (more);
  }

  /** Forgets what is too old to be sent again. */
  public void forget() {
    Instant before = clock.instant().minus(keep);
    database.useTransaction(handle -> watch.forget(handle, before));
    int forgotten;
    do {
      forgotten = database.inTransaction(handle -> events.forget(handle, before, MOST));
    } while (forgotten == MOST);
  }
}
