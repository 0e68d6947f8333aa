package io.serai.privacy;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How a row looks of which what it said is erased. */
final class ErasedRows {
  /** What was sent stays known by its kind and key; what waited for a person waits no longer. */
  static final String DELIVERY =
      """
      payload = jsonb_strip_nulls(jsonb_build_object('template', payload -> 'template', 'erased', true)),
      note = case when state = 'quarantined' then 'Erased before it was sent.' else note end,
      done_at = coalesce(done_at, :now), state = 'done', fault = null, cure = null""";

  private ErasedRows() {}

  /** Erases the content of documents, but of those that are still to be applied or sent. */
  static int documents(Handle handle, List<Long> documents, Instant now) {
    List<Long> erased =
        handle
            .createUpdate(
                """
                update document set content = '', erased_at = :now, cure = null,
                  fault = 'Its content was erased.',
                  status = case status when 'quarantined' then 'ignored' else status end
                where id = any(:ids) and status not in ('received', 'ready') and erased_at is null""")
            .bind("ids", documents.toArray(Long[]::new))
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .list();
    handle
        .createUpdate("delete from document_part where document_id = any(:ids)")
        .bind("ids", erased.toArray(Long[]::new))
        .execute();
    return erased.size();
  }
}
