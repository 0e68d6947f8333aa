package io.serai.event;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Notes the orders to which something may have happened that somebody wants to know. */
public final class Marks {
  private Marks() {}

  /** Marks orders, in the transaction that changes them; nothing while nobody watches orders. */
  public static void note(Handle handle, Collection<Long> orders, Instant at) {
    handle
        .createUpdate(
            """
            insert into event_mark (order_id, at)
            select id, :at from unnest(:orders) as id where exists (select 1 from order_watch)""")
        .bind("orders", orders.stream().distinct().toArray(Long[]::new))
        .bind("at", at)
        .execute();
  }

  /** Marks the orders of lines, as {@link #note} does. */
  public static void noteLines(Handle handle, Collection<Long> lines, Instant at) {
    handle
        .createUpdate(
            """
            insert into event_mark (order_id, at)
            select distinct l.order_id, cast(:at as timestamptz) from order_line l
            where l.id = any(:lines) and exists (select 1 from order_watch)""")
        .bind("lines", lines.toArray(Long[]::new))
        .bind("at", at)
        .execute();
  }
}
