package io.serai.document;

import java.io.InputStream;
import org.jdbi.v3.core.Handle;

/** The parts of a document one behind the other, one in memory at a time. */
final class PartStream extends InputStream {
  private final Handle handle;
  private final long document;
  private byte[] part = new byte[0];
  private int at;
  private int number;

  PartStream(Handle handle, long document) {
    this.handle = handle;
    this.document = document;
  }

  @Override
  public int read() {
    return more() ? part[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, part.length - at);
    System.arraycopy(part, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean more() {
    if (at == part.length) {
      part =
          handle
              .createQuery(
                  "select content from document_part where document_id = :id and number = :number")
              .bind("id", document)
              .bind("number", ++number)
              .mapTo(byte[].class)
              .findOne()
              .orElse(new byte[0]);
      at = 0;
    }
    return part.length > 0;
  }
}
