package io.serai.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds orders, the newest first. */
public final class OrdersView {
  /** The ways in which a text finds an order, each served by an index of its own. */
  private static final List<String> MATCHES =
      List.of(
          "lower(o.number) in (lower(:text), '#' || lower(:text))",
          "lower(o.customer ->> 'email') = lower(:text)",
          "to_tsvector('simple', o.customer ->> 'name') @@ plainto_tsquery('simple', :text)",
          "o.id in (select order_id from order_line where sku = :text and order_id < :before)",
          "o.id in (select order_id from shipment where po_number = upper(:text))",
          """
          o.id in (select s.order_id from package p join shipment s on s.id = p.shipment_id
            where p.tracking = :text or p.more_tracking @> array[cast(:text as text)])""");

  /**
   * The orders of a filter.
   *
   * @param before an id from which to go back; {@code Long.MAX_VALUE} for the newest
   */
  public Slice<OrderRow> find(Handle handle, OrderFilter filter, long before, int most) {
    Query query =
        handle
            .createQuery(
                """
                select o.id, o.channel, o.number, o.customer ->> 'name' as customer, o.received_at, o.ended_at,
                  o.hold_reason is not null as on_hold,
                  units.ordered, units.shipped, units.waiting, units.held, units.cancelled,
                  (select count(distinct supplier) from shipment where order_id = o.id) as suppliers
                from (%s) as found join customer_order o on o.id = found.id
                cross join lateral (
                  select sum(ordered) as ordered, sum(shipped) as shipped, sum(backordered) as waiting,
                    sum(held) as held, sum(cancelled) as cancelled
                  from order_line where order_id = o.id) as units
                order by o.id desc limit :most"""
                    .formatted(ids(filter)))
            .bind("before", before)
            .bind("most", most + 1);
    filter.text().ifPresent(text -> query.bind("text", text));
    filter.channel().ifPresent(channel -> query.bind("channel", channel));
    return Slice.of(query.map(ConstructorMapper.of(OrderRow.class)).list(), most, OrderRow::id);
  }

  private static String ids(OrderFilter filter) {
    if (filter.text().isEmpty()) {
      return ids(filter, "true");
    }
    return MATCHES.stream()
        .map(match -> "(" + ids(filter, match) + ")")
        .collect(Collectors.joining(" union "));
  }

  private static String ids(OrderFilter filter, String match) {
    List<String> conditions = new ArrayList<>(List.of("o.id < :before", match));
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
