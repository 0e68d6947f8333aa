package io.serai.channel;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Where each poll of a channel stands. */
public final class PollStore {
  private final Clock clock;

  public PollStore(Clock clock) {
    this.clock = clock;
  }

  /** The cursor of the last page that was committed; empty before the first. */
  public String cursor(Handle handle, String channel, String what) {
    return handle
        .createQuery("select cursor from poll where channel = :channel and what = :what")
        .bind("channel", channel)
        .bind("what", what)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /** Moves the cursor, in the transaction that stores what it passes. */
  public void move(Handle handle, String channel, String what, String cursor) {
    handle
        .createUpdate(
            """
            insert into poll (channel, what, cursor, polled_at) values (:channel, :what, :cursor, :at)
            on conflict (channel, what) do update set cursor = excluded.cursor, polled_at = excluded.polled_at""")
        .bind("channel", channel)
        .bind("what", what)
        .bind("cursor", cursor)
        .bind("at", clock.instant())
        .execute();
  }
}
