package io.serai.exchange;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * When each supplier's files were last all there: its folder was looked into, and held nothing
 * more. Only from then on can it be said of anything that it has not come.
 */
public final class Looks {
  private final Clock clock;

  public Looks(Clock clock) {
    this.clock = clock;
  }

  /** Nothing more stood in the supplier's folder just now. */
  public void nothingMore(Handle handle, String supplier) {
    handle
        .createUpdate(
            """
            insert into supplier_look (supplier, at) values (:supplier, :at)
            on conflict (supplier) do update set at = greatest(supplier_look.at, excluded.at)""")
        .bind("supplier", supplier)
        .bind("at", clock.instant())
        .execute();
  }
}
