package io.serai.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The alerts to the merchant, written in the transaction in which they come about. */
public final class Alerts {
  private final Clock clock;

  public Alerts(Clock clock) {
    this.clock = clock;
  }

  /** An alert that nobody has been told of yet. */
  public record Untold(long id, Instant at, Alert alert) {}

  /** Raises alerts; one whose key was raised before is left out. */
  public void raise(Handle handle, Collection<Alert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into alert (at, kind, key, order_id, text) values (:at, :kind, :key, :order, :text)
            on conflict (key) do nothing""");
    for (Alert alert : alerts) {
      batch
          .bind("at", clock.instant())
          .bind("kind", alert.kind())
          .bind("key", alert.key())
          .bind("order", alert.orderId().orElse(null))
          .bind("text", alert.text())
          .add();
    }
    batch.execute();
  }

  /** Notes that somebody has seen to an alert; false when there is none, or somebody had before. */
  public boolean settle(Handle handle, long id, String who) {
    return handle.execute(
            "update alert set settled_at = ?, settled_by = ? where id = ? and settled_at is null",
            clock.instant(),
            who,
            id)
        > 0;
  }

  /**
   * The alerts that nobody has been told of, once the oldest of them is this old: those that come
   * close together are told together.
   */
  public List<Untold> gathered(Handle handle, Duration age, int limit) {
    List<Untold> untold =
        handle
            .createQuery(
                "select * from alert where told_at is null order by id limit :limit for update skip locked")
            .bind("limit", limit)
            .map(
                (row, context) ->
                    new Untold(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        new Alert(
                            row.getString("kind"),
                            row.getString("key"),
                            Optional.ofNullable((Long) row.getObject("order_id")),
                            row.getString("text"))))
            .list();
    boolean ripe = !untold.isEmpty() && !untold.get(0).at().isAfter(clock.instant().minus(age));
    return ripe ? untold : List.of();
  }

  /** Notes that the alerts have been told. */
  public void told(Handle handle, Collection<Untold> alerts) {
    handle
        .createUpdate("update alert set told_at = :now where id = any(:ids)")
        .bind("now", clock.instant())
        .bind("ids", alerts.stream().map(Untold::id).toArray(Long[]::new))
        .execute();
  }
}
