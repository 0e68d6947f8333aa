package io.serai.backorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How a line's units have waited before: what was promised and told then stands.
 *
 * @param pausedSeconds how long the order was on hold since
 * @param toldEta the date that the customer was told last
 */
record FirstWait(
    Instant promisedAt,
    long pausedSeconds,
    Optional<LocalDate> toldEta,
    int delaysTold,
    Optional<Instant> notifiedAt) {

  /** The beginning of a wait of which the customer knows what it is told with it. */
  static FirstWait beginning(Instant now, Optional<LocalDate> toldEta) {
    return new FirstWait(now, 0, toldEta, 0, Optional.empty());
  }

  /** When the dates begin to run. */
  Instant began() {
    return promisedAt.plusSeconds(pausedSeconds);
  }

  /** The waits before of those of these lines that have waited before, by line. */
  static Map<Long, FirstWait> of(Handle handle, List<Waiting> waiting) {
    Map<Long, FirstWait> first = new HashMap<>();
    handle
        .createQuery(
            """
            select order_line_id, min(promised_at) as promised_at, max(paused_seconds) as paused, max(delays_told) as delays_told,
              max(notified_at) as notified_at, (array_agg(told_eta order by id desc))[1] as told_eta
            from backorder where order_id = any(:orders) and order_line_id = any(:lines)
            group by order_line_id""")
        .bind("orders", waiting.stream().map(Waiting::orderId).distinct().toArray(Long[]::new))
        .bind("lines", waiting.stream().map(Waiting::orderLineId).toArray(Long[]::new))
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("order_line_id"),
                    new FirstWait(
                        row.getTimestamp("promised_at").toInstant(),
                        row.getLong("paused"),
                        Optional.ofNullable(row.getDate("told_eta"))
                            .map(java.sql.Date::toLocalDate),
                        row.getInt("delays_told"),
                        Optional.ofNullable(row.getTimestamp("notified_at"))
                            .map(java.sql.Timestamp::toInstant))))
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }
}
