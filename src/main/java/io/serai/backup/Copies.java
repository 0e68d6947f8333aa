package io.serai.backup;

import io.serai.mapping.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Streams tables by PostgreSQL's COPY: a table of any size needs no more memory than an empty one.
 */
final class Copies {
  private final CopyManager copies;
  private final LongConsumer progress;

  /**
   * Copies on one connection.
   *
   * @param progress is told of bytes as they pass
   */
  Copies(Handle handle, LongConsumer progress) throws SQLException {
    this.copies = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    this.progress = progress;
  }

  /** Writes a table to a stream, which stays open. */
  Manifest.Table out(String table, List<String> columns, OutputStream to)
      throws IOException, SQLException {
    Counted counted = new Counted(to, progress);
    long rows =
        copies.copyOut("copy " + named(table, columns) + " to stdout", (OutputStream) counted);
    return new Manifest.Table(table, columns, rows, counted.bytes, Digest.of(counted.digest));
  }

  /** Fills a table from a stream, which must be what was written. */
  void in(Manifest.Table table, InputStream from) throws IOException, SQLException {
    MessageDigest digest = Digest.begin();
    InputStream read = new DigestInputStream(from, digest);
    long rows = copies.copyIn("copy " + named(table.name(), table.columns()) + " from stdin", read);
    if (rows != table.rows() || !Digest.of(digest).equals(table.sha256())) {
      throw new BackupFault(
          "The table "
              + table.name()
              + " in the backup is not what was written. Take another one.");
    }
    progress.accept(table.bytes());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String named(String table, List<String> columns) {
    return quoted(table)
        + columns.stream().map(Copies::quoted).collect(Collectors.joining(", ", " (", ")"));
  }

  private static final class Counted extends FilterOutputStream {
    private final MessageDigest digest = Digest.begin();
    private final LongConsumer progress;
    private long bytes;

    Counted(OutputStream to, LongConsumer progress) {
      super(to);
      this.progress = progress;
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      out.write(buffer, from, length);
      digest.update(buffer, from, length);
      bytes += length;
      progress.accept(length);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    // The next table goes into the same file.
    @Override
    public void close() {}
  }
}
