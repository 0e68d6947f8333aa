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

  /** The next documents of a kind from an account that wait to be applied, the oldest first. */
  public List<Document> waiting(Handle handle, String kind, String account, int limit) {
    return handle
        .createQuery(
            """
            select id, kind, account, name, content, at from document
            where kind = :kind and account = :account and status = 'received' order by id limit :limit""")
        .bind("kind", kind)
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
