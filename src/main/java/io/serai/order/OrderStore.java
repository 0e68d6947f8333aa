package io.serai.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.event.Marks;
import io.serai.mapping.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** The tables of orders and their lines. */
public final class OrderStore {
  private final Clock clock;

  public OrderStore(Clock clock) {
    this.clock = clock;
  }

  /** An order of a channel that is here already. */
  public record Known(
      long id, String channel, String number, String revision, Optional<Instant> updatedAt) {

    /** Whether an order that has come is another revision, and none from before this one. */
    public boolean isChangedBy(IncomingOrder order) {
      return !order.isOlderThan(updatedAt) && !revision.equals(order.revision());
    }
  }

  /** The orders among these (channel, number) pairs that are here already. */
  public List<Known> known(Handle handle, List<IncomingOrder> orders) {
    return handle
        .createQuery(
            """
            select o.id, o.channel, o.number, o.revision, o.channel_updated_at from customer_order o
            join unnest(:channels, :numbers) as wanted(channel, number)
              on o.channel = wanted.channel and o.number = wanted.number""")
        .bind("channels", orders.stream().map(IncomingOrder::channel).toArray(String[]::new))
        .bind("numbers", orders.stream().map(IncomingOrder::number).toArray(String[]::new))
        .map(
            (row, context) ->
                new Known(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("number"),
                    row.getString("revision"),
                    Optional.ofNullable(row.getTimestamp("channel_updated_at"))
                        .map(Timestamp::toInstant)))
        .list();
  }

  /** The id of an order by the number that its channel gave it. */
  public Optional<Long> idOf(Handle handle, String channel, String number) {
    return handle
        .createQuery("select id from customer_order where channel = :channel and number = :number")
        .bind("channel", channel)
        .bind("number", number)
        .mapTo(Long.class)
        .findOne();
  }

