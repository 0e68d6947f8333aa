package io.serai.backorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The queue of backorders per SKU: higher priority first, then first promised, first served. Units
 * leave it by being released to a promise or cancelled, a part at a time if need be.
 */
public final class BackorderQueue {
  private static final RowMapper<Backorder> BACKORDER = (row, context) -> backorder(row);

  private final Clock clock;
  private final Duration notifyAfter;
  private final Duration cancelAfter;

  /**
   * The queue with its deadlines.
   *
   * @param notifyAfter how long the customer hears nothing of a wait
   * @param cancelAfter how long units wait before they are cancelled
   */
  public BackorderQueue(Clock clock, Duration notifyAfter, Duration cancelAfter) {
    this.clock = clock;
    this.notifyAfter = notifyAfter;
    this.cancelAfter = cancelAfter;
  }

  /** When units that begin to wait now are cancelled. */
  public Instant cancelAt() {
    return clock.instant().plus(cancelAfter);
  }

  /**
   * Puts units at the end of their queues. Units of a line that has waited before keep the dates
   * that were promised then: a supplier's refusal gives nobody a second fortnight.
   */
  public void enqueue(Handle handle, List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into backorder (order_id, order_line_id, sku, quantity, first_quantity, priority, promised_at,
              supplier, eta, notify_at, cancel_at, notified_at)
            select :order, :line, :sku, :quantity, :quantity, :priority, coalesce(min(b.promised_at), :now),
              :supplier, :eta, coalesce(min(b.notify_at), :notifyAt), coalesce(min(b.cancel_at), :cancelAt),
              min(b.notified_at)
            from backorder b where b.order_id = :order and b.order_line_id = :line""");
    for (Waiting units : waiting) {
      batch
          .bind("order", units.orderId())
          .bind("line", units.orderLineId())
          .bind("sku", units.sku())
          .bind("quantity", units.quantity())
          .bind("priority", units.priority())
          .bind("now", now)
          .bind("supplier", units.supplier().orElse(null))
          .bind("eta", units.eta().orElse(null))
          .bind("notifyAt", now.plus(notifyAfter))
          .bind("cancelAt", now.plus(cancelAfter))
          .add();
    }
    batch.execute();
  }

  /** How many units wait for each of these SKUs; a SKU that nobody waits for is absent. */
  public Map<String, Integer> waitingUnits(Handle handle, Collection<String> skus) {
    Map<String, Integer> units = new HashMap<>();
    handle
        .createQuery(
            """
            select b.sku, sum(b.quantity) as units from backorder b join customer_order o on o.id = b.order_id
            where b.sku = any(:skus) and b.quantity > 0 and not o.waits_whole group by b.sku""")
        .bind("skus", skus.toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("sku"), row.getInt("units")))
        .forEach(entry -> units.put(entry.getKey(), entry.getValue()));
    return units;
  }

  /**
   * The next places in the queue of a SKU. Orders that wait whole stand in it too.
   *
   * @param after the place behind which to begin; absent: the front
   */
  public List<Backorder> next(Handle handle, String sku, Optional<QueuePlace> after, int limit) {
    return handle
        .createQuery(
            """
            select * from backorder where sku = :sku and quantity > 0
              and (-priority, promised_at, id) > (:priority, :promisedAt, :id)
            order by -priority, promised_at, id limit :limit""")
        .bind("sku", sku)
        .bind("priority", after.map(place -> -place.priority()).orElse(Integer.MIN_VALUE))
        .bind("promisedAt", after.map(QueuePlace::promisedAt).orElse(Instant.EPOCH))
        .bind("id", after.map(QueuePlace::id).orElse(0L))
        .bind("limit", limit)
        .map(BACKORDER)
        .list();
  }

  /**
   * What still waits for a SKU of these orders, and all of those that wait whole, in queue order.
   */
  public List<Backorder> of(Handle handle, Collection<Long> orders, String sku) {
    return handle
        .createQuery(
            """
            select b.* from backorder b join customer_order o on o.id = b.order_id
            where b.order_id = any(:orders) and b.quantity > 0 and (b.sku = :sku or o.waits_whole)
            order by b.priority desc, b.promised_at, b.id""")
        .bind("orders", orders.toArray(Long[]::new))
        .bind("sku", sku)
        .map(BACKORDER)
        .list();
  }

  /** All that still waits of these orders, in queue order. */
  public List<Backorder> of(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            """
            select * from backorder where order_id = any(:orders) and quantity > 0
            order by priority desc, promised_at, id""")
        .bind("orders", orders.toArray(Long[]::new))
        .map(BACKORDER)
        .list();
  }

  /** Waits whose customer is to be told by now, at most so many. */
  public List<Backorder> toNotify(Handle handle, int limit) {
    return due(handle, "notified_at is null and notify_at <= :now order by notify_at, id", limit);
  }

  /** Waits that have lasted too long by now, at most so many. */
  public List<Backorder> toCancel(Handle handle, int limit) {
    return due(handle, "cancel_at <= :now order by cancel_at, id", limit);
  }

  /** Notes that the customers have been told. */
  public void notified(Handle handle, Collection<Long> backorders) {
    handle
        .createUpdate("update backorder set notified_at = :now where id = any(:ids)")
        .bind("now", clock.instant())
        .bind("ids", backorders.toArray(Long[]::new))
        .execute();
  }

  /** The customer has said to wait on: no answer is wanted any more. */
  public void consent(Handle handle, Collection<Long> backorders) {
    handle
        .createUpdate("update backorder set answer_by = null where id = any(:ids)")
        .bind("ids", backorders.toArray(Long[]::new))
        .execute();
  }

  /** Takes units out of the queue because they are promised now. */
  public void release(Handle handle, Map<Long, Integer> unitsByBackorder) {
    leave(handle, "released", unitsByBackorder);
  }

  /** Takes units out of the queue because nobody will ship them. */
  public void cancel(Handle handle, Map<Long, Integer> unitsByBackorder) {
    leave(handle, "cancelled", unitsByBackorder);
  }

  private void leave(Handle handle, String how, Map<Long, Integer> unitsByBackorder) {
    if (unitsByBackorder.isEmpty()) {
      return;
    }
    Map<Long, Integer> units = new TreeMap<>(unitsByBackorder);
    handle
        .createUpdate(
            """
            update backorder b set quantity = quantity - c.units, <how> = <how> + c.units
            from unnest(:ids, :units) as c(id, units) where b.id = c.id"""
                .replace("<how>", how))
        .bind("ids", units.keySet().toArray(Long[]::new))
        .bind("units", units.values().toArray(Integer[]::new))
        .execute();
  }

  private List<Backorder> due(Handle handle, String condition, int limit) {
    return handle
        .createQuery(
            "select * from backorder where quantity > 0 and " + condition + " limit :limit")
        .bind("now", clock.instant())
        .bind("limit", limit)
        .map(BACKORDER)
        .list();
  }

  private static Backorder backorder(ResultSet row) throws SQLException {
    return new Backorder(
        row.getLong("id"),
        row.getLong("order_id"),
        row.getLong("order_line_id"),
        row.getString("sku"),
        row.getInt("quantity"),
        row.getInt("priority"),
        row.getTimestamp("promised_at").toInstant(),
        Optional.ofNullable(row.getString("supplier")),
        Optional.ofNullable(row.getDate("eta")).map(java.sql.Date::toLocalDate),
        row.getTimestamp("notify_at").toInstant(),
        row.getTimestamp("cancel_at").toInstant());
  }
}
