package io.serai.exchange;

import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.backorder.Waiting;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.order.Shop;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** After stock files have been applied: holds on SKUs that are offered now end. */
public final class StockFiles {
  private final OrderStore orders;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final Timeline timeline;
  private final Map<String, Shop> shops;

  public StockFiles(
      OrderStore orders,
      BackorderQueue queue,
      Restocks restocks,
      Timeline timeline,
      Map<String, Shop> shops) {
    this.orders = orders;
    this.queue = queue;
    this.restocks = restocks;
    this.timeline = timeline;
    this.shops = shops;
  }

  /**
   * Lets the next orders whose lines were held for want of any supplier join the queue, once one
   * offers their SKU.
   *
   * @return whether there were any
   */
  public boolean endHolds(Handle handle) {
    Set<Long> ids = new HashSet<>(orders.heldThoughOffered(handle, 100));
    orders.lock(handle, ids);
    Set<String> skus = new HashSet<>();
    List<Shift> shifts = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Set<Long> offered = orders.linesHeldThoughOffered(handle, ids);
    for (Order order : orders.load(handle, ids).values()) {
      for (OrderLine line : order.lines()) {
        if (offered.contains(line.id())) {
          int units = line.in(Place.HELD);
          shifts.add(new Shift(line.id(), Place.HELD, Place.BACKORDERED, units));
          waiting.add(
              new Waiting(
                  order.id(),
                  line.id(),
                  line.sku(),
                  units,
                  priority(order),
                  Optional.empty(),
                  Optional.empty()));
          entries.add(
              new Entry(
                  order.id(),
                  "released",
                  "Line "
                      + line.line()
                      + " is no longer held: "
                      + line.sku()
                      + " is offered now."));
          skus.add(line.sku());
        }
      }
    }
    orders.shift(handle, shifts);
    queue.enqueue(handle, waiting);
    timeline.write(handle, entries);
    restocks.note(handle, skus);
    return !ids.isEmpty();
  }

  private int priority(Order order) {
    Shop shop = shops.get(order.channel());
    return shop == null ? 0 : shop.priorityOf(order.customer());
  }
}
