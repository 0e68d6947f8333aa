package io.serai.hub;

import io.serai.access.Passwords;
import io.serai.access.Users;
import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.database.Database;
import io.serai.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running hub: its database, its parts and its routes. Closing it stops the routes first and
 * the database last.
 */
public final class Hub implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

  private final Optional<EmbeddedDatabase> embedded;
  private final Database database;
  private final CamelContext context;
  private final Optional<String> firstPassword;

  private Hub(
      Optional<EmbeddedDatabase> embedded,
      Database database,
      CamelContext context,
      Optional<String> firstPassword) {
    this.embedded = embedded;
    this.database = database;
    this.context = context;
    this.firstPassword = firstPassword;
  }

  /**
   * Starts the hub.
   *
   * @param home the installation, with its routes and connectors
   * @throws io.serai.database.DatabaseFault when there is no database
   * @throws RoutesFault when a route cannot be started
   */
  public static Hub start(Configuration configuration, Path home) {
    Optional<EmbeddedDatabase> embedded =
        configuration.database().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(configuration.hub().dataFolder()));
    try {
      return start(configuration, home, embedded);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      throw e;
    }
  }

  /** The beans that routes may call, by name, for whoever checks routes without running them. */
  public static Map<String, Class<?>> beanTypes() {
    return Parts.beanTypes();
  }

  /** The placeholders that routes and Kamelets may use besides their own parameters. */
  public static Set<String> propertyNames() {
    return Set.of("hub.sweepMillis", "privacy.keepDays", "connectors.folder");
  }

  /** The database, for whoever reports on the hub from beside it. */
  public Database database() {
    return database;
  }

  /**
   * The password of the user {@code admin}, if this start has made that user: whoever started the
   * hub is told it once, and it is kept nowhere.
   */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  /** Looks how the work stands now, as the hub does from time to time. */
  void sampleMetrics() {
    metrics().sample();
  }

  private MetricsDesk metrics() {
    return context.getRegistry().lookupByNameAndType("metrics", MetricsDesk.class);
  }

  @Override
  public void close() {
    MetricsDesk metrics = metrics();
    Set<TraceExport> exports = context.getRegistry().findByType(TraceExport.class);
    context.stop();
    metrics.close();
    exports.forEach(TraceExport::close);
    database.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private static Hub start(
      Configuration configuration, Path home, Optional<EmbeddedDatabase> embedded) {
    Database database = open(configuration, embedded);
    try {
      Clock clock =
          configuration
              .hub()
              .clock()
              .<Clock>map(time -> new SimulatedClock(time, Clock.systemUTC()))
              .orElse(Clock.systemUTC());
      Path connectorsFolder =
          configuration.hub().connectorsFolder().orElse(home.resolve("connectors"));
      ConnectorCatalog connectors = ConnectorCatalog.scan(connectorsFolder);
      Merchant merchant = Merchant.of(configuration, configuration.hub().templatesFolder());
      Map<String, Object> beans =
          Parts.beans(
              merchant, database, clock, connectors, ApiDesk.of(configuration, connectors, clock));
      DeliveryDesk deliveries = (DeliveryDesk) beans.get("deliveries");
      deliveries.reclaim();
      ((SubscriptionDesk) beans.get("subscriptions")).reclaim();
      CamelContext context =
          new Routes(
                  configuration,
                  connectors,
                  connectorsFolder,
                  configuration.hub().routesFolder().orElse(home.resolve("routes")))
              .start(beans);
      LOG.info("Hub {} is running", configuration.hub().name());
      return new Hub(
          embedded,
          database,
          context,
          database.inTransaction(new Users(Clock.systemUTC(), new Passwords())::makeFirstAdmin));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database open(Configuration configuration, Optional<EmbeddedDatabase> embedded) {
    return embedded
        .map(server -> Database.open(server.url(), "postgres", "", 16))
        .orElseGet(
            () -> {
              var external = configuration.database().orElseThrow();
              return Database.open(
                  external.url(),
                  external.user(),
                  external.password().reveal(),
                  external.maxConnections());
            });
  }
}
