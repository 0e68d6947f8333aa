package io.serai.backorder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The SKUs of which the dates of those who wait may have changed. The database notes those whose
 * expected restock changes; the rest is noted here.
 */
public final class RestockNews {
  private final Clock clock;

  public RestockNews(Clock clock) {
    this.clock = clock;
  }

  /** A SKU to estimate anew, for all that was noted of it so far. */
  public record Noted(String sku, long upTo) {}

  /** Notes SKUs. */
  public void note(Handle handle, Collection<String> skus) {
    if (skus.isEmpty()) {
      return;
    }
    handle
        .createUpdate("insert into restock_news (sku, at) select unnest(:skus), :at")
        .bind("skus", skus.stream().distinct().toArray(String[]::new))
        .bind("at", clock.instant())
        .execute();
  }

  /**
   * Notes the SKUs of waits whose units have left the queue, where those behind them wait for a
   * restock of so many units: they move up.
   */
  void noteLeft(Handle handle, Collection<Long> backorders) {
    handle
        .createUpdate(
            """
            insert into restock_news (sku, at)
            select distinct b.sku, cast(:at as timestamptz) from backorder b
            where b.id = any(:ids)
              and exists (select 1 from offer o where o.sku = b.sku and o.restock_quantity > 0)""")
        .bind("at", clock.instant())
        .bind("ids", backorders.toArray(Long[]::new))
        .execute();
  }

  /**
   * Notes the SKUs of waits whose estimated date has passed, each in the calendar of the supplier
   * that it is expected from.
   *
   * @param today of each supplier
   * @param otherwise the day for those who are expected from nobody in particular
   */
  public void noteOverdue(Handle handle, Map<String, LocalDate> today, LocalDate otherwise) {
    LocalDate latest = today.values().stream().reduce(otherwise, RestockNews::later);
    handle
        .createUpdate(
            """
            insert into restock_news (sku, at)
            select distinct b.sku, cast(:at as timestamptz) from backorder b
            left join unnest(:suppliers, cast(:days as date[])) as today(supplier, day)
              on today.supplier = b.supplier
            where b.quantity > 0 and b.eta < cast(:latest as date)
              and b.eta < coalesce(today.day, cast(:otherwise as date))""")
        .bind("at", clock.instant())
        .bind("suppliers", today.keySet().toArray(String[]::new))
        .bind("days", today.values().stream().map(LocalDate::toString).toArray(String[]::new))
        .bind("latest", latest)
        .bind("otherwise", otherwise)
        .execute();
  }

  /** The SKU that was noted the longest ago. */
  public Optional<Noted> next(Handle handle) {
    return handle
        .createQuery(
            """
            select n.sku, (select max(id) from restock_news m where m.sku = n.sku) as up_to
            from restock_news n order by n.id limit 1""")
        .map((row, context) -> new Noted(row.getString("sku"), row.getLong("up_to")))
        .findOne();
  }

  /** Takes a SKU off the list; what was noted of it meanwhile stays. */
  public void done(Handle handle, Noted noted) {
    handle
        .createUpdate("delete from restock_news where sku = :sku and id <= :upTo")
        .bind("sku", noted.sku())
        .bind("upTo", noted.upTo())
        .execute();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
