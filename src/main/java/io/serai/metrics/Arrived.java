package io.serai.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jdbi.v3.core.Handle;

/**
 * Counts the rows that come into a table, by their ids. A row is counted one sample after its id
 * was first seen to be given out, since rows with lower ids may be committed later.
 */
final class Arrived {
  private final MeterRegistry registry;
  private final String name;
  private final String help;
  private final String newest;
  private final String between;
  private long counted = -1;
  private long seen = -1;

  private Arrived(MeterRegistry registry, String name, String help, String newest, String between) {
    this.registry = registry;
    this.name = name;
    this.help = help;
    this.newest = newest;
    this.between = between;
  }

  static Arrived orders(MeterRegistry registry) {
    return new Arrived(
        registry,
        "serai.orders.received",
        "Orders that were taken in for the first time, since this hub has started",
        "select coalesce(max(id), 0) from customer_order",
        """
        select 'order' as kind, channel as account, count(*) as value from customer_order
        where id > :from and id <= :to group by channel""");
  }

  static Arrived documents(MeterRegistry registry) {
    return new Arrived(
        registry,
        "serai.documents.received",
        "Documents that have come, since this hub has started",
        "select coalesce(max(id), 0) from document",
        """
        select kind, account, count(*) as value from document
        where id > :from and id <= :to and direction = 'in' group by kind, account""");
  }

  /** Counts what has come by the time of the last call. */
  synchronized void count(Handle handle) {
    long now = handle.createQuery(newest).mapTo(Long.class).one();
    if (counted >= 0) {
      handle
          .createQuery(between)
          .bind("from", counted)
          .bind("to", seen)
          .map(
              (row, context) -> {
                counter(row.getString("kind"), row.getString("account"))
                    .increment(row.getLong("value"));
                return true;
              })
          .list();
    }
    counted = counted < 0 ? now : seen;
    seen = now;
  }

  private Counter counter(String kind, String account) {
    return Counter.builder(name)
        .description(help)
        .tags("kind", kind, "account", account)
        .register(registry);
  }
}
