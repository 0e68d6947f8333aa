package io.serai.delivery;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** What a person wants sent again, or not any more. */
public final class Resending {
  private final Clock clock;

  public Resending(Clock clock) {
    this.clock = clock;
  }

  /**
   * Owes a delivery again. One that is in quarantine, and a purchase order, go out under their own
   * key: the supplier's folder gets the same file. A message that was had before becomes one of its
   * own, since mailboxes drop what they know.
   *
   * @return whether it is owed; one that is owed or being sent already, or of which what it said is
   *     erased, is left alone
   */
  public boolean again(Handle handle, long id) {
    return replay(handle, id) || repeat(handle, id);
  }

  /** Owes a delivery that stands in quarantine; false when it does not stand there. */
  public boolean replay(Handle handle, long id) {
    return owe(handle, id, "state = 'quarantined'");
  }

  /**
   * Gives a delivery in quarantine up. A purchase order is not given up: its units would be
   * promised for ever.
   *
   * @return false when it is in no quarantine, or a purchase order
   */
  public boolean dismiss(Handle handle, long id, String who, String why) {
    return handle
            .createUpdate(
                """
                update delivery set state = 'done', done_at = :now, note = :note
                where id = :id and state = 'quarantined' and kind <> 'purchase-order'""")
            .bind("id", id)
            .bind("now", clock.instant())
            .bind("note", "Dismissed by " + who + ": " + why)
            .execute()
        > 0;
  }

  private boolean repeat(Handle handle, long id) {
    return owe(
            handle,
            id,
            """
            state = 'done' and kind = 'purchase-order'
              and exists (select 1 from document c where c.id = document_id and c.erased_at is null)""")
        || handle
                .createUpdate(
                    """
                    insert into delivery (kind, account, key, order_id, document_id, payload, state, at)
                    select d.kind, d.account,
                      d.key || ':again-' || (select 1 + count(*) from delivery a
                        where a.order_id = d.order_id and starts_with(a.key, d.key || ':again-')),
                      d.order_id, d.document_id, d.payload, 'owed', :at
                    from delivery d where d.id = :id and d.state = 'done' and d.kind in ('mail', 'sms')
                      and d.payload -> 'erased' is null
                    on conflict (key) do nothing""")
                .bind("id", id)
                .bind("at", clock.instant())
                .execute()
            > 0;
  }

  private static boolean owe(Handle handle, long id, String condition) {
    return handle
            .createUpdate(
                """
                update delivery set state = 'owed', attempts = 0, due_at = now(), fault = null, cure = null,
                  done_at = null
                where id = :id and %s"""
                    .formatted(condition))
            .bind("id", id)
            .execute()
        > 0;
  }
}
