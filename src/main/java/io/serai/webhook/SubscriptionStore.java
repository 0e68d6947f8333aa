package io.serai.webhook;

import io.serai.mapping.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of subscriptions, and of the deliveries that are theirs. */
public final class SubscriptionStore {
  private static final String ALL =
      """
      select s.*,
        (select count(*) from delivery d
         where d.kind = 'webhook' and d.account = s.name and d.state in ('owed', 'sending')) as owed,
        (select count(*) from delivery d
         where d.kind = 'webhook' and d.account = s.name and d.state = 'quarantined') as quarantined
      from subscription s
      """;

  List<Subscription> all(Handle handle) {
    return read(handle.createQuery(ALL + "order by s.name"));
  }

  Optional<Subscription> find(Handle handle, String name) {
    return read(handle.createQuery(ALL + "where s.name = :name").bind("name", name)).stream()
        .findFirst();
  }

  void insert(
      Handle handle,
      String name,
      String url,
      List<String> events,
      boolean aboutOrders,
      byte[] secret,
      String who,
      Instant at) {
    handle
        .createUpdate(
            """
            insert into subscription (name, url, events, about_orders, secret, created_at, created_by)
            values (:name, :url, :events, :aboutOrders, :secret, :at, :who)""")
        .bind("name", name)
        .bind("url", url)
        .bind("events", events.toArray(String[]::new))
        .bind("aboutOrders", aboutOrders)
        .bind("secret", secret)
        .bind("at", at)
        .bind("who", who)
        .execute();
  }

  boolean change(Handle handle, String name, String url, List<String> events, boolean aboutOrders) {
    return handle
            .createUpdate(
                """
                update subscription set url = :url, events = :events, about_orders = :aboutOrders, quiet_until = null
                where name = :name""")
            .bind("name", name)
            .bind("url", url)
            .bind("events", events.toArray(String[]::new))
            .bind("aboutOrders", aboutOrders)
            .execute()
        > 0;
  }

  boolean pause(Handle handle, String name, String why) {
    return handle
            .createUpdate(
                "update subscription set paused = true, paused_why = :why where name = :name")
            .bind("name", name)
            .bind("why", why)
            .execute()
        > 0;
  }

  boolean resume(Handle handle, String name) {
    return handle
            .createUpdate(
                """
                update subscription set paused = false, paused_why = '', failing_since = null, failures = 0,
                  quiet_until = null
                where name = :name""")
            .bind("name", name)
            .execute()
        > 0;
  }

  /** What waits for its next attempt waits no longer. */
  void hasten(Handle handle, String name) {
    handle
        .createUpdate(
            """
            update delivery set due_at = now()
            where kind = 'webhook' and account = :name and state = 'owed' and due_at > now()""")
        .bind("name", name)
        .execute();
  }

  boolean delete(Handle handle, String name) {
    handle
        .createUpdate("delete from delivery where kind = 'webhook' and account = :name")
        .bind("name", name)
        .execute();
    return handle
            .createUpdate("delete from subscription where name = :name")
            .bind("name", name)
            .execute()
        > 0;
  }

  boolean rotate(Handle handle, String name, byte[] secret) {
    return handle
            .createUpdate(
                """
                update subscription set old_secret = secret, old_secret_until = now() + interval '24 hours',
                  secret = :secret
                where name = :name""")
            .bind("name", name)
            .bind("secret", secret)
            .execute()
        > 0;
  }

  List<Subscription.Message> messages(Handle handle, String name, long before, int limit) {
    return handle
        .createQuery(
            """
            select * from delivery where account = :name and id < :before and kind = 'webhook'
            order by id desc limit :limit""")
        .bind("name", name)
        .bind("before", before)
        .bind("limit", limit)
        .map((row, context) -> message(row))
        .list();
  }

  boolean replay(Handle handle, String name, long message) {
    return handle
            .createUpdate(
                """
                update delivery d set state = 'owed', attempts = 0, due_at = now(), fault = null, cure = null,
                  done_at = null, note = null
                where d.id = :id and d.kind = 'webhook' and d.account = :name and d.state in ('done', 'quarantined')
                  and exists (select 1 from event e where e.id = d.payload ->> 'event')""")
            .bind("id", message)
            .bind("name", name)
            .execute()
        > 0;
  }

  int replaySince(Handle handle, String name, Instant since) {
    return handle
        .createUpdate(
            """
            insert into delivery (kind, account, key, payload, state, at)
            select 'webhook', s.name, 'webhook:' || s.name || ':' || e.id,
              jsonb_strip_nulls(jsonb_build_object('event', e.id, 'type', e.type, 'order', e.order_id)), 'owed', e.at
            from event e cross join subscription s
            where s.name = :name and e.at >= :since and e.type <> 'webhook.test'
              and s.events && array[e.type, split_part(e.type, '.', 1) || '.*', '*']
            order by e.sequence
            on conflict (key) do update set state = 'owed', attempts = 0, due_at = now(), fault = null, cure = null,
              done_at = null, note = null
            where delivery.state in ('done', 'quarantined')""")
        .bind("name", name)
        .bind("since", since)
        .execute();
  }

  private static List<Subscription> read(Query query) {
    return query.map((row, context) -> subscription(row)).list();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getString("name"),
        row.getString("url"),
        List.of((String[]) row.getArray("events").getArray()),
        row.getBoolean("paused"),
        row.getString("paused_why"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        time(row, "succeeded_at"),
        time(row, "failed_at"),
        row.getString("fault"),
        time(row, "failing_since"),
        time(row, "old_secret_until"),
        row.getInt("owed"),
        row.getInt("quarantined"));
  }

  private static Subscription.Message message(ResultSet row) throws SQLException {
    boolean waits = row.getString("state").equals("owed");
    return new Subscription.Message(
        row.getLong("id"),
        Json.read(row.getString("payload")).path("event").asText(),
        Json.read(row.getString("payload")).path("type").asText(),
        row.getString("state"),
        row.getInt("attempts"),
        row.getTimestamp("at").toInstant(),
        time(row, "done_at"),
        waits ? time(row, "due_at") : Optional.empty(),
        Optional.ofNullable(row.getString("fault")).orElse(""),
        Optional.ofNullable(row.getString("note")).orElse(""));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
