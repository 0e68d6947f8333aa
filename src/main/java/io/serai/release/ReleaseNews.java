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
   * Owes a letter for each order of which units have been promised.
   *
   * @param orders with the lines of the promises, as they were before
   */
  void tell(Handle handle, List<Promise> promises, Map<Long, Order> orders) {
    Map<Long, Map<Long, Integer>> units = new TreeMap<>();
    promises.forEach(
        promise ->
            units
                .computeIfAbsent(promise.orderId(), order -> new TreeMap<>())
                .merge(promise.orderLineId(), promise.quantity(), Integer::sum));
    Map<Long, Integer> delays = delaysTold(handle, promises);
    List<Owed> owed = new ArrayList<>();
    units.forEach((id, lines) -> owed.addAll(letter(orders.get(id), lines, delays)));
    deliveries.owe(handle, owed);
  }

  private List<Owed> letter(Order order, Map<Long, Integer> units, Map<Long, Integer> delays) {
    StringBuilder parts = new StringBuilder();
    List<Item> items = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int released = units.getOrDefault(line.id(), 0);
      if (released > 0) {
        int left = line.in(Place.BACKORDERED) - released;
        parts.append(line.line()).append('=').append(left);
        parts.append('/').append(delays.getOrDefault(line.id(), 0)).append(',');
        items.add(new Item(line.title(), line.sku(), released));
      }
    }
    return letters.backInStock(
        new About(order.id(), order.channel(), order.number(), order.customer()),
        order.channel()
            + ":"
            + order.number()
            + ":"
            + UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8)),
        items);
  }

  private static Map<Long, Integer> delaysTold(Handle handle, List<Promise> promises) {
    Map<Long, Integer> told = new HashMap<>();
    handle
        .createQuery(
            """
            select order_line_id, max(delays_told) from backorder
            where order_line_id = any(:lines) group by 1""")
        .bind("lines", promises.stream().map(Promise::orderLineId).distinct().toArray(Long[]::new))
        .map((row, context) -> told.put(row.getLong(1), row.getInt(2)))
        .list();
    return told;
  }
}
