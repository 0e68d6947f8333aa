package io.serai.backorder;

import io.serai.stock.StockChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
  private final DeadlinePolicy policy;
  private final RestockNews news;
  private final StockChanges changes;

  public BackorderQueue(Clock clock, DeadlinePolicy policy, RestockNews news) {
    this.clock = clock;
    this.policy = policy;
    this.news = news;
    this.changes = new StockChanges(clock);
  }

  /** When units of a SKU that begin to wait now without anybody to wait for are cancelled. */
  public Instant cancelAt(String channel, String sku) {
    return policy.terms(channel, Optional.empty(), sku).cancelAt(clock.instant(), Optional.empty());
  }

  /**
   * Puts units at the end of their queues. Units of a line that has waited before keep the dates
   * that were promised then: a supplier's refusal gives nobody a second fortnight.
   */
  public void enqueue(Handle handle, List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    Map<Long, FirstWait> first = FirstWait.of(handle, waiting);
    Map<Long, String> channels = channels(handle, waiting);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into backorder (order_id, order_line_id, sku, quantity, first_quantity, priority, promised_at,
              supplier, eta, eta_source, told_eta, delays_told, notify_at, notified_at, cancel_at, warn_at, paused_seconds)
            values (:order, :line, :sku, :quantity, :quantity, :priority, :promisedAt,
              :supplier, :eta, :source, :toldEta, :delaysTold, :notifyAt, :notifiedAt, :cancelAt, :warnAt, :paused)""");
    for (Waiting units : waiting) {
      FirstWait wait =
          first.getOrDefault(
              units.orderLineId(), FirstWait.beginning(clock.instant(), units.toldEta()));
      DeadlineTerms terms =
          policy.terms(channels.get(units.orderId()), units.supplier(), units.sku());
      add(batch, units, wait, terms);
    }
    batch.execute();
    noteNews(handle, waiting);
    changes.note(handle, waiting.stream().map(Waiting::sku).toList());
  }

  private void add(PreparedBatch batch, Waiting units, FirstWait wait, DeadlineTerms terms) {
    Instant cancelAt = terms.cancelAt(wait.began(), units.eta());
    batch
        .bind("order", units.orderId())
        .bind("line", units.orderLineId())
        .bind("sku", units.sku())
        .bind("quantity", units.quantity())
        .bind("priority", units.priority())
        .bind("promisedAt", wait.promisedAt())
        .bind("supplier", units.supplier().orElse(null))
        .bind("eta", units.eta().orElse(null))
        .bind("source", units.estimate().source().word())
        .bind("toldEta", wait.toldEta().orElse(null))
        .bind("delaysTold", wait.delaysTold())
        .bind("notifyAt", terms.notifyAt(wait.began()))
        .bind("notifiedAt", wait.notifiedAt().orElse(null))
        .bind("cancelAt", cancelAt)
        .bind("paused", wait.pausedSeconds())
        .bind("warnAt", terms.warnAt(cancelAt).orElse(null))
        .add();
  }

  // Whoever is put before others takes of what they wait for; and the planner's dates know nobody.
  private void noteNews(Handle handle, List<Waiting> waiting) {
    news.note(
        handle,
        waiting.stream()
            .filter(units -> units.etaSource().isEmpty() || units.priority() > 0)
            .map(Waiting::sku)
            .toList());
  }

  private static Map<Long, String> channels(Handle handle, List<Waiting> waiting) {
    Map<Long, String> channels = new HashMap<>();
    handle
        .createQuery("select id, channel from customer_order where id = any(:ids)")
        .bind("ids", waiting.stream().map(Waiting::orderId).distinct().toArray(Long[]::new))
        .map((row, context) -> Map.entry(row.getLong("id"), row.getString("channel")))
        .forEach(entry -> channels.put(entry.getKey(), entry.getValue()));
    return channels;
  }

  /**
   * How many units wait for each of these SKUs and have a claim on what is free; a SKU that nobody
   * waits for is absent.
   */
  public Map<String, Integer> waitingUnits(Handle handle, Collection<String> skus) {
    return waitingUnits(handle, skus, 0);
  }

  /** The same, without what one order waits for. */
  public Map<String, Integer> waitingUnits(Handle handle, Collection<String> skus, long except) {
    Map<String, Integer> units = new HashMap<>();
    handle
        .createQuery(
            """
            select b.sku, sum(b.quantity) as units from backorder b join customer_order o on o.id = b.order_id
            where b.sku = any(:skus) and b.quantity > 0 and not o.waits_whole
              and o.hold_reason is null and o.id <> :except
            group by b.sku""")
        .bind("skus", skus.toArray(String[]::new))
        .bind("except", except)
        .map((row, context) -> Map.entry(row.getString("sku"), row.getInt("units")))
        .forEach(entry -> units.put(entry.getKey(), entry.getValue()));
    return units;
  }

  /** How many units of each of these SKUs wait, by priority; a SKU nobody waits for is absent. */
  public Map<String, NavigableMap<Integer, Long>> unitsByPriority(
      Handle handle, Collection<String> skus) {
    Map<String, NavigableMap<Integer, Long>> units = new HashMap<>();
    handle
        .createQuery(
            """
            select sku, priority, sum(quantity) as units from backorder
            where sku = any(:skus) and quantity > 0 group by sku, priority""")
        .bind("skus", skus.toArray(String[]::new))
        .map(
            (row, context) ->
                units
                    .computeIfAbsent(row.getString("sku"), sku -> new TreeMap<>())
                    .put(row.getInt("priority"), row.getLong("units")))
        .list();
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
    news.noteLeft(handle, unitsByBackorder.keySet());
    changes.note(
        handle,
        handle
            .createQuery("select distinct sku from backorder where id = any(:ids)")
            .bind("ids", unitsByBackorder.keySet().toArray(Long[]::new))
            .mapTo(String.class)
            .list());
  }

  static Backorder backorder(ResultSet row) throws SQLException {
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
