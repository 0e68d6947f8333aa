package io.serai.exchange;

import io.serai.delivery.Owed;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.notify.Letters.WaitingItem;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Tells a customer, with the first parcel of an order, that more will come. An order comes in more
 * than one parcel when its first ship notice names two, or leaves units that are still to ship:
 * neither is the case for an order whose rest has been cancelled.
 */
public final class PartialAlert {
  private static final List<Place> COMING =
      List.of(Place.HELD, Place.PLANNED, Place.SENT, Place.ACKNOWLEDGED);

  private final OrderStore orders;
  private final Letters letters;

  public PartialAlert(OrderStore orders, Letters letters) {
    this.orders = orders;
    this.letters = letters;
  }

  /**
   * The letters for those orders whose first parcels these are. To be asked after the units have
   * moved, and before the packages are written.
   *
   * @param parcels of each order, what is in each parcel that leaves now
   */
  List<Owed> of(Handle handle, Map<Long, List<Map<OrderLine, Integer>>> parcels) {
    Set<Long> first = withoutPackages(handle, parcels.keySet());
    Set<Long> open = withUnitsToCome(handle, first);
    List<Long> told =
        first.stream().filter(id -> open.contains(id) || parcels.get(id).size() > 1).toList();
    Map<Long, Map<Long, Optional<LocalDate>>> dates = dates(handle, told);
    List<Owed> owed = new ArrayList<>();
    orders
        .load(handle, told)
        .forEach(
            (id, order) ->
                owed.addAll(letter(order, parcels.get(id), dates.getOrDefault(id, Map.of()))));
    return owed;
  }

  private List<Owed> letter(
      Order order, List<Map<OrderLine, Integer>> parcels, Map<Long, Optional<LocalDate>> dates) {
    List<Item> now = new ArrayList<>();
    parcels.forEach(parcel -> parcel.forEach((line, units) -> now.add(item(line, units))));
    List<Item> following = new ArrayList<>();
    List<WaitingItem> waiting = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int coming = COMING.stream().mapToInt(line::in).sum();
      if (coming > 0) {
        following.add(item(line, coming));
      }
      if (line.in(Place.BACKORDERED) > 0) {
        waiting.add(
            new WaitingItem(
                item(line, line.in(Place.BACKORDERED)),
                dates.getOrDefault(line.id(), Optional.empty())));
      }
    }
    return letters.partial(
        new About(order.id(), order.channel(), order.number(), order.customer()),
        now,
        following,
        waiting);
  }

  private static Item item(OrderLine line, int units) {
    return new Item(line.title(), line.sku(), units);
  }

  private static Set<Long> withoutPackages(Handle handle, Collection<Long> orders) {
    return ids(
        handle,
        orders,
        """
        select o.id from customer_order o where o.id = any(:orders) and not exists (
          select 1 from shipment s join package p on p.shipment_id = s.id where s.order_id = o.id)""");
  }

  private static Set<Long> withUnitsToCome(Handle handle, Collection<Long> orders) {
    return ids(
        handle,
        orders,
        """
        select distinct order_id from order_line
        where order_id = any(:orders) and ordered > shipped + cancelled""");
  }

  private static Set<Long> ids(Handle handle, Collection<Long> orders, String query) {
    return handle
        .createQuery(query)
        .bind("orders", orders.toArray(Long[]::new))
        .mapTo(Long.class)
        .set();
  }

  // By order and line; none where that of any unit is not known.
  private static Map<Long, Map<Long, Optional<LocalDate>>> dates(
      Handle handle, Collection<Long> orders) {
    Map<Long, Map<Long, Optional<LocalDate>>> dates = new HashMap<>();
    handle
        .createQuery(
            """
            select order_id, order_line_id, case when bool_and(eta is not null) then max(eta) end as eta
            from backorder where order_id = any(:orders) and quantity > 0 group by 1, 2""")
        .bind("orders", orders.toArray(Long[]::new))
        .map(
            (row, context) ->
                dates
                    .computeIfAbsent(row.getLong("order_id"), id -> new HashMap<>())
                    .put(
                        row.getLong("order_line_id"),
                        Optional.ofNullable(row.getDate("eta")).map(java.sql.Date::toLocalDate)))
        .list();
    return dates;
  }
}
