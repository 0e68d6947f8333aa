package io.serai.stock;

import java.time.Clock;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The list of SKUs whose availability may have changed, which only grows. */
public final class StockChanges {
  private final Clock clock;

  public StockChanges(Clock clock) {
    this.clock = clock;
  }

  /** Notes SKUs, in the transaction that changes something of them. */
  public void note(Handle handle, Collection<String> skus) {
    if (skus.isEmpty()) {
      return;
    }
    handle
        .createUpdate("insert into stock_change (at, skus) values (:at, :skus)")
        .bind("at", clock.instant())
        .bind("skus", skus.stream().distinct().toArray(String[]::new))
        .execute();
  }
}
