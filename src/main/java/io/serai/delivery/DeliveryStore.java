package io.serai.delivery;

import io.serai.mapping.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The deliveries owed. They are claimed for a while by one hub, sent, and marked; a hub that dies
 * leaves its claims to run out, or to be taken back when it starts again. Attempts and claims run
 * by the database's clock, since they concern the outside as it is, not the orders' time; quiet
 * hours run by the hub's.
 */
public final class DeliveryStore {
  /** The attempts after which a person must look. */
  public static final int MOST_ATTEMPTS = 12;

  private static final Duration CLAIM = Duration.ofMinutes(5);
  private static final List<String> FILES =
      List.of("purchase-order", "cancellation-request", "functional-acknowledgment");

  private final Clock clock;
  private final String hub;

  /**
   * The deliveries as one hub sees them.
   *
   * @param hub its name; two hubs on one database have two names
   */
  public DeliveryStore(Clock clock, String hub) {
    this.clock = clock;
    this.hub = hub;
  }

  /** Owes deliveries; one whose key is owed or done already is left out. */
  public void owe(Handle handle, Collection<Owed> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into delivery (kind, account, key, order_id, document_id, payload, state, at, not_before)
            values (:kind, :account, :key, :order, :document, cast(:payload as jsonb), 'owed', :at, :notBefore)
            on conflict (key) do nothing""");
    for (Owed owed : deliveries) {
      batch
          .bind("kind", owed.kind())
          .bind("account", owed.account())
          .bind("key", owed.key())
          .bind("order", owed.orderId().orElse(null))
          .bind("document", owed.documentId().orElse(null))
          .bind("payload", owed.payload().toString())
          .bind("at", clock.instant())
          .bind("notBefore", owed.notBefore().orElse(null))
          .add();
    }
    batch.execute();
  }

  /**
   * Whether an attempt that has not begun yet will fetch the order: it sees whatever the channel
   * has changed by now.
   */
  public boolean willFetch(Handle handle, String channel, String order) {
    return handle
        .createQuery(
            """
            select exists (
              select 1 from delivery where kind = 'order-news' and state = 'owed'
                and account = :channel and payload ->> 'order' = :order)""")
        .bind("channel", channel)
        .bind("order", order)
        .mapTo(Boolean.class)
        .one();
  }

  /** Claims the next deliveries of a kind that are due for an account, the oldest first. */
  public List<Delivery> take(Handle handle, String kind, String account, int limit) {
    return take(handle, List.of(kind), account, limit, "");
  }

  /** The same for files of every kind. */
  public List<Delivery> takeFiles(Handle handle, String supplier, int limit) {
    return take(handle, FILES, supplier, limit, "");
  }

  /**
   * The same for news of orders, without those of an order that is being fetched now: however many
   * come, one fetch is under way and one waits.
   */
  public List<Delivery> takeNews(Handle handle, String channel, int limit) {
    return take(
        handle,
        List.of("order-news"),
        channel,
        limit,
        """
        and not exists (
          select 1 from delivery other where other.kind = 'order-news' and other.state = 'sending'
            and other.account = delivery.account and other.claimed_until >= now()
            and other.payload ->> 'order' = delivery.payload ->> 'order')""");
  }

  /**
   * The same for stock, without what says something newer of a SKU than another that has been tried
   * and is tried again: told after it, the older would undo it.
   */
  public List<Delivery> takeStock(Handle handle, String channel, int limit) {
    return take(
        handle,
        List.of("stock"),
        channel,
        limit,
        """
        and not exists (
          select 1 from delivery older
            cross join lateral jsonb_to_recordset(older.payload -> 'quantities') as said(sku text)
          where older.kind = 'stock' and older.account = delivery.account and older.id < delivery.id
            and older.state in ('owed', 'sending') and older.attempts > 0
            and said.sku in (
              select sku from jsonb_to_recordset(delivery.payload -> 'quantities') as says(sku text)))""");
  }

  /**
   * The same for webhooks, without what happened to an order of which something earlier waits for
   * its next attempt: each order's events go in their order.
   */
  public List<Delivery> takeWebhooks(Handle handle, String subscription, int limit) {
    return take(
        handle,
        List.of("webhook"),
        subscription,
        limit,
        """
        and not exists (
          select 1 from delivery earlier
          where earlier.kind = 'webhook' and earlier.account = delivery.account and earlier.id < delivery.id
            and earlier.state in ('owed', 'sending')
            and earlier.payload ->> 'order' = delivery.payload ->> 'order')""");
  }

  private List<Delivery> take(
      Handle handle, List<String> kinds, String account, int limit, String further) {
    return handle
        .createQuery(
            """
            with next as (
              select id from delivery
              where kind = any(:kinds) and account = :account
                and (state = 'owed' and due_at <= now() or state = 'sending' and claimed_until < now())
                and (not_before is null or not_before <= :now)
                %s
              order by id limit :limit for update skip locked),
            taken as (
              update delivery d set state = 'sending', attempts = attempts + 1, claimed_by = :hub,
                claimed_until = now() + cast(:claim as interval)
              from next where d.id = next.id
              returning d.*)
            select taken.*, o.channel || '/' || o.number as order_name, o.trace
            from taken left join customer_order o on o.id = taken.order_id order by taken.id"""
                .formatted(further))
        .bind("kinds", kinds.toArray(String[]::new))
        .bind("account", account)
        .bind("limit", limit)
        .bind("hub", hub)
        .bind("now", clock.instant())
        .bind("claim", CLAIM.toSeconds() + " seconds")
        .map(
            (row, context) ->
                new Delivery(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("account"),
                    row.getString("key"),
                    Optional.ofNullable((Long) row.getObject("order_id")),
                    Optional.ofNullable((Long) row.getObject("document_id")),
                    Optional.ofNullable(row.getString("order_name")),
                    Optional.ofNullable(row.getString("trace")),
                    Json.read(row.getString("payload")),
                    row.getInt("attempts")))
        .list();
  }

  /** Takes back what this hub was sending when it was stopped. */
  public int reclaim(Handle handle) {
    return handle
        .createUpdate(
            "update delivery set state = 'owed' where state = 'sending' and claimed_by = :hub")
        .bind("hub", hub)
        .execute();
  }

  /**
   * The effect has been had. The mark need not be on disk before the next delivery: were the
   * database to lose it in a power cut, the delivery would be made again under its key, which
   * changes nothing.
   */
  public void doneForNow(Handle handle, long id) {
    handle.execute("set local synchronous_commit to off");
    done(handle, id);
  }

  /** The effect is no longer wanted by the other side, and why; nothing more is to be done. */
  public void doneWithout(Handle handle, long id, String note) {
    done(handle, id);
    handle
        .createUpdate("update delivery set note = :note where id = :id")
        .bind("note", note)
        .bind("id", id)
        .execute();
  }

  /** The effect has been had, together with whatever else this transaction writes. */
  public void done(Handle handle, long id) {
    handle
        .createUpdate(
            "update delivery set state = 'done', done_at = :at, fault = null, cure = null where id = :id")
        .bind("at", clock.instant())
        .bind("id", id)
        .execute();
  }

  /** The attempt has failed and is made again after the wait. */
  public void retry(Handle handle, long id, String fault, Duration wait) {
    handle
        .createUpdate(
            """
            update delivery set state = 'owed', fault = :fault, due_at = now() + cast(:wait as interval)
            where id = :id""")
        .bind("fault", fault)
        .bind("wait", wait.toMillis() + " milliseconds")
        .bind("id", id)
        .execute();
  }

  /**
   * The attempt was not to be made yet; it is made after the wait and not counted.
   *
   * @param begun whether a part of it may have been done: then the next one is no first attempt
   */
  public void postpone(Handle handle, long id, String fault, Duration wait, boolean begun) {
    handle
        .createUpdate(
            """
            update delivery set state = 'owed', fault = :fault,
              attempts = greatest(attempts - 1, :least),
              due_at = now() + cast(:wait as interval)
            where id = :id""")
        .bind("fault", fault)
        .bind("least", begun ? 1 : 0)
        .bind("wait", wait.toMillis() + " milliseconds")
        .bind("id", id)
        .execute();
  }

  /** The attempt has failed for a cause that waiting does not cure. */
  public void quarantine(Handle handle, long id, String fault, String cure) {
    handle
        .createUpdate(
            "update delivery set state = 'quarantined', fault = :fault, cure = :cure where id = :id")
        .bind("fault", fault)
        .bind("cure", cure)
        .bind("id", id)
        .execute();
  }
}
