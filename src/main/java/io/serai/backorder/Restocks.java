package io.serai.backorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SKUs whose free quantity has risen while units of them wait. */
public final class Restocks {
  private final Clock clock;

  public Restocks(Clock clock) {
    this.clock = clock;
  }

  /** Notes those of the SKUs that somebody waits for, so that their queues are looked at. */
  public void note(Handle handle, Collection<String> skus) {
    handle
        .createUpdate(
            """
            insert into restock (sku, at)
            select sku, :at from (select distinct unnest(:skus) as sku) as risen
            where exists (select 1 from backorder b where b.sku = risen.sku and b.quantity > 0)""")
        .bind("at", clock.instant())
        .bind("skus", skus.toArray(String[]::new))
        .execute();
  }

  /** Notes those of a supplier's SKUs that somebody waits for. */
  public void noteOffersOf(Handle handle, String supplier) {
    handle
        .createUpdate(
            """
            insert into restock (sku, at)
            select distinct b.sku, cast(:at as timestamptz) from backorder b
            join offer o on o.sku = b.sku and o.supplier = :supplier where b.quantity > 0""")
        .bind("at", clock.instant())
        .bind("supplier", supplier)
        .execute();
  }

  /** The next SKUs to look at, the longest noted first. */
  public List<String> next(Handle handle, int limit) {
    return handle
        .createQuery("select sku from restock group by sku order by min(id) limit :limit")
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Notes that the queue of a SKU is to be served on behind a place. */
  public void goOn(Handle handle, String sku, Backorder last) {
    QueuePlace after = QueuePlace.of(last);
    handle
        .createUpdate(
            """
            insert into restock (sku, at, after_priority, after_promised_at, after_id)
            values (:sku, :at, :priority, :promisedAt, :id)""")
        .bind("sku", sku)
        .bind("at", clock.instant())
        .bind("priority", after.priority())
        .bind("promisedAt", after.promisedAt())
        .bind("id", after.id())
        .execute();
  }

  /**
   * Takes a SKU off the list before its queue is looked at, so that a rise meanwhile notes it
   * again.
   */
  public Optional<Turn> take(Handle handle, String sku) {
    List<Turn> noted =
        handle
            .createQuery(
                """
                delete from restock where sku = :sku
                returning after_priority, after_promised_at, after_id""")
            .bind("sku", sku)
            .map((row, context) -> new Turn(sku, place(row)))
            .list();
    return noted.stream()
        .filter(turn -> turn.after().isEmpty())
        .findFirst()
        .or(() -> noted.stream().findFirst());
  }

  private static Optional<QueuePlace> place(ResultSet row) throws SQLException {
    Timestamp promisedAt = row.getTimestamp("after_promised_at");
    return promisedAt == null
        ? Optional.empty()
        : Optional.of(
            new QueuePlace(
                row.getInt("after_priority"), promisedAt.toInstant(), row.getLong("after_id")));
  }

  /**
   * A queue whose turn it is.
   *
   * @param after the place behind which it is served on; absent: from its front
   */
  public record Turn(String sku, Optional<QueuePlace> after) {}
}
