package io.serai.choice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table of choices, and what of the queue and the lines belongs to them. */
public final class ChoiceStore {
  private final Clock clock;

  public ChoiceStore(Clock clock) {
    this.clock = clock;
  }

  /**
   * How often the customer of a line has been asked, and until when an answer is wanted.
   *
   * @param round the number of delays that were told
   */
  public record Asked(int round, Optional<Instant> answerBy) {
    private static final Asked NEVER = new Asked(0, Optional.empty());
  }

  /** What the customers of these lines have been asked about units that still wait, by line. */
  public Map<Long, Asked> asked(Handle handle, Collection<Long> lines) {
    Map<Long, Asked> asked = new HashMap<>();
    lines.forEach(line -> asked.put(line, Asked.NEVER));
    handle
        .createQuery(
            """
            select order_line_id, max(delays_told) as round, min(answer_by) as answer_by
            from backorder where order_id in (select order_id from order_line where id = any(:lines))
              and order_line_id = any(:lines) and quantity > 0 group by 1""")
        .bind("lines", lines.toArray(Long[]::new))
        .map(
            (row, context) ->
                asked.put(
                    row.getLong("order_line_id"),
                    new Asked(
                        row.getInt("round"),
                        Optional.ofNullable(row.getTimestamp("answer_by"))
                            .map(java.sql.Timestamp::toInstant))))
        .list();
    return asked;
  }

  /** Those of these lines whose customer has chosen to wait in the round that they are in. */
  public Set<Long> keptWaiting(Handle handle, Map<Long, Asked> asked) {
    Set<Long> waiting =
        handle
            .createQuery(
                "select order_line_id, round from choice where kind = 'wait' and order_line_id = any(:lines)")
            .bind("lines", asked.keySet().toArray(Long[]::new))
            .map((row, context) -> Map.entry(row.getLong(1), row.getInt(2)))
            .stream()
            .filter(chosen -> asked.get(chosen.getKey()).round() == chosen.getValue())
            .map(Map.Entry::getKey)
            .collect(java.util.stream.Collectors.toSet());
    return waiting;
  }

  /**
   * Notes a choice; its id, or nothing when the same has been chosen in the same round.
   *
   * @param sku what is waited for, cancelled or taken
   */
  public Optional<Long> note(
      Handle handle, Choice choice, String kind, int round, int units, String sku) {
    return handle
        .createQuery(
            """
            insert into choice (order_line_id, kind, round, units, sku, at)
            values (:line, :kind, :round, :units, :sku, :at) on conflict do nothing returning id""")
        .bind("line", choice.orderLineId())
        .bind("kind", kind)
        .bind("round", round)
        .bind("units", units)
        .bind("sku", sku)
        .bind("at", clock.instant())
        .mapTo(Long.class)
        .findOne();
  }

  /** Whether a choice of the kind was ever made for the line, of the SKU. */
  public boolean isMade(Handle handle, Choice choice, String kind, String sku) {
    return handle
        .createQuery(
            """
            select exists (select 1 from choice
              where order_line_id = :line and kind = :kind and sku = :sku)""")
        .bind("line", choice.orderLineId())
        .bind("kind", kind)
        .bind("sku", sku)
        .mapTo(Boolean.class)
        .one();
  }

  /** The next round in which nothing of the kind has been chosen for the line. */
  public int nextRound(Handle handle, Choice choice, String kind) {
    return handle
        .createQuery(
            "select coalesce(max(round) + 1, 0) from choice where order_line_id = :line and kind = :kind")
        .bind("line", choice.orderLineId())
        .bind("kind", kind)
        .mapTo(Integer.class)
        .one();
  }

  /** Says that one line stands in the place of another. */
  public void replaces(Handle handle, long line, long replaced) {
    handle
        .createUpdate("update order_line set replaces_line_id = :replaced where id = :line")
        .bind("replaced", replaced)
        .bind("line", line)
        .execute();
  }

  /** The name for the next line of an order that stands in the place of this one. */
  public String nextLine(Handle handle, long orderId, String line) {
    List<String> taken =
        handle
            .createQuery("select line from order_line where order_id = :order")
            .bind("order", orderId)
            .mapTo(String.class)
            .list();
    int number = 1;
    while (taken.contains(line + "." + number)) {
      number++;
    }
    return line + "." + number;
  }
}
