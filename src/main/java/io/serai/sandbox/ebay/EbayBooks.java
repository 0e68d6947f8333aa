package io.serai.sandbox.ebay;

import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All that eBay knows of a seller. Whoever reads or changes it does so under {@link
 * #locked(Supplier)}. An order is there from its simulated time of creation on.
 */
final class EbayBooks {
  private static final Comparator<EbayOrder> OLDEST_FIRST =
      Comparator.<EbayOrder, Instant>comparing(order -> order.sold().createdAt())
          .thenComparing(EbayOrder::id);
  // Line item ids of live answers have fourteen digits and more.
  private static final long FIRST_LINE = 10_040_000_000_001L;
  private static final long FIRST_CANCELLATION = 5_244_000_001L;

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final List<EbayOrder> orders = new ArrayList<>();
  private final Map<String, EbayOrder> byId = new LinkedHashMap<>();
  private final Map<String, Integer> stock = new LinkedHashMap<>();
  private int largestPage = 200;
  private long nextLine = FIRST_LINE;
  private long nextId = FIRST_CANCELLATION;

  EbayBooks(Clock clock, List<SoldOrder> sold) {
    this.clock = clock;
    sold.forEach(each -> keep(each, Set.of()));
    orders.sort(OLDEST_FIRST);
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Simulated time, in the milliseconds that the API writes. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The orders that exist by now, oldest first. */
  List<EbayOrder> visible() {
    Instant now = now();
    return orders.stream().takeWhile(order -> !order.sold().createdAt().isAfter(now)).toList();
  }

  Optional<EbayOrder> find(String id) {
    return Optional.ofNullable(byId.get(id))
        .filter(order -> !order.sold().createdAt().isAfter(now()));
  }

  /** The order of which a cancellation was asked for. */
  Optional<EbayOrder> findCancellation(String cancelId) {
    return orders.stream().filter(order -> order.cancelId().equals(cancelId)).findFirst();
  }

  /** The id of the order that was sold under a name. */
  String idOf(String name) {
    return orders.stream()
        .filter(order -> order.sold().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("eBay has not sold " + name))
        .id();
  }

  /** How many orders a page has at the most, however many are asked for. */
  int largestPage() {
    return largestPage;
  }

  void limitPages(int orders) {
    largestPage = orders;
  }

  /** Sells one more order. */
  EbayOrder add(SoldOrder sold, Set<Oddity> oddities) {
    EbayOrder order = keep(sold, oddities);
    orders.sort(OLDEST_FIRST);
    return order;
  }

  /** An id that has not been given yet, of a cancellation or a refund. */
  String nextId() {
    return "" + nextId++;
  }

  boolean sells(String sku) {
    return stock.containsKey(sku);
  }

  void setStock(String sku, int quantity) {
    stock.put(sku, quantity);
  }

  private EbayOrder keep(SoldOrder sold, Set<Oddity> oddities) {
    String id = id(sold.name());
    EbayOrder order = new EbayOrder(id, sold, oddities, lines(sold, oddities));
    order.lines().forEach(line -> stock.putIfAbsent(line.sold().sku(), 0));
    orders.add(order);
    byId.put(id, order);
    return order;
  }

  /** Postage, vouchers and the like are no line items at eBay. */
  private List<EbayLine> lines(SoldOrder sold, Set<Oddity> oddities) {
    return oddities.contains(Oddity.NO_LINES)
        ? List.of()
        : sold.lines().stream()
            .filter(SoldLine::requiresShipping)
            .map(line -> new EbayLine("" + nextLine++, line))
            .toList();
  }

  /** A name of digits and hyphens is the id itself. */
  private String id(String name) {
    int count = orders.size() + 1;
    String id =
        name.matches("[0-9-]+")
            ? name
            : "%02d-%05d-%05d".formatted(1 + count % 27, count / 100_000 + 10_000, count % 100_000);
    if (byId.containsKey(id)) {
      throw new IllegalArgumentException("eBay has sold " + id + " already");
    }
    return id;
  }
}
