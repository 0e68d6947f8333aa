package io.serai.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * How the work in the database stands, sampled from time to time and not at each scrape. Every hub
 * on one database says the same of it. Each query reads only what waits, by a partial index, or
 * what is new, by its id.
 */
public final class Standing {
  private static final List<Sample> LABELLED =
      List.of(
          new Sample(
              "serai.deliveries.owed",
              "Deliveries that wait to be sent or are being sent",
              """
              select kind, account, count(*) as value from delivery
              where state in ('owed', 'sending') group by kind, account"""),
          new Sample(
              "serai.delivery.oldest.owed.seconds",
              "Age of the oldest delivery that is owed and due, or being sent",
              """
              select kind, account, extract(epoch from now() - min(due_at)) as value from delivery
              where state in ('owed', 'sending') and due_at <= now() group by kind, account"""),
          new Sample(
              "serai.documents.waiting",
              "Documents that have come and are not applied",
              """
              select kind, account, count(*) as value from document
              where status = 'received' group by kind, account"""),
          new Sample(
              "serai.poll.last.success.timestamp.seconds",
              "When a channel was last polled, or a supplier's files were last looked for, as a Unix time",
              """
              select 'orders' as kind, channel as account, extract(epoch from polled_at) as value
              from poll where what = 'orders'
              union all
              select 'files', supplier, extract(epoch from at) from supplier_look"""));

  private static final List<Sample> SINGLE =
      List.of(
          new Sample(
              "serai.deliveries.quarantined",
              "Deliveries that a person must look at",
              "select count(*) as value from delivery where state = 'quarantined'"),
          new Sample(
              "serai.documents.quarantined",
              "Documents that a person must look at",
              "select count(*) as value from document where status = 'quarantined'"),
          new Sample(
              "serai.alerts.open",
              "Alerts that nobody has settled",
              "select count(*) as value from alert where settled_at is null"),
          new Sample(
              "serai.intake.lag.seconds",
              "Age of the oldest document that is not applied",
              """
              select coalesce(extract(epoch from now() - min(at)), 0) as value from document
              where status = 'received'"""),
          new Sample(
              "serai.backorder.units",
              "Units that wait for stock",
              "select coalesce(sum(quantity), 0) as value from backorder where quantity > 0"),
          new Sample(
              "serai.orders.open",
              "Orders that have not reached their end",
              "select count(*) as value from customer_order where ended_at is null"),
          new Sample(
              "serai.orders.on.hold",
              "Orders that someone holds",
              "select count(*) as value from customer_order where hold_reason is not null"));

  private final Map<String, MultiGauge> labelled = new TreeMap<>();
  private final Map<String, Double> single = new ConcurrentHashMap<>();
  private final Arrived orders;
  private final Arrived documents;

  private record Sample(String name, String help, String query) {}

  /** What is sampled stands in this registry. */
  public Standing(MeterRegistry registry) {
    for (Sample sample : LABELLED) {
      labelled.put(
          sample.name(),
          MultiGauge.builder(sample.name()).description(sample.help()).register(registry));
    }
    for (Sample sample : SINGLE) {
      Gauge.builder(sample.name(), single, values -> values.getOrDefault(sample.name(), Double.NaN))
          .description(sample.help())
          .register(registry);
    }
    orders = Arrived.orders(registry);
    documents = Arrived.documents(registry);
  }

  /** Looks how it stands now. */
  public void sample(Handle handle) {
    LABELLED.forEach(
        sample -> labelled.get(sample.name()).register(rows(handle, sample.query()), true));
    for (Sample sample : SINGLE) {
      single.put(sample.name(), handle.createQuery(sample.query()).mapTo(Double.class).one());
    }
    orders.count(handle);
    documents.count(handle);
  }

  private static List<MultiGauge.Row<?>> rows(Handle handle, String query) {
    return handle
        .createQuery(query)
        .<MultiGauge.Row<?>>map(
            (row, context) ->
                MultiGauge.Row.of(
                    Tags.of("kind", row.getString("kind"), "account", row.getString("account")),
                    row.getDouble("value")))
        .list();
  }
}
