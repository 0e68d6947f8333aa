package io.serai.document;

import io.serai.mapping.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * Files that may be large: they stream in and out of the database in parts, so that none is ever in
 * memory whole. A small one is kept in its document.
 */
public final class DocumentParts {
  /** The size of a part in bytes, and the largest file that is kept in its document. */
  public static final int PART = 256 * 1024;

  private final Clock clock;

  public DocumentParts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Stores a file that has arrived, to be applied later, and leaves its stream open.
   *
   * @param key to which the content's SHA-256 is added
   * @return false when the same file was here before
   */
  public boolean receive(
      Handle handle, String kind, String account, String key, String name, InputStream content) {
    try {
      MessageDigest digest = Digest.begin();
      DigestInputStream digested = new DigestInputStream(content, digest);
      long id = nextId(handle);
      byte[] first = digested.readNBytes(PART);
      byte[] second = digested.readNBytes(PART);
      boolean small = second.length == 0;
      if (!small) {
        store(handle, id, first, second, digested);
      }
      String whole = key + ":" + Digest.of(digest);
      return insert(handle, id, kind, account, whole, name, small ? first : new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot receive " + name + " of " + account, e);
    }
  }

  /** The content of a document, part by part; the handle is used at each part. */
  public InputStream open(Handle handle, Document document) {
    return document.content().length > 0
        ? new ByteArrayInputStream(document.content())
        : new PartStream(handle, document.id());
  }

  /** The content of a document as a whole, for files that are known to be small. */
  public byte[] whole(Handle handle, Document document) {
    try (InputStream content = open(handle, document)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long nextId(Handle handle) {
    return handle
        .createQuery("select nextval(pg_get_serial_sequence('document', 'id'))")
        .mapTo(Long.class)
        .one();
  }

  private static void store(Handle handle, long id, byte[] first, byte[] second, InputStream rest)
      throws IOException {
    insertPart(handle, id, 1, first);
    int number = 2;
    for (byte[] part = second; part.length > 0; part = rest.readNBytes(PART)) {
      insertPart(handle, id, number++, part);
    }
  }

  private static void insertPart(Handle handle, long id, int number, byte[] content) {
    handle.execute(
        "insert into document_part (document_id, number, content) values (?, ?, ?)",
        id,
        number,
        content);
  }

  private boolean insert(
      Handle handle,
      long id,
      String kind,
      String account,
      String key,
      String name,
      byte[] content) {
    boolean isNew =
        handle
                .createUpdate(
                    """
                    insert into document (id, direction, kind, account, key, name, content, status, at)
                    overriding system value
                    values (:id, 'in', :kind, :account, :key, :name, :content, 'received', :at)
                    on conflict (key) do nothing""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("account", account)
                .bind("key", key)
                .bind("name", name)
                .bind("content", content)
                .bind("at", clock.instant())
                .execute()
            > 0;
    if (!isNew) {
      handle.execute("delete from document_part where document_id = ?", id);
    }
    return isNew;
  }
}
