package io.serai.document;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Stores what channels say of orders, once for each change. A state that comes back, such as an
 * order that is released after a hold, is a change again: only what the newest document of the
 * order says already is left out.
 */
public final class Revisions {
  private final DocumentStore documents;

  public Revisions(DocumentStore documents) {
    this.documents = documents;
  }

  private record Newest(long id, String key) {}

  /**
   * Stores a revision of an order, to be applied later; false when the newest says the same.
   *
   * @param number of the order
   * @param digest of what makes it another revision
   */
  public boolean receive(
      Handle handle, String channel, String number, String digest, byte[] content) {
    String key = "order:" + channel + ":" + number + ":" + digest;
    Optional<Newest> newest = newest(handle, channel, number);
    if (newest.filter(document -> document.key().startsWith(key)).isPresent()) {
      return false;
    }
    return documents.receive(handle, new Arrival("order", channel, key, number, content))
        || newest
            .map(document -> key + ":" + document.id())
            .map(again -> new Arrival("order", channel, again, number, content))
            .map(arrival -> documents.receive(handle, arrival))
            .orElse(false);
  }

  private static Optional<Newest> newest(Handle handle, String channel, String number) {
    return handle
        .createQuery(
            """
            select id, key from document where kind = 'order' and account = :channel and name = :number
            order by id desc limit 1""")
        .bind("channel", channel)
        .bind("number", number)
        .map((row, context) -> new Newest(row.getLong("id"), row.getString("key")))
        .findOne();
  }
}
