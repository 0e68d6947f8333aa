package io.serai.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * What channels may sell now: on hand, less reserved, less what waits, less the safety buffer,
 * summed over the suppliers that are enabled. Only what has changed since the channel was last told
 * is owed.
 */
public final class Availability {
  private static final int MOST_IN_A_PUSH = 250;
  private static final Duration LOOK_BACK = Duration.ofHours(6);

  private final Clock clock;
  private final PollStore polls;
  private final DeliveryStore deliveries;
  private final Set<String> suppliers;
  private final BiFunction<String, String, Integer> buffer;

  /**
   * Availability over suppliers.
   *
   * @param suppliers the enabled ones
   * @param buffer the units that are kept back of a supplier's SKU
   */
  public Availability(
      Clock clock,
      PollStore polls,
      DeliveryStore deliveries,
      Set<String> suppliers,
      BiFunction<String, String, Integer> buffer) {
    this.clock = clock;
    this.polls = polls;
    this.deliveries = deliveries;
    this.suppliers = suppliers;
    this.buffer = buffer;
  }

  /** Owes a channel what has changed since the last time. */
  public void owe(Handle handle, String channel) {
    Instant now = clock.instant();
    String since = polls.cursor(handle, channel, "stock");
    List<String> changed = changed(handle, since.isEmpty() ? Instant.EPOCH : Instant.parse(since));
    Map<String, Integer> quantities = of(handle, changed);
    quantities.entrySet().removeAll(pushed(handle, channel, changed).entrySet());
    List<Map.Entry<String, Integer>> news = new ArrayList<>(quantities.entrySet());
    List<Owed> owed = new ArrayList<>();
    for (int from = 0; from < news.size(); from += MOST_IN_A_PUSH) {
      owed.add(
          push(
              channel,
              now,
              from,
              news.subList(from, Math.min(news.size(), from + MOST_IN_A_PUSH))));
    }
    deliveries.owe(handle, owed);
    remember(handle, channel, news, now);
    // Transactions that were open while this one read have dated their changes before now: look
    // back over them.
    polls.move(handle, channel, "stock", now.minus(LOOK_BACK).toString());
  }

  /** The availability of SKUs. */
  public Map<String, Integer> of(Handle handle, List<String> skus) {
    Map<String, Integer> units = new TreeMap<>();
    handle
        .createQuery(
            "select sku, supplier, on_hand - reserved as free from offer where sku = any(:skus) order by sku")
        .bind("skus", skus.toArray(String[]::new))
        .map(
            (row, context) -> {
              String supplier = row.getString("supplier");
              String sku = row.getString("sku");
              int free =
                  suppliers.contains(supplier)
                      ? row.getInt("free") - buffer.apply(supplier, sku)
                      : 0;
              return units.merge(sku, Math.max(free, 0), Integer::sum);
            })
        .list();
    handle
        .createQuery(
            "select sku, sum(quantity) as waiting from backorder where sku = any(:skus) and quantity > 0 group by sku")
        .bind("skus", skus.toArray(String[]::new))
        .map(
            (row, context) -> {
              int waiting = row.getInt("waiting");
              return units.computeIfPresent(
                  row.getString("sku"), (sku, free) -> Math.max(0, free - waiting));
            })
        .list();
    return units;
  }

  private static List<String> changed(Handle handle, Instant since) {
    return handle
        .createQuery("select distinct sku from offer where changed_at >= :since order by sku")
        .bind("since", since)
        .mapTo(String.class)
        .list();
  }

  private static Map<String, Integer> pushed(Handle handle, String channel, List<String> skus) {
    Map<String, Integer> pushed = new TreeMap<>();
    handle
        .createQuery(
            "select sku, quantity from pushed_stock where channel = :channel and sku = any(:skus)")
        .bind("channel", channel)
        .bind("skus", skus.toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("sku"), row.getInt("quantity")))
        .forEach(entry -> pushed.put(entry.getKey(), entry.getValue()));
    return pushed;
  }

  private static Owed push(
      String channel, Instant now, int from, List<Map.Entry<String, Integer>> news) {
    String key = "stock:" + channel + ":" + now + ":" + from;
    ObjectNode payload = Json.object().put("key", key);
    ArrayNode skus = payload.putArray("quantities");
    news.forEach(
        entry -> skus.addObject().put("sku", entry.getKey()).put("quantity", entry.getValue()));
    return new Owed("stock", channel, key, Optional.empty(), Optional.empty(), payload);
  }

  private static void remember(
      Handle handle, String channel, List<Map.Entry<String, Integer>> news, Instant now) {
    handle
        .createUpdate(
            """
            insert into pushed_stock (channel, sku, quantity, at)
            select :channel, sku, quantity, :at from unnest(:skus, :quantities) as told(sku, quantity)
            on conflict (channel, sku) do update set quantity = excluded.quantity, at = excluded.at""")
        .bind("channel", channel)
        .bind("at", now)
        .bind("skus", news.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .bind("quantities", news.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
        .execute();
  }
}
