package io.serai.backorder;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SKUs whose free quantity has risen while units of them wait. */
public final class Restocks {
  private final Clock clock;

  public Restocks(Clock clock) {
    this.clock = clock;
  }

  /** Notes those of the SKUs that somebody waits for, so that their queues are looked at. */
  public void note(Handle handle, Collection<String> skus) {
    handle
        .createUpdate(
            """
            insert into restock (sku, at)
            select sku, :at from (select distinct unnest(:skus) as sku) as risen
            where exists (select 1 from backorder b where b.sku = risen.sku and b.quantity > 0)""")
        .bind("at", clock.instant())
        .bind("skus", skus.toArray(String[]::new))
        .execute();
  }

  /** Notes those of a supplier's SKUs that somebody waits for. */
  public void noteOffersOf(Handle handle, String supplier) {
    handle
        .createUpdate(
            """
            insert into restock (sku, at)
            select distinct b.sku, cast(:at as timestamptz) from backorder b
            join offer o on o.sku = b.sku and o.supplier = :supplier where b.quantity > 0""")
        .bind("at", clock.instant())
        .bind("supplier", supplier)
        .execute();
  }

  /** The next SKUs to look at, the longest noted first. */
  public List<String> next(Handle handle, int limit) {
    return handle
        .createQuery("select sku from restock group by sku order by min(id) limit :limit")
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /**
   * Takes a SKU off the list before its queue is looked at, so that a rise meanwhile notes it
   * again.
   */
  public boolean take(Handle handle, String sku) {
    return handle.createUpdate("delete from restock where sku = :sku").bind("sku", sku).execute()
        > 0;
  }
}
