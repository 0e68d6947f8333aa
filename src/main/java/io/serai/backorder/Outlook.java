package io.serai.backorder;

import io.serai.plan.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What the suppliers have of SKUs, and what they are expected to have. */
public final class Outlook {
  private final Clock clock;
  private final Rules rules;
  private final Set<String> suppliers;

  /**
   * The outlook on the merchant's suppliers.
   *
   * @param rules say what is never promised of an offer, and where each supplier's calendar is
   * @param suppliers those that get orders
   */
  public Outlook(Clock clock, Rules rules, Set<String> suppliers) {
    this.clock = clock;
    this.rules = rules;
    this.suppliers = suppliers;
  }

  /** The present day of each supplier. */
  public Map<String, LocalDate> today() {
    Map<String, LocalDate> days = new TreeMap<>();
    suppliers.forEach(supplier -> days.put(supplier, today(supplier)));
    return days;
  }

  /** What comes of each of these SKUs; nothing of those that nobody offers. */
  public Map<String, Arrivals> arrivals(Handle handle, Collection<String> skus) {
    Map<String, Map<String, Integer>> shelves = new HashMap<>();
    Map<String, List<Expectation>> expected = new HashMap<>();
    for (Row row : rows(handle, skus)) {
      int usable = row.free - rules.safetyBuffer().of(row.supplier, row.sku);
      shelves
          .computeIfAbsent(row.sku, sku -> new TreeMap<>())
          .put(row.supplier, Math.max(0, usable));
      expected
          .computeIfAbsent(row.sku, sku -> new ArrayList<>())
          .addAll(row.word.expectations(today(row.supplier)));
    }
    Map<String, Arrivals> arrivals = new HashMap<>();
    skus.forEach(
        sku ->
            arrivals.put(
                sku,
                new Arrivals(
                    shelves.getOrDefault(sku, Map.of()), expected.getOrDefault(sku, List.of()))));
    return arrivals;
  }

  private LocalDate today(String supplier) {
    return rules.terms(supplier).today(clock.instant());
  }

  private record Row(String sku, String supplier, int free, SupplierWord word) {}

  // The usual delay is the median of the offer's last measures, or else of its supplier's.
  private List<Row> rows(Handle handle, Collection<String> skus) {
    return handle
        .createQuery(
            """
            select o.*, coalesce(
              (select percentile_cont(0.5) within group (order by seconds) from (
                 select extract(epoch from ended_at - began_at) as seconds from out_of_stock h
                 where h.supplier = o.supplier and h.sku = o.sku order by ended_at desc limit 100) as measures
               having count(*) >= 3),
              (select percentile_cont(0.5) within group (order by seconds) from (
                 select extract(epoch from ended_at - began_at) as seconds from out_of_stock h
                 where h.supplier = o.supplier order by ended_at desc limit 1000) as measures
               having count(*) >= 5)) as usual_seconds
            from offer o where o.sku = any(:skus) and o.supplier = any(:suppliers)
            order by o.sku, o.supplier""")
        .bind("skus", skus.toArray(String[]::new))
        .bind("suppliers", suppliers.toArray(String[]::new))
        .map((row, context) -> row(row))
        .list();
  }

  private Row row(ResultSet row) throws SQLException {
    String supplier = row.getString("supplier");
    double seconds = row.getDouble("usual_seconds");
    boolean measured = !row.wasNull();
    SupplierWord word =
        new SupplierWord(
            supplier,
            date(row, "restock_date"),
            row.getInt("restock_quantity"),
            date(row, "answered_date"),
            Optional.ofNullable(row.getTimestamp("out_since"))
                .map(at -> rules.terms(supplier).today(at.toInstant())),
            measured
                ? OptionalInt.of(Math.max(1, (int) Math.ceil(seconds / 86_400)))
                : OptionalInt.empty());
    return new Row(
        row.getString("sku"), supplier, row.getInt("on_hand") - row.getInt("reserved"), word);
  }

  private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getDate(column)).map(java.sql.Date::toLocalDate);
  }
}
