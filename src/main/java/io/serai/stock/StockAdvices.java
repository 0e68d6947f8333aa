package io.serai.stock;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Applies a supplier's stock file to its offers, a part at a time: its rows are staged in a
 * temporary table, those that change nothing are left out, and the rest is applied by SKU, in
 * transactions so short that nobody waits long for the offers. Its count becomes what is reported;
 * on hand never falls below what is promised: promises above the count are a shortfall, to be taken
 * back one by one after. A part applied again changes nothing, so a file that was interrupted is
 * applied from its start.
 */
public final class StockAdvices {
  /** The most offers that one transaction holds. */
  public static final int PART = 20_000;

  private final Clock clock;

  public StockAdvices(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a part of a file has changed, as far as somebody waits for it.
   *
   * @param risen SKUs of which some can be promised now
   * @param fresh SKUs that this supplier had never offered
   */
  public record Change(List<String> risen, List<String> fresh) {}

  /** Whether a supplier has never offered anything. */
  public boolean isFirst(Handle handle, String supplier) {
    return handle
        .createQuery(
            """
            select not exists (select 1 from supplier_stock where supplier = :supplier)
              and not exists (select 1 from offer where supplier = :supplier)""")
        .bind("supplier", supplier)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Takes the first rows of a supplier, in one transaction.
   *
   * @param leadDays of SKUs that come without lead days
   * @throws FirstOffers.OutOfOrder when the rows are not in the order of their SKUs
   */
  public Change first(Handle handle, String supplier, int leadDays, Consumer<FirstOffers> rows) {
    FirstOffers offers = FirstOffers.begin(handle, supplier, leadDays, clock.instant());
    try {
      rows.accept(offers);
      offers.end();
    } finally {
      offers.cancel();
    }
    handle
        .createUpdate(
            """
            insert into stock_change (at, skus)
            select cast(:at as timestamptz), array_agg(sku) from (
              select sku, row_number() over () / :part as part from offer where supplier = :supplier) as parts
            group by part""")
        .bind("at", clock.instant())
        .bind("part", PART)
        .bind("supplier", supplier)
        .execute();
    return new Change(
        List.of(),
        handle
            .createQuery(
                """
                select distinct b.sku from backorder b join offer o on o.sku = b.sku and o.supplier = :supplier
                where b.quantity > 0""")
            .bind("supplier", supplier)
            .mapTo(String.class)
            .list());
  }

  /**
   * Stages rows, all or none of them.
   *
   * @param session no transaction, and not shared with whoever reads the rows
   */
  public void stage(Handle session, Consumer<StockStaging> rows) {
    StockStaging staging = StockStaging.begin(session);
    try {
      rows.accept(staging);
      staging.end();
    } finally {
      staging.cancel();
    }
  }

  /**
   * Finds what of the staged rows changes something, in the order of SKUs. A SKU that the file
   * names twice counts as it was named last.
   *
   * @return how many rows there are to apply
   */
  public int compare(Handle session, String supplier) {
    session.execute(
        """
        create temporary table changing (at integer, fresh boolean, sku text, quantity integer, unit_cost numeric,
          lead_days integer, restock_date date, restock_quantity integer)""");
    int rows = session.inTransaction(handle -> keepChanging(handle, supplier));
    session.execute("create index on changing using brin (at) with (pages_per_range = 16)");
    session.execute("analyze changing");
    return rows;
  }

  private static int keepChanging(Handle handle, String supplier) {
    handle.execute("analyze advised");
    handle.execute("set local work_mem = '64MB'");
    return handle
        .createUpdate(
            """
            insert into changing
            select row_number() over (order by a.sku), o.sku is null, a.sku, a.quantity, a.unit_cost, a.lead_days,
              a.restock_date, a.restock_quantity
            from (select distinct on (sku) * from advised order by sku, at desc) a
            left join offer o on o.sku = a.sku and o.supplier = :supplier
            where o.sku is null or o.reported < o.reserved
              or (o.reported, o.unit_cost, o.lead_days, o.restock_date, o.restock_quantity) is distinct from
                (a.quantity, coalesce(a.unit_cost, o.unit_cost), coalesce(a.lead_days, o.lead_days),
                  a.restock_date, a.restock_quantity)
            order by a.sku""")
        .bind("supplier", supplier)
        .execute();
  }

  /**
   * Applies rows of those that change something, counted from 1; {@link #PART} of them at most.
   *
   * @param leadDays of SKUs that are new and come without lead days
   */
  public Change apply(Handle handle, String supplier, int leadDays, int from) {
    // The statistics of a table that was filled just now mislead: offers are found by their key.
    handle.execute("set local enable_hashjoin = off");
    handle.execute("set local enable_mergejoin = off");
    // The commit that marks the file as applied waits for the disk, and for these before it; till
    // then a crash has the file applied again.
    handle.execute("set local synchronous_commit = off");
    List<String> risen = part(handle, UPDATE, supplier, from).mapTo(String.class).list();
    List<String> fresh =
        part(handle, INSERT, supplier, from).bind("leadDays", leadDays).mapTo(String.class).list();
    return new Change(risen, fresh);
  }

  private Query part(Handle handle, String statement, String supplier, int from) {
    return handle
        .createQuery(statement)
        .bind("supplier", supplier)
        .bind("at", clock.instant())
        .bind("from", from)
        .bind("to", from + PART);
  }

  /** Gives the session back as it was. */
  public static void dropTables(Handle session) {
    session.execute("drop table if exists advised, changing");
  }

  // Updated one after the other in the order in which everybody locks offers, so that no two
  // transactions wait for each other. Those who wait are looked at where there is anything free.
  private static final String UPDATE =
      """
      with updated as (
        update offer o set reported = c.quantity, on_hand = greatest(c.quantity, o.reserved),
          unit_cost = coalesce(c.unit_cost, o.unit_cost), lead_days = coalesce(c.lead_days, o.lead_days),
          restock_date = c.restock_date, restock_quantity = c.restock_quantity, changed_at = :at
        from (
          select * from changing where at >= :from and at < :to and not fresh order by at offset 0) as c
        where o.sku = c.sku and o.supplier = :supplier
        returning o.sku, o.on_hand > o.reserved as free, o.reported < o.reserved as short),
      short as (
        insert into shortfall (sku, supplier, at) select sku, :supplier, :at from updated where short),
      noted as (
        insert into stock_change (at, skus) select :at, array_agg(sku) from updated having count(*) > 0)
      select sku from updated u
      where free and exists (select 1 from backorder b where b.sku = u.sku and b.quantity > 0)""";

  private static final String INSERT =
      """
      with added as (
        insert into offer (sku, supplier, reported, on_hand, unit_cost, lead_days, restock_date, restock_quantity,
          changed_at, out_since)
        select sku, :supplier, quantity, quantity, coalesce(unit_cost, 0), coalesce(lead_days, :leadDays),
          restock_date, restock_quantity, :at, case when quantity = 0 then cast(:at as timestamptz) end
        from changing where at >= :from and at < :to and fresh
        order by at
        returning sku),
      noted as (
        insert into stock_change (at, skus) select :at, array_agg(sku) from added having count(*) > 0)
      select sku from added a
      where exists (select 1 from backorder b where b.sku = a.sku and b.quantity > 0)""";
}
