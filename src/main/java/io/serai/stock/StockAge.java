package io.serai.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * How old the suppliers' newest stock files are. What a supplier said too long ago does not count:
 * nothing more of it is promised or offered to channels, until it is heard again.
 */
public final class StockAge {
  private static final int MOST_SKUS_IN_A_ROW = 5_000;

  private final Clock clock;
  private final Map<String, Duration> limits;

  /**
   * Ages by limits.
   *
   * @param limits by supplier; one without a limit is never too old
   */
  public StockAge(Clock clock, Map<String, Duration> limits) {
    this.clock = clock;
    this.limits = Map.copyOf(limits);
  }

  /** The suppliers whose stock is too old now; one whose next file is being read is not. */
  public Set<String> stale(Handle handle) {
    return limits.isEmpty()
        ? Set.of()
        : tooOld(
            handle,
            """
            select supplier, heard_at from supplier_stock s where supplier = any(:limited)
              and not exists (
                select 1 from document d
                where d.kind = 'supplier-file' and d.account = s.supplier and d.status = 'received')""");
  }

  private Set<String> tooOld(Handle handle, String query) {
    Set<String> old = new HashSet<>();
    handle
        .createQuery(query)
        .bind("limited", limits.keySet().toArray(String[]::new))
        .map(
            (row, context) ->
                Map.entry(row.getString("supplier"), row.getTimestamp("heard_at").toInstant()))
        .forEach(
            heard -> {
              if (heard.getValue().isBefore(oldest(heard.getKey()))) {
                old.add(heard.getKey());
              }
            });
    return old;
  }

  /**
   * Notes that a supplier has said what it has.
   *
   * @param at when its file came
   * @return whether it had been too old before and is not now: its offers count again
   */
  public boolean heard(Handle handle, String supplier, Instant at) {
    boolean wasStale = isTooOld(handle, supplier);
    handle
        .createUpdate(
            """
            insert into supplier_stock as s (supplier, heard_at) values (:supplier, :at)
            on conflict (supplier) do update set heard_at = greatest(s.heard_at, excluded.heard_at)""")
        .bind("supplier", supplier)
        .bind("at", at)
        .execute();
    boolean isBack = wasStale && !isTooOld(handle, supplier);
    if (isBack) {
      handle.execute("update supplier_stock set stale_at = null where supplier = ?", supplier);
      noteOffers(handle, supplier);
    }
    return isBack;
  }

  private boolean isTooOld(Handle handle, String supplier) {
    return limits.containsKey(supplier)
        && tooOld(
                handle,
                "select supplier, heard_at from supplier_stock where supplier = any(:limited)")
            .contains(supplier);
  }

  /** A supplier whose stock has become too old, and when it was last heard. */
  public record Silent(String supplier, Instant heardAt) {}

  /** The suppliers that have become too old since the last call, each told once. */
  public List<Silent> newlyStale(Handle handle) {
    Set<String> stale = stale(handle);
    if (stale.isEmpty()) {
      return List.of();
    }
    List<Silent> silent =
        handle
            .createQuery(
                """
                update supplier_stock set stale_at = :now
                where supplier = any(:stale) and stale_at is null returning supplier, heard_at""")
            .bind("now", clock.instant())
            .bind("stale", stale.toArray(String[]::new))
            .map(
                (row, context) ->
                    new Silent(row.getString("supplier"), row.getTimestamp("heard_at").toInstant()))
            .list();
    silent.forEach(supplier -> noteOffers(handle, supplier.supplier()));
    return silent;
  }

  private Instant oldest(String supplier) {
    return clock.instant().minus(limits.get(supplier));
  }

  // All that the supplier offers may sell differently now.
  private void noteOffers(Handle handle, String supplier) {
    handle
        .createUpdate(
            """
            insert into stock_change (at, skus)
            select :at, array_agg(sku) from (
              select sku, (row_number() over (order by sku)) / :most as part from offer where supplier = :supplier) o
            group by part""")
        .bind("at", clock.instant())
        .bind("most", MOST_SKUS_IN_A_ROW)
        .bind("supplier", supplier)
        .execute();
  }
}
