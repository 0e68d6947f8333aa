package io.serai.privacy;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Erases what names a person elsewhere than at the person's orders: files of suppliers, letters to
 * the merchant. It reads every document and delivery since the orders came, so it is for the rare
 * case that somebody asks for it.
 */
final class Traces {
  private Traces() {}

  /** Erases them; the ids of documents that name the person, and wait to be applied or sent. */
  static List<Long> erase(Handle handle, Person person, Instant since, Instant now) {
    if (person.words().isEmpty()) {
      return List.of();
    }
    List<Long> documents =
        handle
            .createQuery(
                """
                select d.id from document d where d.at >= :since and erased_at is null and exists (
                  select 1 from unnest(:words) as hex cross join lateral decode(hex, 'hex') as word
                  where position(word in d.content) > 0 or exists (
                    select 1 from document_part p
                    where p.document_id = d.id and position(word in p.content) > 0))""")
            .bind("since", since)
            .bind("words", person.written())
            .mapTo(Long.class)
            .list();
    ErasedRows.documents(handle, documents, now);
    update(
        handle,
        "update delivery set "
            + ErasedRows.DELIVERY
            + " where at >= :since and state in ('done', 'quarantined') and payload::text ilike any(:words)",
        person,
        since,
        now);
    update(
        handle,
        """
        update alert set text = 'Erased.', settled_at = coalesce(settled_at, :now)
        where at >= :since and text ilike any(:words)""",
        person,
        since,
        now);
    update(
        handle,
        "update audit set detail = '' where at >= :since and detail ilike any(:words)",
        person,
        since,
        now);
    // What the API has answered before, and would answer again to the same request.
    update(
        handle,
        "update api_repeat set body = '{}' where at >= :since and body ilike any(:words)",
        person,
        since,
        now);
    return handle
        .createQuery(
            "select id from document where id = any(:ids) and erased_at is null order by id")
        .bind("ids", documents.toArray(Long[]::new))
        .mapTo(Long.class)
        .list();
  }

  private static void update(
      Handle handle, String statement, Person person, Instant since, Instant now) {
    handle
        .createUpdate(statement)
        .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
        .bind("since", since)
        .bind("now", now)
        .bind("words", person.patterns())
        .execute();
  }
}
