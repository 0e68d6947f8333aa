package io.serai.edi.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a file, with a look ahead. */
final class FileBytes {
  /** How far ahead can be looked. */
  static final int AHEAD = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[2 * AHEAD];
  private int from;
  private int to;
  private boolean ended;

  FileBytes(InputStream in) {
    this.in = in;
  }

  /** The next byte as it is taken, or -1. */
  int next() throws IOException {
    return from < to || fill() ? buffer[from++] & 0xff : -1;
  }

  /** The next byte, which stays, or -1. */
  int peek() throws IOException {
    return from < to || fill() ? buffer[from] & 0xff : -1;
  }

  /** Takes the byte just read back. */
  void back() {
    from--;
  }

  /** Leaves bytes out. */
  void skip(int count) {
    from += count;
  }

  /** How many bytes at hand stand before the first one of these. */
  int plain(boolean[] special) {
    int at = from;
    while (at < to && !special[buffer[at] & 0xff]) {
      at++;
    }
    return at - from;
  }

  /** Takes so many of the bytes at hand. */
  void take(int count, byte[] target, int offset) {
    System.arraycopy(buffer, from, target, offset, count);
    from += count;
  }

  /** At most so many of the next bytes, which stay. */
  byte[] ahead(int count) throws IOException {
    while (to - from < count && !ended) {
      fill();
    }
    return Arrays.copyOfRange(buffer, from, Math.min(to, from + count));
  }

  private boolean fill() throws IOException {
    if (ended) {
      return from < to;
    }
    if (from > AHEAD) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, to, Math.min(AHEAD, buffer.length - to));
    ended = read < 0;
    to += Math.max(0, read);
    return from < to;
  }
}
