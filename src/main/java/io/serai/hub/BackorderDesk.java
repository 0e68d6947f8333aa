package io.serai.hub;

import io.serai.backorder.RestockNews.Noted;
import io.serai.backorder.Restocks;
import io.serai.backorder.WaitDates.Change;
import io.serai.database.Database;
import io.serai.deadline.Deadlines;
import io.serai.deadline.DelayNotices;
import io.serai.deadline.Estimates;
import io.serai.exchange.StockFiles;
import io.serai.release.Release;
import io.serai.release.Shortfalls;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Bean {@code backorders}: queues are served when stock rises, and dates are kept. */
public final class BackorderDesk {
  private static final int BATCH = 200;
  private static final int CHANGES = 1_000;

  private final Database database;
  private final Restocks restocks;
  private final Release release;
  private final Shortfalls shortfalls;
  private final StockFiles stockFiles;
  private final Estimates estimates;
  private final DelayNotices notices;
  private final Deadlines deadlines;

  BackorderDesk(
      Database database,
      Restocks restocks,
      Release release,
      Shortfalls shortfalls,
      StockFiles stockFiles,
      Estimates estimates,
      DelayNotices notices,
      Deadlines deadlines) {
    this.database = database;
    this.restocks = restocks;
    this.release = release;
    this.shortfalls = shortfalls;
    this.stockFiles = stockFiles;
    this.estimates = estimates;
    this.notices = notices;
    this.deadlines = deadlines;
  }

  /** The SKUs whose stock has risen while units of them wait. */
  public List<String> restocked() {
    return database.inTransaction(handle -> restocks.next(handle, BATCH));
  }

  /** Serves the next part of the queue of a SKU. */
  public void release(String sku) {
    database.useTransaction(handle -> release.serve(handle, sku));
  }

  /** Takes back promises that suppliers no longer have the stock for. */
  public void settleShortfalls() {
    untilDone(shortfalls::settleNext);
  }

  /** Lets lines that were held for want of any supplier join the queue once there is one. */
  public void endHolds() {
    untilDone(stockFiles::endHolds);
  }

  /** Estimates anew when those who wait can be served, where that may have changed. */
  public void estimate() {
    database.useTransaction(estimates::noteOverdue);
    Set<String> done = new HashSet<>();
    Optional<Noted> next = database.inTransaction(estimates::next);
    // A SKU whose news never end must not keep the others' dates from being kept.
    while (next.isPresent() && done.add(next.get().sku())) {
      estimate(next.get());
      next = database.inTransaction(estimates::next);
    }
  }

  // The queue is read in one transaction and written in many short ones: with tens of thousands of
  // waits, one would hold all of their orders. It is taken off the list last, so that nothing is
  // lost when the hub dies meanwhile.
  private void estimate(Noted noted) {
    List<Change> changes = database.inTransaction(handle -> estimates.changes(handle, noted));
    for (int from = 0; from < changes.size(); from += CHANGES) {
      List<Change> part = changes.subList(from, Math.min(from + CHANGES, changes.size()));
      database.useTransaction(handle -> estimates.write(handle, part));
    }
    database.useTransaction(handle -> estimates.done(handle, noted));
  }

  /** Writes to the customers who wait long, or longer than they were told. */
  public void tellDelays() {
    untilDone(notices::tell);
  }

  /** Warns the merchant of what is cancelled soon. */
  public void warnOfCancellations() {
    untilDone(deadlines::warn);
  }

  /** Cancels what waits too long. */
  public void cancelOverdue() {
    untilDone(deadlines::cancel);
  }

  private void untilDone(Function<Handle, Boolean> step) {
    boolean more;
    do {
      more = database.inTransaction(step);
    } while (more);
  }
}
