package io.serai.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What this process counts and times of its own work, since it has started. No label of it grows
 * with the trade: neither orders nor SKUs are named.
 */
public final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer plans =
      histogram("serai.plan.duration", "Time to plan one order over its suppliers", 1, 5_000);
  private final Timer intakes =
      histogram("serai.intake.duration", "Time to take in orders together", 1, 60_000);

  /** How an attempt to have an effect on the outside has ended. */
  public enum Outcome {
    DONE,
    RETRIED,
    POSTPONED,
    QUARANTINED;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where further meters are kept. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All meters, in the text format of Prometheus. */
  public String scrape() {
    return registry.scrape();
  }

  /** Does the work of planning one order, and notes how long it takes. */
  public <T> T plan(Supplier<T> work) {
    return plans.record(work);
  }

  /** Does the work of one intake, and notes how long it takes, even if it fails. */
  public void intake(Runnable work) {
    intakes.record(work);
  }

  /** Notes an attempt of a delivery. */
  public void attempt(String kind, String account, Outcome outcome) {
    registry
        .counter(
            "serai.delivery.attempts", "kind", kind, "account", account, "outcome", outcome.word())
        .increment();
  }

  private Timer histogram(String name, String help, long least, long most) {
    return Timer.builder(name)
        .description(help)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(least))
        .maximumExpectedValue(Duration.ofMillis(most))
        .register(registry);
  }
}
