package io.serai.backorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The waits whose dates have come; those of orders on hold stand still. Each question is served by
 * an index of its own.
 */
public final class DueWaits {
  // Of units that are cancelled next, the letter that says so is the one to write.
  private static final String WAITS_ON =
      " and b.cancel_at > :now and (b.answer_by is null or b.answer_by > :now) ";

  private final Clock clock;

  public DueWaits(Clock clock) {
    this.clock = clock;
  }

  /** Waits whose customer may have to be told by now, at most so many. */
  public List<Due> toTell(Handle handle, int limit) {
    return due(
        handle,
        "b.notified_at is null and b.notify_at <= :now" + WAITS_ON + "order by b.notify_at, b.id",
        limit);
  }

  /** All waits of these orders whose customer may have to be told by now: in one letter each. */
  public List<Due> toTellOf(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            "select b.*, o.channel from backorder b join customer_order o on o.id = b.order_id"
                + " where b.order_id = any(:orders) and b.quantity > 0"
                + " and b.notified_at is null and b.notify_at <= :now and o.hold_reason is null"
                + WAITS_ON
                + "order by b.order_id, b.id")
        .bind("orders", orders.toArray(Long[]::new))
        .bind("now", clock.instant())
        .map((row, context) -> due(row))
        .list();
  }

  /** Waits that have lasted too long by now, at most so many. */
  public List<Due> toCancel(Handle handle, int limit) {
    return due(handle, "b.cancel_at <= :now order by b.cancel_at, b.id", limit);
  }

  /** Waits whose customer has not answered in time, at most so many. */
  public List<Due> unanswered(Handle handle, int limit) {
    return due(handle, "b.answer_by <= :now order by b.answer_by, b.id", limit);
  }

  /** Waits of whose end the merchant is to be warned by now, at most so many. */
  public List<Due> toWarnOf(Handle handle, int limit) {
    return due(
        handle,
        "b.warned_at is null and b.warn_at is not null and b.warn_at <= :now order by b.warn_at, b.id",
        limit);
  }

  /** Notes that customers have been told of waits as they stand; true: of one more delay. */
  public void told(Handle handle, Map<Due, Boolean> told, Map<Due, Instant> answersBy) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update backorder set notified_at = :now, told_eta = eta, delays_told = delays_told + :more,
              answer_by = coalesce(cast(:answerBy as timestamptz), answer_by)
            where id = :id""");
    told.forEach(
        (due, delay) ->
            batch
                .bind("now", clock.instant())
                .bind("more", delay ? 1 : 0)
                .bind("answerBy", answersBy.get(due))
                .bind("id", due.backorder().id())
                .add());
    batch.execute();
  }

  /** Notes when customers are told who need not be told now; empty: when something changes. */
  public void tellLater(Handle handle, Map<Due, Optional<Instant>> later) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update backorder set notify_at = coalesce(cast(:at as timestamptz), notify_at),
              notified_at = case when cast(:at as timestamptz) is null then cast(:now as timestamptz) end
            where id = :id""");
    later.forEach(
        (due, at) ->
            batch
                .bind("at", at.orElse(null))
                .bind("now", clock.instant())
                .bind("id", due.backorder().id())
                .add());
    batch.execute();
  }

  /** Notes that the merchant has been warned. */
  public void warned(Handle handle, Collection<Due> due) {
    handle
        .createUpdate("update backorder set warned_at = :now where id = any(:ids)")
        .bind("now", clock.instant())
        .bind("ids", due.stream().map(one -> one.backorder().id()).toArray(Long[]::new))
        .execute();
  }

  private List<Due> due(Handle handle, String condition, int limit) {
    return handle
        .createQuery(
            "select b.*, o.channel from backorder b join customer_order o on o.id = b.order_id"
                + " where b.quantity > 0 and o.hold_reason is null and "
                + condition
                + " limit :limit")
        .bind("now", clock.instant())
        .bind("limit", limit)
        .map((row, context) -> due(row))
        .list();
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        BackorderQueue.backorder(row).lasting(row.getLong("paused_seconds")),
        row.getString("channel"),
        EtaSource.of(row.getString("eta_source")),
        Optional.ofNullable(row.getDate("told_eta")).map(java.sql.Date::toLocalDate),
        row.getInt("delays_told"),
        Optional.ofNullable(row.getTimestamp("answer_by")).map(java.sql.Timestamp::toInstant));
  }
}
