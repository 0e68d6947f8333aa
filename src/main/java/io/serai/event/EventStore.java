package io.serai.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of events. What nobody has subscribed to is not written. */
public final class EventStore {
  /**
   * The kind of the deliveries by which subscribers get events; the account is the subscription.
   */
  public static final String KIND = "webhook";

  // Whoever writes events waits for those who write before it, so that sequence is the order of
  // commits.
  private static final long LOCK = 0x5e7a1_e7e47L;

  private final DeliveryStore deliveries;

  public EventStore(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  /** A subscription, as far as it decides who gets what. */
  private record Subscriber(String name, List<String> patterns) {
    boolean wants(EventType type) {
      return patterns.stream().anyMatch(type::isMeantBy);
    }
  }

  /** Writes those events that somebody wants, and owes them to each who does. */
  public void happened(Handle handle, Collection<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    List<Subscriber> subscribers = subscribers(handle);
    List<Event> wanted =
        events.stream()
            .filter(event -> subscribers.stream().anyMatch(each -> each.wants(event.type())))
            .toList();
    if (wanted.isEmpty()) {
      return;
    }
    write(handle, wanted);
    List<Owed> owed = new ArrayList<>();
    wanted.forEach(
        event ->
            subscribers.stream()
                .filter(each -> each.wants(event.type()))
                .forEach(each -> owed.add(owed(each.name(), event))));
    deliveries.owe(handle, owed);
  }

  /** Writes an event for one subscription, whether it wants it or not. */
  public void happenedTo(Handle handle, String subscription, Event event) {
    write(handle, List.of(event));
    deliveries.owe(handle, List.of(owed(subscription, event)));
  }

  /** What channels may sell has changed, if somebody wants to know. */
  public void stockChanged(
      Handle handle, String channel, List<Map.Entry<String, Integer>> quantities, Instant at) {
    if (!quantities.isEmpty()) {
      happened(
          handle,
          List.of(
              Event.of(
                  EventType.STOCK_CHANGED,
                  at,
                  Optional.empty(),
                  EventDocuments.stock(channel, quantities))));
    }
  }

  /** The event of an id. */
  public Optional<Event.Kept> find(Handle handle, String id) {
    return handle
        .createQuery("select * from event where id = :id")
        .bind("id", id)
        .map((row, context) -> kept(row))
        .findOne();
  }

  /**
   * Deletes the oldest events that came before a time, with their deliveries, some at a time.
   *
   * @return how many
   */
  public int forget(Handle handle, Instant before, int limit) {
    List<String> old =
        handle
            .createQuery("select id from event where at < :before order by at limit :limit")
            .bind("before", before)
            .bind("limit", limit)
            .mapTo(String.class)
            .list();
    String[] ids = old.toArray(String[]::new);
    handle
        .createUpdate(
            """
            delete from delivery where key in (
              select 'webhook:' || s.name || ':' || id from subscription s cross join unnest(:ids) as id)""")
        .bind("ids", ids)
        .execute();
    return handle.createUpdate("delete from event where id = any(:ids)").bind("ids", ids).execute();
  }

  // The order stands in the payload alone: as the delivery's own it would make us wait for whoever
  // has it locked.
  private static Owed owed(String subscription, Event event) {
    ObjectNode payload = Json.object().put("event", event.id()).put("type", event.type().word());
    event.orderId().ifPresent(order -> payload.put("order", order));
    return new Owed(
        KIND,
        subscription,
        key(subscription, event.id()),
        Optional.empty(),
        Optional.empty(),
        payload);
  }

  private static String key(String subscription, String event) {
    return KIND + ":" + subscription + ":" + event;
  }

  private static void write(Handle handle, List<Event> events) {
    handle.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    var batch =
        handle.prepareBatch(
            """
            insert into event (id, type, at, order_id, data)
            values (:id, :type, :at, :order, cast(:data as jsonb))""");
    events.forEach(
        event ->
            batch
                .bind("id", event.id())
                .bind("type", event.type().word())
                .bind("at", event.at())
                .bind("order", event.orderId().orElse(null))
                .bind("data", event.data().toString())
                .add());
    batch.execute();
  }

  private static List<Subscriber> subscribers(Handle handle) {
    return handle
        .createQuery("select name, events from subscription order by name")
        .map(
            (row, context) ->
                new Subscriber(
                    row.getString("name"), List.of((String[]) row.getArray("events").getArray())))
        .list();
  }

  private static Event.Kept kept(ResultSet row) throws SQLException {
    return new Event.Kept(
        row.getLong("sequence"),
        new Event(
            row.getString("id"),
            EventType.of(row.getString("type")).orElseThrow(),
            row.getTimestamp("at").toInstant(),
            Optional.ofNullable((Long) row.getObject("order_id")),
            Json.read(row.getString("data"))));
  }
}
