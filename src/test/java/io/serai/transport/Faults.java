package io.serai.transport;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server does wrong, and how often yet. */
public final class Faults {
  /** Connections that are dropped in the middle of a file that is fetched. */
  public final AtomicInteger drops = new AtomicInteger();

  /** Renames that are refused. */
  public final AtomicInteger refusedRenames = new AtomicInteger();

  /** Uploads in the middle of which the disk is full. */
  public final AtomicInteger fullDisks = new AtomicInteger();

  /** Whether it is time for a fault, which is then used up. */
  static boolean isDue(AtomicInteger left) {
    return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  /** A stream that breaks after a few bytes. */
  static InputStream breaking(InputStream content, Runnable drop) {
    return new FilterInputStream(content) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, Math.min(length, 10));
        drop.run();
        return count;
      }
    };
  }

  /** A disk that takes a few bytes only. */
  static OutputStream full(OutputStream content) {
    return new FilterOutputStream(content) {
      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, Math.min(length, 10));
        throw new IOException("No space left on device");
      }
    };
  }
}
