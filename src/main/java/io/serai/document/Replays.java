package io.serai.document;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a person does with a document that stands in quarantine. */
public final class Replays {
  /** The kinds that are applied anew; the others are there to be read. */
  public static final List<String> KINDS =
      List.of(
          "order",
          "notification",
          "supplier-file",
          "supplier-file-line",
          "interchange-file",
          "offers");

  private final Clock clock;

  public Replays(Clock clock) {
    this.clock = clock;
  }

  /** Lets a document be applied anew; false when it is in no quarantine, or of another kind. */
  public boolean replay(Handle handle, long id) {
    return handle
            .createUpdate(
                """
                update document set status = 'received', fault = null, cure = null, settled_at = null
                where id = :id and status = 'quarantined' and kind = any(:kinds)""")
            .bind("id", id)
            .bind("kinds", KINDS.toArray(String[]::new))
            .execute()
        > 0;
  }

  /**
   * Gives a document in quarantine another content, and keeps what came as a document of its own. A
   * part of a file is read again from that file, and has no content to change.
   *
   * @param who has changed it
   * @return the id under which the old content is kept; empty when it is in no quarantine
   */
  public Optional<Long> replace(Handle handle, long id, byte[] content, String who) {
    Optional<Long> kept =
        handle
            .createQuery(
                """
                insert into document (direction, kind, account, key, name, content, status, fault, at, settled_at)
                select direction, 'replaced', account,
                  'replaced:' || id || ':' || (
                    select 1 + count(*) from document r where r.kind = 'replaced' and r.account = d.account
                      and starts_with(r.key, 'replaced:' || d.id || ':')),
                  name, content, 'ignored', :why, at, :now
                from document d where id = :id and status = 'quarantined' and kind = any(:kinds)
                  and parent_id is null
                returning id""")
            .bind("id", id)
            .bind("kinds", KINDS.toArray(String[]::new))
            .bind("why", "This is what came as document " + id + ", before " + who + " changed it.")
            .bind("now", clock.instant())
            .mapTo(Long.class)
            .findOne();
    kept.ifPresent(
        old -> handle.execute("update document set content = ? where id = ?", content, id));
    return kept;
  }

  /**
   * Lets a document in quarantine be: nothing of it is applied.
   *
   * @return false when it is in no quarantine
   */
  public boolean dismiss(Handle handle, long id, String who, String why) {
    return handle
            .createUpdate(
                """
                update document set status = 'ignored', settled_at = :now,
                  fault = :note || coalesce(' It said: ' || fault, '')
                where id = :id and status = 'quarantined'""")
            .bind("id", id)
            .bind("now", clock.instant())
            .bind("note", "Dismissed by " + who + ": " + why)
            .execute()
        > 0;
  }
}
