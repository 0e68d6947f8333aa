package io.serai.whatif;

import io.serai.plan.Demand;
import io.serai.plan.DemandLine;
import io.serai.plan.Offer;
import io.serai.plan.Restock;
import io.serai.supplier.Supplier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The orders of a day, and the offers that they are planned against; nothing is locked. */
final class DayStore {
  private static final String WITH_LINES =
      """
      select o.*, l.line, l.sku, l.ordered from wanted o
      join order_line l on l.order_id = o.id
      order by o.received_at, o.id, l.id""";

  private final Map<String, Supplier> suppliers;

  DayStore(Map<String, Supplier> suppliers) {
    this.suppliers = suppliers;
  }

  /** When the newest order came in. */
  Optional<Instant> newest(Handle handle) {
    return handle
        .createQuery("select received_at from customer_order order by id desc limit 1")
        .mapTo(Instant.class)
        .findOne();
  }

  /** The newest orders of a time, as many as at most, in the order in which they came. */
  List<PastOrder> orders(Handle handle, Instant from, Instant to, int most) {
    return read(
        handle
            .createQuery(
                """
                with wanted as (
                  select id, number, channel, country, received_at from customer_order
                  where received_at >= :from and received_at < :to
                  order by received_at desc, id desc limit :most)
                """
                    + WITH_LINES)
            .bind("from", from)
            .bind("to", to)
            .bind("most", most));
  }

  /** One order. */
  Optional<PastOrder> order(Handle handle, long id) {
    return read(
            handle
                .createQuery(
                    """
                    with wanted as (
                      select id, number, channel, country, received_at from customer_order
                      where id = :id)
                    """
                        + WITH_LINES)
                .bind("id", id))
        .stream()
        .findFirst();
  }

  private static List<PastOrder> read(Query query) {
    Map<Long, PastOrder> orders = new LinkedHashMap<>();
    Map<Long, List<DemandLine>> lines = new LinkedHashMap<>();
    query
        .map((row, context) -> row(row, lines))
        .forEach(order -> orders.putIfAbsent(order.id(), order));
    return orders.values().stream().map(order -> whole(order, lines.get(order.id()))).toList();
  }

  private static PastOrder row(ResultSet row, Map<Long, List<DemandLine>> lines)
      throws SQLException {
    DemandLine line =
        new DemandLine(row.getString("line"), row.getString("sku"), row.getInt("ordered"));
    lines.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>()).add(line);
    return new PastOrder(
        row.getLong("id"),
        new Demand(
            row.getString("number"),
            row.getString("channel"),
            row.getString("country"),
            List.of(line)),
        row.getTimestamp("received_at").toInstant());
  }

  private static PastOrder whole(PastOrder order, List<DemandLine> lines) {
    Demand first = order.demand();
    return new PastOrder(
        order.id(),
        new Demand(first.order(), first.channel(), first.country(), lines),
        order.receivedAt());
  }

  /** What is free now of all that these orders want, and what they have taken of it themselves. */
  List<Offer> offers(Handle handle, List<PastOrder> orders) {
    return handle
        .createQuery(
            """
            with wanted as (select id, sku from order_line where order_id = any(:orders)),
            taken as (
              select r.sku, r.supplier, sum(r.open + r.shipped) as units
              from reservation r join wanted w on w.id = r.order_line_id
              group by r.sku, r.supplier)
            select o.*, o.on_hand - o.reserved + coalesce(t.units, 0) as free
            from offer o left join taken t on t.sku = o.sku and t.supplier = o.supplier
            where o.sku in (select sku from wanted)
            order by o.sku, o.supplier""")
        .bindArray("orders", Long.class, orders.stream().map(PastOrder::id).toArray())
        .map((row, context) -> offer(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Offer> offer(ResultSet row) throws SQLException {
    Supplier supplier = suppliers.get(row.getString("supplier"));
    if (supplier == null) {
      return Optional.empty();
    }
    int expected = row.getInt("restock_quantity");
    LocalDate date = row.getObject("restock_date", LocalDate.class);
    return Optional.of(
        new Offer(
            supplier.id(),
            row.getString("sku"),
            row.getInt("free"),
            row.getBigDecimal("unit_cost"),
            row.getInt("lead_days"),
            supplier.handlingFee(),
            supplier.rank(),
            Optional.ofNullable(date).map(day -> new Restock(day, expected))));
  }
}
