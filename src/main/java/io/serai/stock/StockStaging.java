package io.serai.stock;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The rows of a stock file on their way into a temporary table of the session, by COPY: while the
 * next rows are read, the database takes in those before.
 */
public final class StockStaging {
  private static final String UNESCAPED = "\\\t\n\r";
  private static final int FLUSH = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder rows = new StringBuilder(FLUSH + 1024);
  private int at;

  private StockStaging(CopyIn copy) {
    this.copy = copy;
  }

  /** Makes the tables and begins to copy; until {@link #end} the session does nothing else. */
  static StockStaging begin(Handle session) {
    StockAdvices.dropTables(session);
    session.execute(
        """
        create temporary table advised (sku text, quantity integer, unit_cost numeric, lead_days integer,
          restock_date date, restock_quantity integer, at integer)""");
    try {
      return new StockStaging(
          session
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy advised from stdin"));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Adds a row. */
  public void add(StockAdviceLine line) {
    escape(line.sku());
    rows.append('\t').append(line.quantity()).append('\t');
    rows.append(line.unitCost().map(BigDecimal::toPlainString).orElse("\\N")).append('\t');
    rows.append(line.leadDays().map(Object::toString).orElse("\\N")).append('\t');
    rows.append(line.restockDate().map(Object::toString).orElse("\\N")).append('\t');
    rows.append(line.restockQuantity().map(Object::toString).orElse("\\N")).append('\t');
    rows.append(at++).append('\n');
    if (rows.length() > FLUSH) {
      flush();
    }
  }

  void end() {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Gives the session back without the rows. */
  void cancel() {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
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

  // The text format of COPY: a backslash before what would end the field or the row.
  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (UNESCAPED.indexOf(c) >= 0) {
        rows.append('\\').append(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
      } else {
        rows.append(c);
      }
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("cannot copy the rows of a stock file", e);
  }
}
