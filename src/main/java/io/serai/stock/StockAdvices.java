package io.serai.stock;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Applies a supplier's stock file to its offers, all SKUs at once. Its count becomes what is
 * reported; on hand never falls below what is promised: promises above the count are a shortfall,
 * to be taken back one by one after.
 */
public final class StockAdvices {
  private static final String UNESCAPED = "\\\t\n\r";

  private final Clock clock;

  public StockAdvices(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a file has changed.
   *
   * @param risen SKUs of which more can be promised than before
   * @param fresh SKUs that this supplier had never offered
   */
  public record Change(List<String> risen, List<String> fresh) {}

  /**
   * Applies the lines.
   *
   * @param leadDays of SKUs that are new and come without lead days
   */
  public Change apply(
      Handle handle, String supplier, int leadDays, Iterable<StockAdviceLine> lines) {
    handle.execute(
        """
        create temporary table advised (sku text, quantity integer, unit_cost numeric, lead_days integer,
          restock_date date, restock_quantity integer, at integer) on commit drop""");
    copy(handle, lines);
    handle.execute("create index on advised (sku)");
    // A SKU that the file names twice counts as it was named last.
    handle.execute("delete from advised a using advised b where a.sku = b.sku and a.at < b.at");
    handle.execute("analyze advised");
    lockOffers(handle, supplier);
    List<String> risen = update(handle, supplier);
    noteShortfalls(handle, supplier);
    return new Change(risen, insert(handle, supplier, leadDays));
  }

  private void noteShortfalls(Handle handle, String supplier) {
    handle
        .createUpdate(
            """
            insert into shortfall (sku, supplier, at)
            select o.sku, o.supplier, :at from offer o join advised a on a.sku = o.sku
            where o.supplier = :supplier and o.reported < o.reserved""")
        .bind("supplier", supplier)
        .bind("at", clock.instant())
        .execute();
  }

  private static void copy(Handle handle, Iterable<StockAdviceLine> lines) {
    try {
      CopyManager manager = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
      CopyIn copy = manager.copyIn("copy advised from stdin");
      StringBuilder rows = new StringBuilder();
      int at = 0;
      for (StockAdviceLine line : lines) {
        row(rows, line, at++);
        if (rows.length() > 1 << 16) {
          write(copy, rows);
        }
      }
      write(copy, rows);
      copy.endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot copy the lines of a stock file", e);
    }
  }

  private static void row(StringBuilder rows, StockAdviceLine line, int at) {
    escape(rows, line.sku());
    rows.append('\t').append(line.quantity()).append('\t');
    rows.append(line.unitCost().map(BigDecimal::toPlainString).orElse("\\N")).append('\t');
    rows.append(line.leadDays().map(Object::toString).orElse("\\N")).append('\t');
    rows.append(line.restockDate().map(Object::toString).orElse("\\N")).append('\t');
    rows.append(line.restockQuantity().map(Object::toString).orElse("\\N")).append('\t');
    rows.append(at).append('\n');
  }

  // The text format of COPY: a backslash before what would end the field or the row.
  private static void escape(StringBuilder rows, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (UNESCAPED.indexOf(c) >= 0) {
        rows.append('\\').append(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
      } else {
        rows.append(c);
      }
    }
  }

  private static void write(CopyIn copy, StringBuilder rows) throws SQLException {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  // In the order in which everybody locks offers, so that no two transactions wait for each other.
  private static void lockOffers(Handle handle, String supplier) {
    handle
        .createQuery(
            """
            select count(*) from (
              select 1 from offer o join advised a on a.sku = o.sku where o.supplier = :supplier
              order by o.sku for update of o) as locked""")
        .bind("supplier", supplier)
        .mapTo(Long.class)
        .one();
  }

  private List<String> update(Handle handle, String supplier) {
    return handle
        .createQuery(
            """
            with before as (
              select o.sku, o.on_hand - o.reserved as free from offer o join advised a on a.sku = o.sku
              where o.supplier = :supplier),
            after as (
              update offer o set reported = a.quantity, on_hand = greatest(a.quantity, o.reserved),
                unit_cost = coalesce(a.unit_cost, o.unit_cost), lead_days = coalesce(a.lead_days, o.lead_days),
                restock_date = a.restock_date, restock_quantity = a.restock_quantity, changed_at = :at
              from advised a where a.sku = o.sku and o.supplier = :supplier
              returning o.sku, o.on_hand - o.reserved as free)
            select after.sku from after join before using (sku) where after.free > before.free""")
        .bind("supplier", supplier)
        .bind("at", clock.instant())
        .mapTo(String.class)
        .list();
  }

  private List<String> insert(Handle handle, String supplier, int leadDays) {
    return handle
        .createQuery(
            """
            insert into offer (sku, supplier, reported, on_hand, unit_cost, lead_days, restock_date,
              restock_quantity, changed_at)
            select sku, :supplier, quantity, quantity, coalesce(unit_cost, 0), coalesce(lead_days, :leadDays),
              restock_date, restock_quantity, :at
            from advised order by sku
            on conflict (sku, supplier) do nothing
            returning sku""")
        .bind("supplier", supplier)
        .bind("leadDays", leadDays)
        .bind("at", clock.instant())
        .mapTo(String.class)
        .list();
  }
}
