package io.serai.exchange;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The purchase order lines of which their suppliers say neither yes nor no. */
public final class HeldLines {
  private final Clock clock;

  public HeldLines(Clock clock) {
    this.clock = clock;
  }

  /** The supplier holds a line; false if it has said so before. */
  boolean hold(Handle handle, long reservation) {
    return handle
            .createUpdate("update reservation set held_at = :at where id = :id and held_at is null")
            .bind("at", clock.instant())
            .bind("id", reservation)
            .execute()
        > 0;
  }

  /** The supplier has answered these lines. */
  void lift(Handle handle, Collection<Long> reservations) {
    handle
        .createUpdate(
            "update reservation set held_at = null where id = any(:ids) and held_at is not null")
        .bind("ids", reservations.toArray(Long[]::new))
        .execute();
  }

  /** Those lines of a shipment that are held. */
  Set<Long> of(Handle handle, long shipment) {
    return handle
        .createQuery("select id from reservation where shipment_id = :id and held_at is not null")
        .bind("id", shipment)
        .mapTo(Long.class)
        .set();
  }
}
