package io.serai.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.mapping.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Orders as they stand, and as subscribers have last been told of them. */
final class OrderStates {
  // One statement, so that all that it sees is of one moment.
  private static final String STATE =
      """
      jsonb_build_object(
        'channel', o.channel, 'number', o.number, 'externalId', o.external_id, 'currency', o.currency,
        'country', o.country, 'placedAt', UTC(o.placed_at), 'receivedAt', UTC(o.received_at),
        'endedAt', UTC(o.ended_at), 'onHold', o.hold_reason is not null, 'address', md5(o.ship_to::text),
        'lines', coalesce((
          select jsonb_agg(jsonb_build_object(
            'line', l.line, 'sku', l.sku, 'unitPrice', l.unit_price::text, 'ordered', l.ordered, 'held', l.held,
            'planned', l.planned, 'sent', l.sent, 'acknowledged', l.acknowledged, 'shipped', l.shipped,
            'backordered', l.backordered, 'cancelled', l.cancelled) order by l.id)
          from order_line l where l.order_id = o.id), '[]'),
        'shipments', coalesce((
          select jsonb_agg(jsonb_build_object(
            'poNumber', s.po_number, 'supplier', s.supplier, 'requestedAt', UTC(s.sent_at),
            'lines', coalesce((
              select jsonb_agg(jsonb_build_object(
                'poLine', r.line_number, 'line', l.line, 'sku', r.sku, 'quantity', r.promised, 'open', r.open,
                'acknowledged', r.acknowledged, 'shipped', r.shipped, 'released', r.released) order by r.line_number)
              from reservation r join order_line l on l.id = r.order_line_id where r.shipment_id = s.id), '[]'),
            'packages', coalesce((
              select jsonb_agg(jsonb_build_object(
                'reference', p.reference, 'carrier', p.carrier, 'tracking', p.tracking,
                'shippedAt', UTC(p.shipped_at),
                'lines', coalesce((
                  select jsonb_agg(jsonb_build_object(
                    'line', l.line, 'sku', coalesce(c.shipped_sku, r.sku), 'quantity', c.quantity)
                    order by r.line_number)
                  from package_line c join reservation r on r.id = c.reservation_id
                    join order_line l on l.id = r.order_line_id
                  where c.package_id = p.id), '[]')) order by p.id)
              from package p where p.shipment_id = s.id), '[]')) order by s.id)
          from shipment s where s.order_id = o.id), '[]'),
        'backorders', coalesce((
          select jsonb_agg(jsonb_build_object(
            'id', b.id, 'line', l.line, 'sku', b.sku, 'quantity', b.quantity, 'supplier', b.supplier,
            'expectedOn', to_char(b.eta, 'YYYY-MM-DD'), 'released', b.released, 'cancelled', b.cancelled)
            order by b.id)
          from backorder b join order_line l on l.id = b.order_line_id where b.order_id = o.id), '[]'))
      """
          .replaceAll(
              "UTC\\((\\w+\\.\\w+)\\)",
              "to_char($1 at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");

  private OrderStates() {}

  /** Orders as they stand now, by id. */
  static Map<Long, OrderState> now(Handle handle, Collection<Long> orders) {
    return read(
        handle,
        "select o.id, " + STATE + " as state from customer_order o where o.id = any(:ids)",
        orders);
  }

  /** Orders as they were last told of, by id; one never told of is absent. */
  static Map<Long, OrderState> told(Handle handle, Collection<Long> orders) {
    return read(
        handle, "select order_id as id, state from told_order where order_id = any(:ids)", orders);
  }

  /** Subscribers are told of these orders as they stand here. */
  static void tell(Handle handle, Map<Long, OrderState> states) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into told_order (order_id, state, ended_at)
            values (:id, cast(:state as jsonb), :endedAt)
            on conflict (order_id) do update set state = excluded.state, ended_at = excluded.ended_at""");
    states.forEach(
        (id, state) ->
            batch
                .bind("id", id)
                .bind("state", Json.MAPPER.valueToTree(state).toString())
                .bind(
                    "endedAt",
                    Optional.ofNullable(state.endedAt()).map(Instant::parse).orElse(null))
                .add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** All open orders count as told of. */
  static void tellAllOpen(Handle handle) {
    handle.execute(
        "insert into told_order (order_id, state) select o.id, "
            + STATE
            + " from customer_order o where o.ended_at is null on conflict (order_id) do nothing");
  }

  private static Map<Long, OrderState> read(Handle handle, String query, Collection<Long> orders) {
    Map<Long, OrderState> states = new TreeMap<>();
    handle
        .createQuery(query)
        .bind("ids", orders.toArray(Long[]::new))
        .map((row, context) -> states.put(row.getLong("id"), parse(row.getString("state"))))
        .list();
    return states;
  }

  private static OrderState parse(String json) {
    try {
      return Json.MAPPER.readValue(json, OrderState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order's state is broken: " + e.getOriginalMessage(), e);
    }
  }
}
