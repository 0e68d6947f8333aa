package io.serai.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Erases what belongs to no order, or to one that is erased, once it is old: each table is passed
 * through once, by its ids, and the place is kept. What belongs to an order that is kept is passed
 * by: it is erased with its order.
 */
final class AgedRows {
  private static final int BATCH = 500;

  private static final String DOCUMENTS =
      """
      select d.id from document d where d.id = any(:ids)
        and not exists (select 1 from customer_order o where o.channel = d.account and o.number = d.name
          and d.kind in ('order', 'replaced') and o.erased_at is null)
        and not exists (select 1 from shipment s join customer_order o on o.id = s.order_id
          where s.document_id = d.id and o.erased_at is null)""";

  // Of files only the names stand in them.
  private static final String DELIVERIES =
      "update delivery d set "
          + ErasedRows.DELIVERY
          + """

            where id = any(:ids) and state in ('done', 'quarantined')
              and kind not in ('purchase-order', 'cancellation-request', 'functional-acknowledgment')
              and not exists (
                select 1 from customer_order o where o.id = d.order_id and o.erased_at is null)""";

  private static final String ALERTS =
      """
      update alert a set text = 'Erased.', settled_at = coalesce(settled_at, :now)
      where id = any(:ids) and not exists (
        select 1 from customer_order o where o.id = a.order_id and o.erased_at is null)""";

  private AgedRows() {}

  /**
   * Erases the next batch of each table.
   *
   * @return whether there may be more
   */
  static boolean erase(Handle handle, Instant before, Instant now) {
    List<Long> documents = next(handle, "document", before);
    ErasedRows.documents(
        handle,
        handle
            .createQuery(DOCUMENTS)
            .bind("ids", documents.toArray(Long[]::new))
            .mapTo(Long.class)
            .list(),
        now);
    List<Long> deliveries = next(handle, "delivery", before);
    update(handle, DELIVERIES, deliveries, now);
    List<Long> alerts = next(handle, "alert", before);
    update(handle, ALERTS, alerts, now);
    return Math.max(documents.size(), Math.max(deliveries.size(), alerts.size())) == BATCH;
  }

  private static void update(Handle handle, String statement, List<Long> ids, Instant now) {
    handle.createUpdate(statement).bind("ids", ids.toArray(Long[]::new)).bind("now", now).execute();
  }

  private record Row(long id, Instant at) {}

  private static List<Long> next(Handle handle, String table, Instant before) {
    List<Row> rows =
        handle
            .createQuery(
                """
                select id, at from %s
                where id > coalesce((select last_id from erasure where what = :table), 0)
                order by id limit :most"""
                    .formatted(table))
            .bind("table", table)
            .bind("most", BATCH)
            .map((row, context) -> new Row(row.getLong("id"), row.getTimestamp("at").toInstant()))
            .list();
    List<Long> old = new ArrayList<>();
    for (Row row : rows) {
      if (!row.at().isBefore(before)) {
        break;
      }
      old.add(row.id());
    }
    if (!old.isEmpty()) {
      handle.execute(
          """
          insert into erasure (what, last_id) values (?, ?)
          on conflict (what) do update set last_id = excluded.last_id""",
          table,
          old.get(old.size() - 1));
    }
    return old;
  }
}
