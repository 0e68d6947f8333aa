package io.serai.backorder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The dates of waits whose order was on hold: they stood still meanwhile, so each is as much later
 * as the hold has lasted. The places in the queue stay as they were promised.
 */
public final class PausedWaits {
  private final Clock clock;
  private final DeadlinePolicy policy;

  public PausedWaits(Clock clock, DeadlinePolicy policy) {
    this.clock = clock;
    this.policy = policy;
  }

  /** Sets the dates of an order that is on hold still; the caller has locked it. */
  public void resume(Handle handle, long order, String channel) {
    lengthen(handle, order);
    PreparedBatch batch =
        handle.prepareBatch(
            "update backorder set notify_at = :notifyAt, cancel_at = :cancelAt, warn_at = :warnAt where id = :id");
    for (Backorder wait : waits(handle, order)) {
      DeadlineTerms terms = policy.terms(channel, wait.supplier(), wait.sku());
      Instant cancelAt = terms.cancelAt(wait.promisedAt(), wait.eta());
      batch
          .bind("notifyAt", terms.notifyAt(wait.promisedAt()))
          .bind("cancelAt", cancelAt)
          .bind("warnAt", terms.warnAt(cancelAt).orElse(null))
          .bind("id", wait.id())
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void lengthen(Handle handle, long order) {
    handle
        .createUpdate(
            """
            update backorder b set paused_seconds = paused_seconds + p.seconds,
              answer_by = answer_by + make_interval(secs => p.seconds)
            from (
              select w.id, greatest(0, extract(epoch from
                cast(:now as timestamptz) - greatest(o.hold_since, w.promised_at)))::bigint as seconds
              from backorder w join customer_order o on o.id = w.order_id
              where w.order_id = :order and o.hold_since is not null) p
            where b.id = p.id""")
        .bind("now", clock.instant())
        .bind("order", order)
        .execute();
    handle
        .createUpdate(
            """
            update order_line l set cancel_held_at = l.cancel_held_at + (cast(:now as timestamptz) - o.hold_since)
            from customer_order o
            where o.id = l.order_id and o.id = :order and l.held > 0 and o.hold_since is not null""")
        .bind("now", clock.instant())
        .bind("order", order)
        .execute();
  }

  private static List<Backorder> waits(Handle handle, long order) {
    return handle
        .createQuery("select * from backorder where order_id = :order and quantity > 0")
        .bind("order", order)
        .map((row, context) -> BackorderQueue.backorder(row).lasting(row.getLong("paused_seconds")))
        .list();
  }
}
