package io.serai.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.serai.config.Secret;
import io.serai.database.Database;
import io.serai.metrics.Meters;
import io.serai.metrics.Standing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code metrics}: what the hub counts and times, for Prometheus. Without a configured token
 * there is nothing to see, and with one only for whoever sends it.
 */
public final class MetricsDesk {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsDesk.class);

  private final Database database;
  private final Meters meters;
  private final Standing standing;
  private final List<AutoCloseable> listening = new ArrayList<>();
  private Optional<Secret> token = Optional.empty();

  MetricsDesk(Database database, Meters meters) {
    this.database = database;
    this.meters = meters;
    this.standing = new Standing(meters.registry());
  }

  /**
   * Begins to measure the process and the routes of a hub, when somebody may see it.
   *
   * @param folder whose free space is measured
   */
  void watch(CamelContext context, Optional<Secret> token, Path folder) {
    this.token = token;
    if (token.isEmpty()) {
      return;
    }
    MeterRegistry registry = meters.registry();
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new DiskSpaceMetrics(existing(folder).toFile(), Tags.empty()).bindTo(registry);
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(registry);
    LogbackMetrics lines = new LogbackMetrics();
    lines.bindTo(registry);
    listening.addAll(List.of(collections, lines));
    database.measure(registry);
    MicrometerRoutePolicyFactory routes = new MicrometerRoutePolicyFactory();
    routes.setMeterRegistry(registry);
    context.addRoutePolicyFactory(routes);
  }

  // With a database elsewhere the folder may not have been made.
  private static Path existing(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  /** Looks how the work in the database stands; without anybody who may see it, nothing. */
  public void sample() {
    if (token.isPresent()) {
      database.useTransaction(standing::sample);
    }
  }

  /** All metrics, for whoever has the token. */
  public void show(@Header("Authorization") String authorization, Exchange exchange) {
    if (token.isEmpty()) {
      PlainReply.text(exchange, 404, "There are no metrics here: hub.metrics is not set.\n");
    } else if (!isRight(authorization)) {
      PlainReply.text(exchange, 401, "The token of hub.metrics is wanted as a bearer token.\n");
      exchange.getMessage().setHeader("WWW-Authenticate", "Bearer");
    } else {
      PlainReply.reply(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
    }
  }

  /** Ends to listen to what outlives a hub. */
  void close() {
    for (AutoCloseable each : listening) {
      try {
        each.close();
      } catch (Exception e) {
        LOG.warn("A meter could not be ended", e);
      }
    }
  }

  private boolean isRight(String authorization) {
    String wanted = "Bearer " + token.orElseThrow().reveal();
    return authorization != null
        && MessageDigest.isEqual(
            authorization.getBytes(StandardCharsets.UTF_8),
            wanted.getBytes(StandardCharsets.UTF_8));
  }
}
