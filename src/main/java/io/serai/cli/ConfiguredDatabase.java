package io.serai.cli;

import io.serai.config.Configuration;
import io.serai.config.Secret;
import io.serai.database.Database;
import io.serai.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database that a configuration names, for a command that works beside the hub: an external
 * one, the embedded one of a hub that runs, or the embedded one started for the command.
 */
final class ConfiguredDatabase implements AutoCloseable {
  private static final int FEW = 2;
  private static final Secret NONE = new Secret("");

  private final String url;
  private final String user;
  private final Secret password;
  private final Optional<EmbeddedDatabase> started;

  private ConfiguredDatabase(
      String url, String user, Secret password, Optional<EmbeddedDatabase> started) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.started = started;
  }

  /** The database as it is, whether a hub runs on it or not. */
  static ConfiguredDatabase of(Configuration configuration) {
    Path folder = configuration.hub().dataFolder();
    return external(configuration)
        .or(
            () ->
                EmbeddedDatabase.running(folder)
                    .map(url -> new ConfiguredDatabase(url, "postgres", NONE, Optional.empty())))
        .orElseGet(() -> started(folder));
  }

  /**
   * The database for this command alone.
   *
   * @throws io.serai.database.DatabaseFault when a hub runs on the embedded one
   */
  static ConfiguredDatabase alone(Configuration configuration) {
    return external(configuration).orElseGet(() -> started(configuration.hub().dataFolder()));
  }

  /** Opens it with the tables of this version. */
  Database open() {
    return Database.open(url, user, password.reveal(), FEW);
  }

  /** Opens it with the tables of an earlier version, if it has none yet. */
  Database openAt(int version) {
    return Database.openAt(url, user, password.reveal(), FEW, version);
  }

  @Override
  public void close() {
    started.ifPresent(EmbeddedDatabase::close);
  }

  private static Optional<ConfiguredDatabase> external(Configuration configuration) {
    return configuration
        .database()
        .map(
            named ->
                new ConfiguredDatabase(
                    named.url(), named.user(), named.password(), Optional.empty()));
  }

  private static ConfiguredDatabase started(Path folder) {
    EmbeddedDatabase server = EmbeddedDatabase.start(folder);
    return new ConfiguredDatabase(server.url(), "postgres", NONE, Optional.of(server));
  }
}
