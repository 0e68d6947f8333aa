package io.serai.hub;

import io.serai.backorder.Restocks;
import io.serai.database.Database;
import io.serai.deadline.Deadlines;
import io.serai.exchange.StockFiles;
import io.serai.release.Release;
import io.serai.release.Shortfalls;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Bean {@code backorders}: queues are served when stock rises, and dates are kept. */
public final class BackorderDesk {
  private static final int BATCH = 200;

  private final Database database;
  private final Restocks restocks;
  private final Release release;
  private final Shortfalls shortfalls;
  private final StockFiles stockFiles;
  private final Deadlines deadlines;

  BackorderDesk(
      Database database,
      Restocks restocks,
      Release release,
      Shortfalls shortfalls,
      StockFiles stockFiles,
      Deadlines deadlines) {
    this.database = database;
    this.restocks = restocks;
    this.release = release;
    this.shortfalls = shortfalls;
    this.stockFiles = stockFiles;
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

  /** Writes to the customers who wait long. */
  public void tellDelays() {
    untilDone(deadlines::tell);
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
