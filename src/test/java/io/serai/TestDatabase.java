package io.serai;

import io.serai.database.Database;
import io.serai.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One real PostgreSQL for all tests of a run; each test has a database of its own in it. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedDatabase SERVER = start();
  private static final String MIGRATED = "migrated";

  static {
    // No test of this database pulls the plug.
    execute("alter system set fsync = off");
    execute("alter system set synchronous_commit = off");
    execute("select pg_reload_conf()");
    create(MIGRATED, "template0");
    Database.open(url(MIGRATED), "postgres", "", 2).close();
  }

  private TestDatabase() {}

  /** A database with the hub's tables and nothing in them. */
  public static Database fresh() {
    return Database.open(freshUrl(), "postgres", "", 20);
  }

  /** The address of such a database, for whoever opens it with the user {@code postgres}. */
  public static String freshUrl() {
    String name = "test_" + COUNT.incrementAndGet();
    create(name, MIGRATED);
    return url(name);
  }

  // A copy is made faster than the migrations run.
  private static void create(String name, String template) {
    execute("create database " + name + " template " + template);
  }

  private static void execute(String command) {
    try (Connection any = DriverManager.getConnection(SERVER.url(), "postgres", "");
        Statement statement = any.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String url(String name) {
    return SERVER.url().replaceFirst("/postgres\\?", "/" + name + "?");
  }

  private static EmbeddedDatabase start() {
    try {
      Path folder = Files.createTempDirectory("serai-test-database");
      EmbeddedDatabase server = EmbeddedDatabase.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // At once: nobody wants what is in it, so it need not be written to the disk first.
  private static void stop(Path folder) {
    Path running = folder.resolve("postgres/postmaster.pid");
    try {
      String pid = Files.readAllLines(running).get(0).strip();
      new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
      for (int i = 0; i < 100 && Files.exists(running); i++) {
        Thread.sleep(50);
      }
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
