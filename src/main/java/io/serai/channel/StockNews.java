package io.serai.channel;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which SKUs have changed since a channel last looked, a page at a time. Changes are read in the
 * order of the transactions that made them, and only when all earlier ones have ended: so none is
 * passed over that was made before and committed after.
 */
final class StockNews {
  private static final String WHAT = "stock";
  private static final int MOST_SKUS = 5_000;

  private final PollStore polls;

  StockNews(PollStore polls) {
    this.polls = polls;
  }

  private record Written(String transaction, int skus) {}

  /** Looks from now on: everything before is told otherwise. */
  void begin(Handle handle, String channel) {
    polls.move(
        handle,
        channel,
        WHAT,
        handle
            .createQuery(
                "select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text")
            .mapTo(String.class)
            .one());
  }

  /** Whether the channel has looked before. */
  boolean hasBegun(Handle handle, String channel) {
    return polls.cursor(handle, channel, WHAT).matches("[0-9]+");
  }

  /** The next page, past which the channel's place is moved; empty when there is none. */
  Optional<SkuPage> next(Handle handle, String channel) {
    String since = polls.cursor(handle, channel, WHAT);
    List<Written> written = written(handle, since);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    int skus = 0;
    int taken = 0;
    while (taken < written.size() && (taken == 0 || skus < MOST_SKUS)) {
      skus += written.get(taken++).skus();
    }
    String to = written.get(taken - 1).transaction();
    polls.move(handle, channel, WHAT, to);
    return Optional.of(new SkuPage(skus(handle, since, to), taken < written.size()));
  }

  private static List<Written> written(Handle handle, String since) {
    return handle
        .createQuery(
            """
            select transaction::text as transaction, sum(cardinality(skus))::integer as skus from stock_change
            where transaction > cast(:since as xid8) and transaction < pg_snapshot_xmin(pg_current_snapshot())
            group by stock_change.transaction order by stock_change.transaction limit 1000""")
        .bind("since", since)
        .map((row, context) -> new Written(row.getString("transaction"), row.getInt("skus")))
        .list();
  }

  private static List<String> skus(Handle handle, String since, String to) {
    return handle
        .createQuery(
            """
            select distinct unnest(skus) as sku from stock_change
            where transaction > cast(:since as xid8) and transaction <= cast(:to as xid8) order by sku""")
        .bind("since", since)
        .bind("to", to)
        .mapTo(String.class)
        .list();
  }
}
