package io.serai.hub.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file as it streams in, which ends well only if it has the size that its server lists: a
 * connection that breaks looks like the end of the file otherwise.
 */
public final class WholeFile extends FilterInputStream {
  private final String name;
  private final long size;
  private long read;

  /**
   * @param size in bytes
   */
  public WholeFile(String name, long size, InputStream content) {
    super(content);
    this.name = name;
    this.size = size;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    seen(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    seen(count);
    return count;
  }

  private void seen(int count) throws IOException {
    if (count >= 0) {
      read += count;
    } else if (read != size) {
      throw new IOException(
          name
              + " ended after "
              + read
              + " bytes where its server lists "
              + size
              + ": the connection broke or the file still grows; it is fetched again");
    }
  }
}
