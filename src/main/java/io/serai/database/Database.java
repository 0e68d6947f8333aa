package io.serai.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The hub's PostgreSQL: a pool of connections, migrated to this version's tables before anything
 * else uses it.
 */
public final class Database implements AutoCloseable {
  /** So many connections are kept while nobody needs them; the others come as they are needed. */
  private static final int FEW = 4;

  private static final String MIGRATIONS = "classpath:db/migration";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi =
        Jdbi.create(pool)
            .installPlugin(new PostgresPlugin())
            .registerArrayType(Instant.class, "timestamptz")
            .registerArrayType(BigDecimal.class, "numeric");
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param maxConnections the most connections this hub holds at once
   * @throws DatabaseFault when it cannot be reached or migrated
   */
  public static Database open(String url, String user, String password, int maxConnections) {
    return open(url, user, password, maxConnections, MigrationVersion.LATEST);
  }

  /**
   * The same with tables as an earlier version of the migrations has made them, for a backup; a
   * version that this program does not know yet gives the newest that it knows.
   */
  public static Database openAt(
      String url, String user, String password, int maxConnections, int version) {
    return open(
        url,
        user,
        password,
        maxConnections,
        MigrationVersion.fromVersion(Integer.toString(version)));
  }

  private static Database open(
      String url, String user, String password, int maxConnections, MigrationVersion version) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(maxConnections);
    config.setMinimumIdle(Math.min(FEW, maxConnections));
    config.setPoolName("serai");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "serai");
    try {
      Database database = new Database(new HikariDataSource(config));
      Flyway.configure()
          .dataSource(database.pool)
          .locations(MIGRATIONS)
          .target(version)
          .load()
          .migrate();
      return database;
    } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      throw new DatabaseFault(
          "Cannot open the database at "
              + url
              + " as "
              + user
              + ": "
              + e.getMessage()
              + ". Check database.url, database.user and database.password in serai.yaml.",
          e);
    }
  }

  /**
   * Does the work in one transaction and returns its result; an exception rolls everything back.
   */
  public <T> T inTransaction(Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  /** Does the work in one transaction; an exception rolls everything back. */
  public void useTransaction(Consumer<Handle> work) {
    jdbi.useTransaction(work::accept);
  }

  /**
   * Does the work on a connection of its own, without a transaction, so that it may begin several
   * in turn; within another session it is a second connection.
   */
  public void useSession(Consumer<Handle> work) {
    try (Handle session = jdbi.open()) {
      work.accept(session);
    }
  }

  /** The version of the tables, as its last migration has left them. */
  public int schemaVersion() {
    return inTransaction(
        handle ->
            handle
                .createQuery(
                    "select max(version::integer) from flyway_schema_history where success")
                .mapTo(Integer.class)
                .one());
  }

  /** Lets the pool tell how it is used. */
  public void measure(MeterRegistry registry) {
    pool.setMetricRegistry(registry);
  }

  /** The pool itself, for parts that speak JDBC. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
