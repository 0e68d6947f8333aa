package io.serai.document;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of documents. */
public final class DocumentStore {
  private static final RowMapper<Document> DOCUMENT =
      (row, context) ->
          new Document(
              row.getLong("id"),
              row.getString("kind"),
              row.getString("account"),
              row.getString("name"),
              row.getBytes("content"),
              row.getTimestamp("at").toInstant());

  private final Clock clock;

  public DocumentStore(Clock clock) {
    this.clock = clock;
  }

  /** Stores what has arrived, to be applied later; false when it was here before. */
  public boolean receive(Handle handle, Arrival arrival) {
    return insert(handle, "in", arrival, "received", null, null).isPresent();
  }

  /** Stores a document of ours that is ready to be sent, and returns its id. */
  public long ready(Handle handle, Arrival ours) {
    return insert(handle, "out", ours, "ready", null, null)
        .orElseThrow(
            () -> new IllegalStateException("document " + ours.key() + " was written before"));
  }

  /**
   * Stores something that came in and cannot be taken: a whole document, or the part of one that is
   * at fault.
   */
  public void quarantine(Handle handle, Arrival arrival, String fault, String cure) {
    insert(handle, "in", arrival, "quarantined", fault, cure);
  }

  /**
   * Stores a part of a document that came in.
   *
   * @param part where in it the part begins, by which it is found again; empty: nowhere
   * @param status {@code received}, to be applied later, or what has become of it
   */
  public long part(Handle handle, long parent, String part, Arrival arrival, String status) {
    long id =
        insert(handle, "in", arrival, status, null, null)
            .orElseThrow(
                () -> new IllegalStateException("part " + arrival.key() + " was stored before"));
    belong(handle, id, parent, part);
    return id;
  }

  /** The same for a part that cannot be taken; one that was put before a person already is left. */
  public void quarantinePart(
      Handle handle, long parent, String part, Arrival arrival, String fault, String cure) {
    insert(handle, "in", arrival, "quarantined", fault, cure)
        .ifPresent(id -> belong(handle, id, parent, part));
  }

  private static void belong(Handle handle, long id, long parent, String part) {
    handle.execute(
        "update document set parent_id = ?, part = nullif(?, '') where id = ?", parent, part, id);
  }

  /** Where a part of a document comes from. */
  public record Origin(long parent, String part) {}

  /** Where this document comes from, if it is a part that can be found again. */
  public Optional<Origin> origin(Handle handle, long id) {
    return handle
        .createQuery(
            "select parent_id, part from document where id = :id and parent_id is not null and part is not null")
        .bind("id", id)
        .map((row, context) -> new Origin(row.getLong("parent_id"), row.getString("part")))
        .findOne();
  }

  /** The highest number, behind a slash at the end of its key, of the parts of a document. */
  public int partsOf(Handle handle, long parent) {
    return handle
        .createQuery(
            """
            select coalesce(max(substring(key from '/([0-9]+)$')::int), 0)
            from document where parent_id = :parent""")
        .bind("parent", parent)
        .mapTo(Integer.class)
        .one();
  }

  /** A part of this document was applied: it is not applied again. */
  public void applyNoMore(Handle handle, long id) {
    handle.execute("update document set part = null where id = ?", id);
  }

  /** Takes parts back that were stored in this transaction. */
  public void forget(Handle handle, List<Long> ids) {
    handle
        .createUpdate("delete from document where id = any(:ids)")
        .bind("ids", ids.toArray(Long[]::new))
        .execute();
  }

  /** The next documents of a kind from an account that wait to be applied, the oldest first. */
  public List<Document> waiting(Handle handle, String kind, String account, int limit) {
    return waiting(handle, List.of(kind), account, limit);
  }

  /** The same of several kinds. */
  public List<Document> waiting(Handle handle, List<String> kinds, String account, int limit) {
    return handle
        .createQuery(
            """
            select id, kind, account, name, content, at from document
            where kind = any(:kinds) and account = :account and status = 'received'
            order by id limit :limit""")
        .bind("kinds", kinds.toArray(String[]::new))
        .bind("account", account)
        .bind("limit", limit)
        .map(DOCUMENT)
        .list();
  }

  /** The accounts from which documents of a kind wait to be applied. */
  public Set<String> accountsWaiting(Handle handle, String kind) {
    return handle
        .createQuery(
            "select distinct account from document where kind = :kind and status = 'received'")
        .bind("kind", kind)
        .mapTo(String.class)
        .set();
  }

  /**
   * Of these documents the ones that still wait, locked to this transaction; another hub may have
   * been faster.
   */
  public Set<Long> claim(Handle handle, List<Long> ids) {
    return handle
        .createQuery(
            """
            select id from document where id = any(:ids) and status = 'received'
            order by id for update skip locked""")
        .bind("ids", ids.toArray(Long[]::new))
        .mapTo(Long.class)
        .set();
  }

  /** Whether a document still waits to be applied. */
  public boolean waits(Handle handle, long id) {
    return handle
        .createQuery("select status = 'received' from document where id = :id")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  /** Marks documents as applied, in the transaction that applied them. */
  public void applied(Handle handle, List<Long> ids) {
    settle(handle, ids, "applied", null, null);
  }

  /** Marks a document as not for us, with the reason. */
  public void ignored(Handle handle, long id, String reason) {
    settle(handle, List.of(id), "ignored", reason, null);
  }

  /** Puts a document before a person, with what is wrong and what to do. */
  public void quarantine(Handle handle, long id, String fault, String cure) {
    settle(handle, List.of(id), "quarantined", fault, cure);
  }

  /** Marks one of our own documents as sent. */
  public void sent(Handle handle, long id) {
    settle(handle, List.of(id), "sent", null, null);
  }

  /** The newest document of a kind and a name from an account. */
  public Optional<Document> newest(Handle handle, String kind, String account, String name) {
    return handle
        .createQuery(
            """
            select id, kind, account, name, content, at from document
            where kind = :kind and account = :account and name = :name order by id desc limit 1""")
        .bind("kind", kind)
        .bind("account", account)
        .bind("name", name)
        .map(DOCUMENT)
        .findOne();
  }

  /** One document. */
  public Document get(Handle handle, long id) {
    return handle
        .createQuery("select id, kind, account, name, content, at from document where id = :id")
        .bind("id", id)
        .map(DOCUMENT)
        .one();
  }

  private void settle(Handle handle, List<Long> ids, String status, String fault, String cure) {
    handle
        .createUpdate(
            """
            update document set status = :status, fault = :fault, cure = :cure, settled_at = :at
            where id = any(:ids)""")
        .bind("status", status)
        .bind("fault", fault)
        .bind("cure", cure)
        .bind("at", clock.instant())
        .bind("ids", ids.toArray(Long[]::new))
        .execute();
  }

  private Optional<Long> insert(
      Handle handle, String direction, Arrival arrival, String status, String fault, String cure) {
    return handle
        .createQuery(
            """
            insert into document (direction, kind, account, key, name, content, status, fault, cure, at)
            values (:direction, :kind, :account, :key, :name, :content, :status, :fault, :cure, :at)
            on conflict (key) do nothing
            returning id""")
        .bind("direction", direction)
        .bind("kind", arrival.kind())
        .bind("account", arrival.account())
        .bind("key", arrival.key())
        .bind("name", arrival.name())
        .bind("content", arrival.content())
        .bind("status", status)
        .bind("fault", fault)
        .bind("cure", cure)
        .bind("at", clock.instant())
        .mapTo(Long.class)
        .findOne();
  }
}
