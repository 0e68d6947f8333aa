package io.serai.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds orders, the newest first. */
public final class OrdersView {
  /** Which orders a text finds; each of its ways is served by an index of its own. */
  private static final String MATCHED =
      """
      with matched as materialized (
        select id from customer_order where lower(number) in (lower(:text), '#' || lower(:text))
        union select id from customer_order where lower(customer ->> 'email') = lower(:text)
        union select id from customer_order
          where to_tsvector('simple', customer ->> 'name') @@ plainto_tsquery('simple', :text)
        union select order_id from order_line where sku = :text
        union select order_id from shipment where po_number = upper(:text)
        union select s.order_id from package p join shipment s on s.id = p.shipment_id
          where p.tracking = :text or p.more_tracking @> array[cast(:text as text)])
      """;

  /**
   * No index knows which orders are split: so many orders are looked at for each that is wanted.
   */
  private static final int LOOKED_AT = 400;

  /**
   * The orders of a filter.
   *
   * @param before an id from which to go back; {@code Long.MAX_VALUE} for the newest
   */
  public Slice<OrderRow> find(Handle handle, OrderFilter filter, long before, int most) {
    long floor = filter.split() ? floor(handle, before, most) : 0;
    Query query =
        handle
            .createQuery(
                """
                %s
                select o.id, o.channel, o.number, o.customer ->> 'name' as customer, o.received_at, o.ended_at,
                  o.hold_reason,
                  units.ordered, units.shipped, units.waiting, units.held, units.cancelled,
                  (select count(distinct supplier) from shipment where order_id = o.id) as suppliers
                from (%s) as found join customer_order o on o.id = found.id
                cross join lateral (
                  select sum(ordered) as ordered, sum(shipped) as shipped, sum(backordered) as waiting,
                    sum(held) as held, sum(cancelled) as cancelled
                  from order_line where order_id = o.id) as units
                order by o.id desc limit :most"""
                    .formatted(filter.text().isPresent() ? MATCHED : "", ids(filter)))
            .bind("before", before)
            .bind("floor", floor)
            .bind("most", most + 1);
    filter.text().ifPresent(text -> query.bind("text", text));
    filter.channel().ifPresent(channel -> query.bind("channel", channel));
    Slice<OrderRow> found =
        Slice.of(query.map(ConstructorMapper.of(OrderRow.class)).list(), most, OrderRow::id);
    return found.next().isEmpty() && floor > 1
        ? new Slice<>(found.rows(), Optional.of(floor))
        : found;
  }

  private static long floor(Handle handle, long before, int most) {
    long newest =
        handle
            .createQuery("select coalesce(max(id), 0) + 1 from customer_order")
            .mapTo(Long.class)
            .one();
    return Math.max(0, Math.min(before, newest) - (long) most * LOOKED_AT);
  }

  private static String ids(OrderFilter filter) {
    List<String> conditions = new ArrayList<>(List.of("o.id < :before", "o.id >= :floor"));
    filter.text().ifPresent(text -> conditions.add("o.id in (select id from matched)"));
    filter.channel().ifPresent(channel -> conditions.add("o.channel = :channel"));
    filter.state().ifPresent(state -> conditions.add(state.condition()));
    if (filter.split()) {
      conditions.add("(select count(distinct supplier) from shipment where order_id = o.id) > 1");
    }
    return "select o.id from customer_order o where "
        + String.join(" and ", conditions)
        + " order by o.id desc limit :most";
  }
}