  /** The next ids of a sequence of the house, in rising order. */
  public static List<Long> nextIds(Handle handle, String sequence, int count) {
    return handle
        .createQuery("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
        .bind("sequence", sequence)
        .bind("count", count)
        .mapTo(Long.class)
        .list();
  }

  /** Writes new orders, without their lines. */
  public void insert(
      Handle handle, Map<Long, IncomingOrder> orders, Collection<Long> waitingWhole) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into customer_order (id, channel, number, external_id, revision, placed_at, received_at,
              currency, customer, ship_to, country, waits_whole, channel_updated_at,
              hold_reason, hold_since, hold_seen)
            values (:id, :channel, :number, :externalId, :revision, :placedAt, :receivedAt,
              :currency, cast(:customer as jsonb), cast(:shipTo as jsonb), :country, :waitsWhole, :updatedAt,
              :hold, :holdSince, :isOnHold)""");
    orders.forEach(
        (id, order) ->
            batch
                .bind("id", id)
                .bind("channel", order.channel())
                .bind("number", order.number())
                .bind("externalId", order.externalId())
                .bind("revision", order.revision())
                .bind("placedAt", order.placedAt())
                .bind("receivedAt", clock.instant())
                .bind("currency", order.currency())
                .bind("customer", json(order.customer()))
                .bind("shipTo", json(order.shipTo()))
                .bind("country", order.shipTo().country())
                .bind("waitsWhole", waitingWhole.contains(id))
                .bind("updatedAt", order.updatedAt().orElse(null))
                .bind("hold", order.hold().orElse(null))
                .bind("holdSince", order.hold().map(reason -> clock.instant()).orElse(null))
                .bind("isOnHold", order.hold().isPresent())
                .add());
    batch.execute();
  }

  /** Writes new lines with their units where they already stand. */
  public void insertLines(Handle handle, List<OrderLine> lines) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into order_line (id, order_id, line, external_id, sku, title, unit_price, ordered, channel_quantity,
              held, planned, backordered)
            values (:id, :order, :line, :externalId, :sku, :title, :unitPrice, :ordered, :ordered,
              :held, :planned, :backordered)""");
    for (OrderLine line : lines) {
      batch
          .bind("id", line.id())
          .bind("order", line.orderId())
          .bind("line", line.line())
          .bind("externalId", line.externalId())
          .bind("sku", line.sku())
          .bind("title", line.title())
          .bind("unitPrice", line.unitPrice())
          .bind("ordered", line.ordered())
          .bind("held", line.in(Place.HELD))
          .bind("planned", line.in(Place.PLANNED))
          .bind("backordered", line.in(Place.BACKORDERED))
          .add();
    }
    batch.execute();
  }

  /** Says why units of a line are held, and when they are cancelled if nobody acts. */
  public void holdReason(Handle handle, Collection<Long> lines, String reason, Instant cancelAt) {
    handle
        .createUpdate(
            "update order_line set hold_reason = :reason, cancel_held_at = :at where id = any(:ids)")
        .bind("reason", reason)
        .bind("at", cancelAt)
        .bind("ids", lines.toArray(Long[]::new))
        .execute();
  }

  /**
   * Locks orders to this transaction, in the order of their ids. Whoever changes an order that is
   * already stored does this first and locks offers after, so that no two transactions wait for
   * each other.
   */
  public void lock(Handle handle, Collection<Long> orders) {
    handle
        .createQuery("select id from customer_order where id = any(:ids) order by id for update")
        .bind("ids", orders.toArray(Long[]::new))
        .mapTo(Long.class)
        .list();
  }

  /**
   * Moves units between places; the balance is the database's to check. Not every move has a line
   * in the timeline, so here too orders are marked for those who subscribe to events.
   */
  public void shift(Handle handle, Collection<Shift> shifts) {
    if (shifts.isEmpty()) {
      return;
    }
    Map<Long, EnumMap<Place, Integer>> changes = new TreeMap<>();
    for (Shift shift : shifts) {
      EnumMap<Place, Integer> change =
          changes.computeIfAbsent(shift.orderLineId(), line -> new EnumMap<>(Place.class));
      change.merge(shift.from(), -shift.quantity(), Integer::sum);
      change.merge(shift.to(), shift.quantity(), Integer::sum);
    }
    // One statement for all lines: a queue of thousands is released by it.
    Update update =
        handle
            .createUpdate(
                """
                update order_line l set
                  held = held + c.c_held, planned = planned + c.c_planned, sent = sent + c.c_sent,
                  acknowledged = acknowledged + c.c_acknowledged, shipped = shipped + c.c_shipped,
                  backordered = backordered + c.c_backordered, cancelled = cancelled + c.c_cancelled
                from unnest(:ids, :HELD, :PLANNED, :SENT, :ACKNOWLEDGED, :SHIPPED, :BACKORDERED, :CANCELLED)
                  as c(id, c_held, c_planned, c_sent, c_acknowledged, c_shipped, c_backordered, c_cancelled)
                where l.id = c.id""")
            .bind("ids", changes.keySet().toArray(Long[]::new));
    for (Place place : Place.values()) {
      update.bind(
          place.name(),
          changes.values().stream()
              .map(change -> change.getOrDefault(place, 0))
              .toArray(Integer[]::new));
    }
    update.execute();
    Marks.noteLines(handle, changes.keySet(), clock.instant());
  }

  /**
   * Marks those of the orders as ended whose every unit has shipped or been cancelled; returns
   * them.
   */
  public List<Long> endWhereDone(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            """
            update customer_order o set ended_at = :at
            where o.id = any(:ids) and o.ended_at is null and not exists (
              select 1 from order_line l where l.order_id = o.id and l.ordered > l.shipped + l.cancelled)
            returning o.id""")
        .bind("at", clock.instant())
        .bind("ids", orders.toArray(Long[]::new))
        .mapTo(Long.class)
        .list();
  }

  /** Orders with all their lines, by id. */
  public Map<Long, Order> load(Handle handle, Collection<Long> ids) {
    return orders(handle, ids, lines(handle, "order_id", ids));
  }

  /**
   * Orders with only these of their lines, by id. Orders can have hundreds of lines; whoever needs
   * a few does not read them all.
   */
  public Map<Long, Order> load(Handle handle, Collection<Long> ids, Collection<Long> lines) {
    return orders(handle, ids, lines(handle, "id", lines));
  }

  private static Map<Long, List<OrderLine>> lines(Handle handle, String by, Collection<Long> ids) {
    Map<Long, List<OrderLine>> lines = new HashMap<>();
    handle
        .createQuery("select * from order_line where " + by + " = any(:ids) order by order_id, id")
        .bind("ids", ids.toArray(Long[]::new))
        .map((row, context) -> line(row))
        .forEach(
            line -> lines.computeIfAbsent(line.orderId(), order -> new ArrayList<>()).add(line));
    return lines;
  }

  private static Map<Long, Order> orders(
      Handle handle, Collection<Long> ids, Map<Long, List<OrderLine>> lines) {
    Map<Long, Order> orders = new TreeMap<>();
    handle
        .createQuery("select * from customer_order where id = any(:ids)")
        .bind("ids", ids.toArray(Long[]::new))
        .map((row, context) -> order(row, lines.getOrDefault(row.getLong("id"), List.of())))
        .forEach(order -> orders.put(order.id(), order));
    return orders;
  }

  /** Notes that the channel has changed an order, and where it goes now. */
  public void revise(Handle handle, long id, IncomingOrder order, Address shipTo) {
    handle
        .createUpdate(
            """
            update customer_order set revision = :revision, ship_to = cast(:shipTo as jsonb), country = :country,
              channel_updated_at = coalesce(cast(:updatedAt as timestamptz), channel_updated_at),
              erased_at = null
            where id = :id""")
        .bind("revision", order.revision())
        .bind("updatedAt", order.updatedAt().orElse(null))
        .bind("shipTo", json(shipTo))
        .bind("country", shipTo.country())
        .bind("id", id)
        .execute();
  }

  /** The orders have begun to ship: what still waits of them no longer waits for the whole. */
  public void nowWaitInParts(Handle handle, Collection<Long> ids) {
    handle
        .createUpdate("update customer_order set waits_whole = false where id = any(:ids)")
        .bind("ids", ids.toArray(Long[]::new))
        .execute();
  }

  /** The orders with units that were held for a person for too long by now, at most so many. */
  public List<Long> ordersHeldTooLong(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            select distinct l.order_id from order_line l join customer_order o on o.id = l.order_id
            where l.held > 0 and l.cancel_held_at <= :now and o.hold_reason is null
            order by l.order_id limit :limit""")
        .bind("now", clock.instant())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /** Of these orders the lines with units that were held for a person for too long by now. */
  public Set<Long> linesHeldTooLong(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            """
            select l.id from order_line l join customer_order o on o.id = l.order_id
            where l.order_id = any(:orders) and l.held > 0 and l.cancel_held_at <= :now and o.hold_reason is null""")
        .bind("orders", orders.toArray(Long[]::new))
        .bind("now", clock.instant())
        .mapTo(Long.class)
        .set();
  }

  /**
   * Orders with lines that are held for want of any supplier, though one offers their SKU by now.
   */
  public List<Long> heldThoughOffered(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            select distinct l.order_id from order_line l
            where l.held > 0 and l.cancel_held_at is not null and exists (select 1 from offer o where o.sku = l.sku)
            order by l.order_id limit :limit""")
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Of these orders the lines that are held for want of any supplier, though one offers their SKU
   * by now.
   */
  public Set<Long> linesHeldThoughOffered(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            """
            select l.id from order_line l where l.order_id = any(:orders)
              and l.held > 0 and l.cancel_held_at is not null and exists (select 1 from offer o where o.sku = l.sku)""")
        .bind("orders", orders.toArray(Long[]::new))
        .mapTo(Long.class)
        .set();
  }

  private static Order order(ResultSet row, List<OrderLine> lines) throws SQLException {
    return new Order(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("number"),
        row.getString("external_id"),
        row.getTimestamp("placed_at").toInstant(),
        row.getString("currency"),
        fromJson(row.getString("customer"), Customer.class),
        fromJson(row.getString("ship_to"), Address.class),
        row.getBoolean("waits_whole"),
        Optional.ofNullable(row.getString("hold_reason")),
        List.copyOf(lines));
  }

  private static OrderLine line(ResultSet row) throws SQLException {
    EnumMap<Place, Integer> places = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      int units = row.getInt(place.name().toLowerCase(Locale.ROOT));
      if (units > 0) {
        places.put(place, units);
      }
    }
    return new OrderLine(
        row.getLong("id"),
        row.getLong("order_id"),
        row.getString("line"),
        row.getString("external_id"),
        row.getString("sku"),
        row.getString("title"),
        row.getBigDecimal("unit_price"),
        row.getInt("ordered"),
        places);
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T fromJson(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
    }
  }
}
