package io.serai.event;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Watches orders for subscribers: compares those that are marked with what was last told of them.
 * What an order went through between two looks is told as one difference.
 */
public final class OrderWatch {
  private static final int MOST = 500;

  // One hub looks at a time: two that compare the same order would tell the same twice.
  private static final long LOCK = 0x5e7a1_0a7c4L;

  private final Clock clock;
  private final EventStore events;

  public OrderWatch(Clock clock, EventStore events) {
    this.clock = clock;
    this.events = events;
  }

  private record Mark(long id, long order, Instant at) {}

  /**
   * Writes what has happened to the next marked orders, the first marked first.
   *
   * @return whether there may be more
   */
  public boolean tell(Handle handle) {
    if (!isAlone(handle)) {
      return false;
    }
    List<Mark> marks = marks(handle);
    if (marks.isEmpty()) {
      return false;
    }
    Map<Long, Instant> marked = new TreeMap<>();
    marks.forEach(mark -> marked.merge(mark.order(), mark.at(), (a, b) -> a.isAfter(b) ? a : b));
    events.happened(handle, differences(handle, marked));
    handle
        .createUpdate("delete from event_mark where id = any(:ids)")
        .bind("ids", marks.stream().map(Mark::id).toArray(Long[]::new))
        .execute();
    return marks.size() == MOST;
  }

  /**
   * Watches orders from now on if some subscription wants them, and no longer if none does. What is
   * open counts as told of; orders that had ended by then are not watched.
   */
  public void follow(Handle handle) {
    boolean wanted =
        handle
            .createQuery("select exists (select 1 from subscription where about_orders)")
            .mapTo(Boolean.class)
            .one();
    if (!wanted) {
      handle.execute("delete from order_watch");
      handle.execute("delete from event_mark");
      handle.execute("delete from told_order");
    } else if (begin(handle)) {
      OrderStates.tellAllOpen(handle);
    }
  }

  /** Forgets what was told of orders that ended before a time: they are watched no longer. */
  public void forget(Handle handle, Instant endedBefore) {
    handle
        .createUpdate("delete from told_order where ended_at < :before")
        .bind("before", endedBefore)
        .execute();
  }

  private boolean begin(Handle handle) {
    return handle
            .createUpdate("insert into order_watch (since) values (:now) on conflict do nothing")
            .bind("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .execute()
        > 0;
  }

  private List<Event> differences(Handle handle, Map<Long, Instant> marked) {
    Map<Long, OrderState> now = OrderStates.now(handle, marked.keySet());
    Map<Long, OrderState> told = OrderStates.told(handle, marked.keySet());
    Instant since = beginning(handle);
    List<Event> happened = new ArrayList<>();
    now.forEach(
        (order, state) -> {
          Optional<OrderState> before = Optional.ofNullable(told.get(order));
          // One that nobody was told of, and that is older than the watch, had ended by then.
          if (before.isPresent() || !Instant.parse(state.receivedAt()).isBefore(since)) {
            happened.addAll(OrderChanges.of(order, before, state, marked.get(order)));
          }
        });
    OrderStates.tell(handle, now);
    return happened;
  }

  private Instant beginning(Handle handle) {
    return handle
        .createQuery("select since from order_watch")
        .mapTo(Instant.class)
        .findOne()
        .orElse(Instant.MAX);
  }

  private static List<Mark> marks(Handle handle) {
    return handle
        .createQuery("select id, order_id, at from event_mark order by id limit :most")
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Mark(
                    row.getLong("id"), row.getLong("order_id"), row.getTimestamp("at").toInstant()))
        .list();
  }

  private static boolean isAlone(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_xact_lock(:lock)")
        .bind("lock", LOCK)
        .mapTo(Boolean.class)
        .one();
  }
}
