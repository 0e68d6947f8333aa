package io.serai.release;

import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.Place;
import io.serai.shipment.Promise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells customers that what they waited for is in stock again. Units that a supplier takes back and
 * that are released once more are not told again, unless the customer has heard of a delay between.
 */
public final class ReleaseNews {
  private final Letters letters;
  private final DeliveryStore deliveries;

  public ReleaseNews(Letters letters, DeliveryStore deliveries) {
    this.letters = letters;
    this.deliveries = deliveries;
  }

  /**
   * How far the customer of a line knows.
   *
   * @param back the units that were no longer waiting when they were last told of some
   * @param delays the delays that they had been told of
   */
  private record Known(int back, int delays) {}

  /**
   * Owes a letter for each order of which units have been promised that its customer has not heard
   * of.
   *
   * @param orders with the lines of the promises, as they were before
   */
  public void tell(Handle handle, List<Promise> promises, Map<Long, Order> orders) {
    Map<Long, Map<Long, Integer>> released = new TreeMap<>();
    promises.forEach(
        promise ->
            released
                .computeIfAbsent(promise.orderId(), order -> new TreeMap<>())
                .merge(promise.orderLineId(), promise.quantity(), Integer::sum));
    List<Long> lines = promises.stream().map(Promise::orderLineId).distinct().toList();
    Map<Long, Known> known = known(handle, lines);
    Map<Long, Integer> delays = delaysTold(handle, lines);
    Map<Long, Known> told = new TreeMap<>();
    List<Owed> owed = new ArrayList<>();
    released.forEach(
        (id, units) -> owed.addAll(letter(orders.get(id), units, known, delays, told)));
    deliveries.owe(handle, owed);
    note(handle, told);
  }

  private List<Owed> letter(
      Order order,
      Map<Long, Integer> released,
      Map<Long, Known> known,
      Map<Long, Integer> delays,
      Map<Long, Known> told) {
    StringBuilder parts = new StringBuilder();
    List<Item> items = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int units = released.getOrDefault(line.id(), 0);
      if (units > 0) {
        int round = delays.getOrDefault(line.id(), 0);
        int backBefore = line.ordered() - line.in(Place.BACKORDERED);
        Known before = known.get(line.id());
        int heard = before == null || before.delays() < round ? backBefore : before.back();
        int news = Math.min(units, backBefore + units - heard);
        if (news > 0) {
          told.put(line.id(), new Known(backBefore + units, round));
          parts.append(line.line()).append('=').append(backBefore + units);
          parts.append('/').append(round).append(',');
          items.add(new Item(line.title(), line.sku(), news));
        }
      }
    }
    return items.isEmpty()
        ? List.of()
        : letters.backInStock(
            new About(order.id(), order.channel(), order.number(), order.customer()),
            order.channel()
                + ":"
                + order.number()
                + ":"
                + UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8)),
            items);
  }

  private static Map<Long, Known> known(Handle handle, List<Long> lines) {
    Map<Long, Known> known = new HashMap<>();
    handle
        .createQuery(
            "select id, back_told, back_round from order_line where id = any(:lines) and back_told is not null")
        .bind("lines", lines.toArray(Long[]::new))
        .map((row, context) -> known.put(row.getLong(1), new Known(row.getInt(2), row.getInt(3))))
        .list();
    return known;
  }

  private static Map<Long, Integer> delaysTold(Handle handle, List<Long> lines) {
    Map<Long, Integer> told = new HashMap<>();
    handle
        .createQuery(
            """
            select b.order_line_id, max(b.delays_told) from backorder b
            join order_line l on l.order_id = b.order_id and l.id = b.order_line_id
            where l.id = any(:lines) group by 1""")
        .bind("lines", lines.toArray(Long[]::new))
        .map((row, context) -> told.put(row.getLong(1), row.getInt(2)))
        .list();
    return told;
  }

  private static void note(Handle handle, Map<Long, Known> told) {
    if (!told.isEmpty()) {
      handle
          .createUpdate(
              """
              update order_line l set back_told = t.back, back_round = t.round
              from unnest(:lines, :backs, :rounds) as t(line, back, round) where l.id = t.line""")
          .bind("lines", told.keySet().toArray(Long[]::new))
          .bind("backs", told.values().stream().map(Known::back).toArray(Integer[]::new))
          .bind("rounds", told.values().stream().map(Known::delays).toArray(Integer[]::new))
          .execute();
    }
  }
}
