package io.serai.timeline;

import io.serai.event.Marks;
import java.time.Clock;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The story of each order, written in the transaction that changes it. Whatever happens to an order
 * stands here, so here it is also marked for those who subscribe to events.
 */
public final class Timeline {
  private final Clock clock;

  public Timeline(Clock clock) {
    this.clock = clock;
  }

  /** Adds the entries in their order, at the present time of the hub's clock. */
  public void write(Handle handle, Collection<Entry> entries) {
    write(
        handle,
        entries,
        "insert into timeline (order_id, at, what, text) values (:order, :at, :what, :text)");
  }

  /** Adds those entries that do not stand there word for word already. */
  public void writeNew(Handle handle, Collection<Entry> entries) {
    write(
        handle,
        entries,
        """
        insert into timeline (order_id, at, what, text) select :order, :at, :what, :text
        where not exists (select 1 from timeline where order_id = :order and text = :text)""");
  }

  private void write(Handle handle, Collection<Entry> entries, String statement) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(statement);
    for (Entry entry : entries) {
      batch
          .bind("order", entry.orderId())
          .bind("at", clock.instant())
          .bind("what", entry.what())
          .bind("text", entry.text())
          .add();
    }
    batch.execute();
    Marks.note(handle, entries.stream().map(Entry::orderId).toList(), clock.instant());
  }
}
