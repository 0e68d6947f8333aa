package io.serai.stock;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table, in the text format of PostgreSQL's COPY: while the next rows are
 * made, the database takes in those before. Until it ends, its session does nothing else.
 */
final class CopyText {
  private static final String UNESCAPED = "\\\t\n\r";
  private static final int FLUSH = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder rows = new StringBuilder(FLUSH + 1024);
  private boolean inRow;

  private CopyText(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Begins to copy.
   *
   * @param statement such as {@code copy offer from stdin}
   */
  static CopyText begin(Handle session, String statement) {
    try {
      return new CopyText(
          session.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The next column of the row, with what ends a column or a row escaped. */
  CopyText text(String value) {
    separate();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (UNESCAPED.indexOf(c) >= 0) {
        rows.append('\\').append(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
      } else {
        rows.append(c);
      }
    }
    return this;
  }

  /** The next column, of a number. */
  CopyText number(int value) {
    separate();
    rows.append(value);
    return this;
  }

  /** The next column, a number or a date, or null where there is none. */
  CopyText value(Optional<?> value) {
    separate();
    rows.append(value.isPresent() ? value.get().toString() : "\\N");
    return this;
  }

  /** Ends the row. */
  void endRow() {
    rows.append('\n');
    inRow = false;
    if (rows.length() > FLUSH) {
      flush();
    }
  }

  /** Has the database take in what is left. */
  void end() {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Gives the session back without the rows, if it has not ended. */
  void cancel() {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void separate() {
    if (inRow) {
      rows.append('\t');
    }
    inRow = true;
  }

  private void flush() {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("cannot copy the rows of a stock file", e);
  }
}
