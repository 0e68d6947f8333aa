package io.serai.order;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What channels have said of orders and lines that are here, and the changes that follow. */
public final class RevisionStore {
  private final Clock clock;

  public RevisionStore(Clock clock) {
    this.clock = clock;
  }

  /** What was said of each line of an order, by line id. */
  public Map<Long, Said> said(Handle handle, long order) {
    Map<Long, Said> said = new HashMap<>();
    handle
        .createQuery(
            """
            select id, channel_quantity, channel_cancelled, cancelled_before, missing, replaces_line_id
            from order_line where order_id = :order""")
        .bind("order", order)
        .map(
            (row, context) ->
                said.put(
                    row.getLong("id"),
                    new Said(
                        Optional.ofNullable((Integer) row.getObject("channel_quantity")),
                        row.getInt("channel_cancelled"),
                        row.getInt("cancelled_before"),
                        row.getBoolean("missing"),
                        Optional.ofNullable((Long) row.getObject("replaces_line_id")))))
        .list();
    return said;
  }

  /** Keeps what is said of lines now, by line id. */
  public void say(Handle handle, Map<Long, Said> said) {
    if (said.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update order_line set channel_quantity = :quantity, channel_cancelled = :cancelled,
              cancelled_before = :before, missing = :missing
            where id = :id""");
    said.forEach(
        (line, now) ->
            batch
                .bind("quantity", now.quantity().orElse(null))
                .bind("cancelled", now.cancelled())
                .bind("before", now.cancelledBefore())
                .bind("missing", now.missing())
                .bind("id", line)
                .add());
    batch.execute();
  }

  /** More units of a line are ordered, and stand in these places. */
  public void raise(Handle handle, long line, Map<Place, Integer> units) {
    handle
        .createUpdate(
            """
            update order_line set ordered = ordered + :held + :planned + :backordered,
              held = held + :held, planned = planned + :planned, backordered = backordered + :backordered
            where id = :id""")
        .bind("held", units.getOrDefault(Place.HELD, 0))
        .bind("planned", units.getOrDefault(Place.PLANNED, 0))
        .bind("backordered", units.getOrDefault(Place.BACKORDERED, 0))
        .bind("id", line)
        .execute();
  }

  /** An order that had ended has units again that are to be sent. */
  public void reopen(Handle handle, long order) {
    handle
        .createUpdate("update customer_order set ended_at = null where id = :id")
        .bind("id", order)
        .execute();
  }

  /** Whether the channel said last that the order is on hold. */
  public boolean isSaidOnHold(Handle handle, long order) {
    return handle
        .createQuery("select hold_seen from customer_order where id = :id")
        .bind("id", order)
        .mapTo(Boolean.class)
        .one();
  }

  /** Puts an order on hold; one that is keeps its beginning. */
  public void hold(Handle handle, long order, String reason) {
    handle
        .createUpdate(
            """
            update customer_order set hold_reason = :reason, hold_since = coalesce(hold_since, :now), hold_seen = true
            where id = :id""")
        .bind("reason", reason)
        .bind("now", clock.instant())
        .bind("id", order)
        .execute();
  }

  /** Ends the hold of an order. */
  public void endHold(Handle handle, long order) {
    handle
        .createUpdate(
            "update customer_order set hold_reason = null, hold_since = null, hold_seen = false where id = :id")
        .bind("id", order)
        .execute();
  }

  /** Notes that an order was cancelled before it was met. */
  public void cancelledUnmet(Handle handle, IncomingOrder order) {
    order
        .updatedAt()
        .ifPresent(
            at ->
                handle
                    .createUpdate(
                        """
                        insert into cancelled_unmet as c (channel, number, updated_at)
                        values (:channel, :number, :at)
                        on conflict (channel, number) do update
                          set updated_at = greatest(c.updated_at, excluded.updated_at)""")
                    .bind("channel", order.channel())
                    .bind("number", order.number())
                    .bind("at", at)
                    .execute());
  }

  /** Those of these orders that were not cancelled, before they were met, after what they say. */
  public List<IncomingOrder> notCancelledLater(Handle handle, List<IncomingOrder> orders) {
    Map<String, Instant> cancelled = new HashMap<>();
    handle
        .createQuery(
            """
            select c.channel, c.number, c.updated_at from cancelled_unmet c
            join unnest(:channels, :numbers) as wanted(channel, number)
              on c.channel = wanted.channel and c.number = wanted.number""")
        .bind("channels", orders.stream().map(IncomingOrder::channel).toArray(String[]::new))
        .bind("numbers", orders.stream().map(IncomingOrder::number).toArray(String[]::new))
        .map(
            (row, context) ->
                cancelled.put(
                    row.getString("channel") + "\n" + row.getString("number"),
                    row.getTimestamp("updated_at").toInstant()))
        .list();
    return orders.stream()
        .filter(
            order ->
                !order.isOlderThan(
                    Optional.ofNullable(cancelled.get(order.channel() + "\n" + order.number()))))
        .toList();
  }
}
