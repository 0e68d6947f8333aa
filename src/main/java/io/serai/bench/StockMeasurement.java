package io.serai.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.backorder.RestockNews;
import io.serai.backorder.Restocks;
import io.serai.database.Database;
import io.serai.database.EmbeddedDatabase;
import io.serai.document.Document;
import io.serai.document.DocumentParts;
import io.serai.document.DocumentStore;
import io.serai.exchange.ApplyingStock;
import io.serai.exchange.WholeFiles;
import io.serai.exchange.csv.CsvFormat;
import io.serai.stock.StockAdvices;
import io.serai.stock.StockAge;
import io.serai.supplier.Supplier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Measures the whole way of a stock file, from its bytes to committed offers, beside PostgreSQL's
 * own COPY of the same rows into an equal table, on the same server in the same run.
 */
public final class StockMeasurement {
  private static final String FILE = "supplier-file";
  private static final String NORTH = "north";
  private static final int WARM_UP = 50_000;

  private final int rows;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A measurement.
   *
   * @param folder an empty one, for the database and the files
   * @param progress is told what is being done
   */
  public StockMeasurement(int rows, Path folder, Consumer<String> progress) {
    this.rows = rows;
    this.folder = folder;
    this.progress = progress;
  }

  /** A file's way into the offers, or a COPY. */
  public record Measured(String name, int rows, double seconds) {
    /** Rows a second. */
    public double rowsPerSecond() {
      return rows / seconds;
    }
  }

  /**
   * What was measured.
   *
   * @param copy the fastest COPY of the run
   * @param files the hub's way: first load, the same again, 10 % changed, all changed
   * @param liveMiB the most heap in use right after a collection while the hub worked
   * @param usedMiB the most heap in use at all, garbage included
   */
  public record Result(Measured copy, List<Measured> files, long liveMiB, long usedMiB) {
    /** How much of COPY's speed a file reaches. */
    public double ratio(Measured file) {
      return file.rowsPerSecond() / copy.rowsPerSecond();
    }
  }

  /**
   * Runs; takes about a minute for a million rows.
   *
   * @throws IOException when the folder cannot be written
   */
  public Result run() throws IOException {
    progress.accept("Making the rows and starting PostgreSQL ...");
    Path copyFile = folder.resolve("offers.copy");
    StockRows generated = new StockRows(rows);
    generated.writeCopy(copyFile);
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("data"));
        Database database = Database.open(server.url(), "postgres", "", 4)) {
      Hub hub = new Hub(database);
      warmUp(database, hub);
      List<Measured> files = new ArrayList<>();
      Measured copy = copy(database, copyFile);
      HeapWatch heap = HeapWatch.start();
      for (Step step : Step.values()) {
        Path file = folder.resolve("STOCK-" + step + ".csv");
        generated.writeFile(file, step.changed);
        progress.accept(step.title + " ...");
        calm(database);
        files.add(time(step.title, () -> hub.take(file)));
        Files.delete(file);
      }
      heap.stop();
      Measured again = copy(database, copyFile);
      Measured fastest = copy.seconds() < again.seconds() ? copy : again;
      return new Result(fastest, files, heap.liveMiB(), heap.usedMiB());
    }
  }

  // A hub runs for months, and PostgreSQL is compiled already: neither is measured while it starts.
  private void warmUp(Database database, Hub hub) throws IOException {
    for (int changed : new int[] {0, 10, 100}) {
      Path file = folder.resolve("STOCK-warm-" + changed + ".csv");
      new StockRows(Math.min(rows, WARM_UP)).writeFile(file, changed);
      hub.take(file);
      Files.delete(file);
    }
    execute(database, "truncate offer, supplier_stock");
  }

  private enum Step {
    FIRST("first load", 0),
    SAME("the same again", 0),
    DAILY("10 % changed", 10),
    ALL("all changed", 100);

    private final String title;
    private final int changed;

    Step(String title, int changed) {
      this.title = title;
      this.changed = changed;
    }
  }

  private Measured copy(Database database, Path file) {
    progress.accept("COPY of the same rows ...");
    execute(database, "drop table if exists offer_copied");
    execute(database, "create table offer_copied (like offer including all)");
    calm(database);
    return time(
        "COPY",
        () -> {
          try (Connection connection = database.dataSource().getConnection();
              InputStream in = Files.newInputStream(file)) {
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                    "copy offer_copied (sku, supplier, reported, on_hand, reserved, unit_cost, lead_days,"
                        + " restock_date, restock_quantity, changed_at) from stdin",
                    in,
                    1 << 16);
          } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot copy the rows", e);
          }
        });
  }

  // What one measurement left to be written would be paid for by the next.
  private static void calm(Database database) {
    execute(database, "vacuum (analyze) offer");
    execute(database, "checkpoint");
  }

  private static void execute(Database database, String statement) {
    try (Connection connection = database.dataSource().getConnection();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot " + statement, e);
    }
  }

  private Measured time(String name, Runnable work) {
    long start = System.nanoTime();
    work.run();
    return new Measured(name, rows, (System.nanoTime() - start) / 1e9);
  }

  /** The parts of a hub that a stock file passes. */
  private static final class Hub {
    private final Database database;
    private final DocumentStore documents = new DocumentStore(Clock.systemUTC());
    private final DocumentParts parts = new DocumentParts(Clock.systemUTC());
    private final Supplier north =
        new Supplier(NORTH, true, 0, 2, BigDecimal.ZERO, "", Set.of(), "");
    private final CsvFormat format =
        new CsvFormat(JsonNodeFactory.instance.objectNode(), north::skuOf);
    private final ApplyingStock applying =
        new ApplyingStock(
            documents,
            new StockAdvices(Clock.systemUTC()),
            new StockAge(Clock.systemUTC(), Map.of()),
            new Restocks(Clock.systemUTC()),
            new RestockNews(Clock.systemUTC()),
            Map.of(NORTH, north));

    Hub(Database database) {
      this.database = database;
    }

    void take(Path file) {
      String name = file.getFileName().toString();
      database.useTransaction(
          handle -> {
            try (InputStream content = Files.newInputStream(file)) {
              parts.receive(handle, FILE, NORTH, name, name, content);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      for (Document waiting :
          database.inTransaction(handle -> documents.waiting(handle, FILE, NORTH, 1))) {
        applying.apply(database, waiting, new WholeFiles(format, parts));
      }
    }
  }
}
