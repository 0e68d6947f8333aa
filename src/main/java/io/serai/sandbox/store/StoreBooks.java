package io.serai.sandbox.store;

import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All that the store knows. Whoever reads holds the read lock, whoever changes holds the write
 * lock; the engine takes them.
 */
final class StoreBooks {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Clock clock;
  private final Ids ids = new Ids();
  private final StoreLocation location = new StoreLocation(ids.next("Location"));
  private final List<StoredOrder> orders = new ArrayList<>();
  private final Map<String, Entity> byGid = new HashMap<>();
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final Map<String, Long> customers = new HashMap<>();

  StoreBooks(Clock clock, List<SoldOrder> sold) {
    this.clock = clock;
    byGid.put(location.gid(), location);
    sold.forEach(this::keep);
    sort();
  }

  ReadWriteLock lock() {
    return lock;
  }

  Ids ids() {
    return ids;
  }

  StoreLocation location() {
    return location;
  }

  /** Simulated time, in the whole seconds that the API writes. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The orders that exist by now. */
  List<StoredOrder> visible() {
    Instant now = now();
    return orders.stream().filter(order -> !order.sold().createdAt().isAfter(now)).toList();
  }

  Collection<Variant> variants() {
    return variants.values();
  }

  /** Anything with a global id that exists by now. */
  Optional<Entity> find(Object gid) {
    return Optional.ofNullable(byGid.get(String.valueOf(gid))).filter(this::exists);
  }

  <T extends Entity> Optional<T> find(Class<T> type, Object gid) {
    return find(gid).filter(type::isInstance).map(type::cast);
  }

  /** Makes a thing known by its global id. */
  <T extends Entity> T file(T entity) {
    byGid.put(entity.gid(), entity);
    return entity;
  }

  /** Sells one more order. */
  StoredOrder add(SoldOrder sold) {
    StoredOrder order = keep(sold);
    sort();
    return order;
  }

  private StoredOrder keep(SoldOrder sold) {
    List<StoredLine> lines = sold.lines().stream().map(line -> line(line, sold)).toList();
    long customer = customers.computeIfAbsent(sold.email(), email -> ids.next("Customer"));
    StoredOrder order = file(new StoredOrder(ids.next("Order"), customer, sold, lines));
    split(order, true);
    split(order, false);
    orders.add(order);
    return order;
  }

  private void sort() {
    orders.sort(Comparator.comparing(each -> each.sold().createdAt()));
  }

  private StoredLine line(SoldLine line, SoldOrder order) {
    return file(new StoredLine(ids.next("LineItem"), line, variant(line, order.currency())));
  }

  private Variant variant(SoldLine line, String currency) {
    return variants.computeIfAbsent(
        line.sku(),
        sku -> {
          long id = ids.next("ProductVariant");
          Variant variant =
              file(new Variant(id, ids.next("InventoryItem"), line, currency, location));
          file(variant.item());
          return variant;
        });
  }

  /** What is shipped and what is not stand on fulfillment orders of their own. */
  private void split(StoredOrder order, boolean shipped) {
    List<StoredFulfillmentOrder.Line> lines =
        order.lines().stream()
            .filter(line -> line.sold().requiresShipping() == shipped)
            .map(line -> new StoredFulfillmentOrder.Line(ids.next("FulfillmentOrderLine"), line))
            .toList();
    if (!lines.isEmpty()) {
      long id = ids.next("FulfillmentOrder");
      order
          .fulfillmentOrders()
          .add(file(new StoredFulfillmentOrder(id, order, location, shipped, lines)));
    }
  }

  private boolean exists(Entity entity) {
    if (entity instanceof StoredOrder order) {
      return !order.sold().createdAt().isAfter(now());
    }
    return !(entity instanceof StoredFulfillmentOrder group) || exists(group.order());
  }
}
