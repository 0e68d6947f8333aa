package io.serai.privacy;

import io.serai.access.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Erases personal data: that of ended orders and old documents by itself, in small transactions
 * that can be broken off and gone on with; and that of single orders when somebody asks. Units,
 * money and counts stay. An order that has not ended, or of which something is still to be sent,
 * keeps what it needs.
 */
public final class Erasure {
  private static final int BATCH = 100;

  private final Clock clock;
  private final AuditLog audit;

  public Erasure(Clock clock, AuditLog audit) {
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * An order that somebody wants erased.
   *
   * @param isOpen whether it needs its data still
   */
  public record Found(
      long id,
      String channel,
      String number,
      Instant receivedAt,
      boolean isOpen,
      boolean isErased) {
    /** How it is named. */
    public String name() {
      return channel + "/" + number;
    }
  }

  /**
   * Erases the next batch of what is older than so long.
   *
   * @return whether there may be more
   */
  public boolean next(Handle handle, Duration kept) {
    Instant before = clock.instant().minus(kept);
    List<Long> orders =
        handle
            .createQuery(
                """
                select id from customer_order o where ended_at < :before and erased_at is null
                  and not exists (select 1 from delivery d
                    where d.order_id = o.id and d.state in ('owed', 'sending'))
                order by ended_at limit :most for update skip locked""")
            .bind("before", before)
            .bind("most", BATCH)
            .mapTo(Long.class)
            .list();
    if (!orders.isEmpty()) {
      OrderErasure.erase(handle, orders, clock.instant());
      audit.note(handle, "the schedule", "erased", orders.size() + " orders", "");
    }
    return AgedRows.erase(handle, before, clock.instant()) || orders.size() == BATCH;
  }

  /** The order of a channel with this number, if there is one. */
  public List<Found> order(Handle handle, String channel, String number) {
    return find(handle, "channel = :first and number = :second", channel, number);
  }

  /** The orders of the customer with this mail address. */
  public List<Found> customer(Handle handle, String mail) {
    return find(handle, "lower(customer ->> 'email') = lower(:first) and :second = ''", mail, "");
  }

  /**
   * Erases orders, and whatever else names those who bought them.
   *
   * @param who asks for it
   * @return documents that name them and wait to be applied or sent; they are left
   */
  public List<Long> erase(Handle handle, List<Found> found, String who) {
    List<Found> ended = found.stream().filter(order -> !order.isOpen()).toList();
    if (ended.isEmpty()) {
      return List.of();
    }
    List<Long> ids = ended.stream().map(Found::id).sorted().toList();
    Person person = person(handle, ids);
    Instant since = ended.stream().map(Found::receivedAt).min(Instant::compareTo).orElseThrow();
    OrderErasure.erase(handle, ids, clock.instant());
    List<Long> left = Traces.erase(handle, person, since, clock.instant());
    for (Found order : ended) {
      audit.note(
          handle, who, "erased", "order " + order.channel() + " " + order.number(), "on request");
    }
    return left;
  }

  private static List<Found> find(Handle handle, String which, String first, String second) {
    return handle
        .createQuery(
            """
            select id, channel, number, received_at, erased_at is not null as erased,
              ended_at is null or exists (select 1 from delivery d
                where d.order_id = o.id and d.state in ('owed', 'sending')) as open
            from customer_order o where %s order by id for update of o"""
                .formatted(which))
        .bind("first", first)
        .bind("second", second)
        .map(
            (row, context) ->
                new Found(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("number"),
                    row.getTimestamp("received_at").toInstant(),
                    row.getBoolean("open"),
                    row.getBoolean("erased")))
        .list();
  }

  private static Person person(Handle handle, List<Long> ids) {
    TreeSet<String> words = new TreeSet<>();
    handle
        .createQuery(
            """
            select array[customer ->> 'name', customer ->> 'email', customer ->> 'phone', ship_to ->> 'name',
              ship_to ->> 'company', ship_to ->> 'address1', ship_to ->> 'phone'] as words
            from customer_order where id = any(:ids)""")
        .bind("ids", ids.toArray(Long[]::new))
        .map((row, context) -> (String[]) row.getArray("words").getArray())
        .forEach(each -> Arrays.stream(each).filter(word -> word != null).forEach(words::add));
    return new Person(words);
  }
}
