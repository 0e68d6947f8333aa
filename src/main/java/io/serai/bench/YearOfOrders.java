package io.serai.bench;

import io.serai.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Fills an empty database with a year of orders and all that belongs to them, as a hub leaves them:
 * made by PostgreSQL itself, since to plan a million orders would take longer than to look at them.
 */
public final class YearOfOrders {
  private static final int AT_ONCE = 50_000;
  private static final int MULTIPLE = 1_000;

  private final int orders;
  private final Consumer<String> progress;

  /**
   * A year of orders.
   *
   * @param orders a multiple of 1,000
   * @param progress is told how far it is
   * @throws IllegalArgumentException for another number
   */
  public YearOfOrders(int orders, Consumer<String> progress) {
    if (orders < MULTIPLE || orders % MULTIPLE != 0) {
      throw new IllegalArgumentException(
          "orders must be a multiple of %,d, not %,d".formatted(MULTIPLE, orders));
    }
    this.orders = orders;
    this.progress = progress;
  }

  /** Writes them; some minutes for a million. */
  public void write(Database database) {
    String batch = script("orders.sql");
    for (int from = 1; from <= orders; from += AT_ONCE) {
      int to = Math.min(orders, from + AT_ONCE - 1);
      int first = from;
      database.useTransaction(handle -> run(handle, batch, first, to));
      progress.accept("%,d of %,d orders are there".formatted(to, orders));
    }
    database.useTransaction(handle -> run(handle, script("stock.sql"), 1, orders));
    progress.accept("analyze ...");
    database.useTransaction(handle -> handle.execute("analyze"));
  }

  // By PostgreSQL's own driver: a script is several statements, and :: is no parameter.
  private void run(Handle handle, String script, int from, int to) {
    String filled =
        script
            .replace(":orders", Integer.toString(orders))
            .replace(":from", Integer.toString(from))
            .replace(":to", Integer.toString(to));
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute(filled);
    } catch (SQLException e) {
      throw new IllegalStateException("orders " + from + " to " + to + ": " + e.getMessage(), e);
    }
  }

  private static String script(String name) {
    try (InputStream in = YearOfOrders.class.getResourceAsStream("/bench/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
