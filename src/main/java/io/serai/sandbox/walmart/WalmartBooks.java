package io.serai.sandbox.walmart;

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
import java.util.stream.IntStream;

/**
 * All that Walmart knows of a seller. Whoever reads or changes it does so under {@link
 * #locked(Supplier)}. An order is there from its simulated time of creation on.
 */
final class WalmartBooks {
  private static final long FIRST_NUMBER = 2_790_000_000_001L;
  private static final Comparator<WalmartOrder> OLDEST_FIRST =
      Comparator.<WalmartOrder, Instant>comparing(order -> order.sold().createdAt())
          .thenComparing(WalmartOrder::number);

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final List<WalmartOrder> orders = new ArrayList<>();
  private final Map<String, WalmartOrder> byNumber = new LinkedHashMap<>();
  private final Map<String, Integer> stock = new LinkedHashMap<>();
  private int largestPage = 200;

  WalmartBooks(Clock clock, List<SoldOrder> sold) {
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
  List<WalmartOrder> visible() {
    Instant now = now();
    return orders.stream().takeWhile(order -> !order.sold().createdAt().isAfter(now)).toList();
  }

  Optional<WalmartOrder> find(String number) {
    return Optional.ofNullable(byNumber.get(number))
        .filter(order -> !order.sold().createdAt().isAfter(now()));
  }

  /** The number of the order that was sold under a name. */
  String numberOf(String name) {
    return orders.stream()
        .filter(order -> order.sold().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Walmart has not sold " + name))
        .number();
  }

  /** How many orders a page has at the most, however many are asked for. */
  int largestPage() {
    return largestPage;
  }

  void limitPages(int orders) {
    largestPage = orders;
  }

  /** Sells one more order. */
  WalmartOrder add(SoldOrder sold, Set<Oddity> oddities) {
    WalmartOrder order = keep(sold, oddities);
    orders.sort(OLDEST_FIRST);
    return order;
  }

  boolean sells(String sku) {
    return stock.containsKey(sku);
  }

  void setStock(String sku, int quantity) {
    stock.put(sku, quantity);
  }

  int stock(String sku) {
    return stock.get(sku);
  }

  private WalmartOrder keep(SoldOrder sold, Set<Oddity> oddities) {
    String number = number(sold.name());
    WalmartOrder order = new WalmartOrder(number, sold, oddities, lines(sold, oddities));
    order.lines().forEach(line -> stock.putIfAbsent(line.sold().sku(), 0));
    orders.add(order);
    byNumber.put(number, order);
    return order;
  }

  /** Postage, vouchers and the like are no lines at Walmart. */
  private static List<WalmartLine> lines(SoldOrder sold, Set<Oddity> oddities) {
    List<SoldLine> goods = sold.lines().stream().filter(SoldLine::requiresShipping).toList();
    return oddities.contains(Oddity.NO_LINES)
        ? List.of()
        : IntStream.range(0, goods.size())
            .mapToObj(i -> new WalmartLine("" + (i + 1), goods.get(i), sold.createdAt()))
            .toList();
  }

  /** A name of digits is the number itself. */
  private String number(String name) {
    String number = name.matches("[0-9]+") ? name : "" + (FIRST_NUMBER + orders.size());
    if (byNumber.containsKey(number)) {
      throw new IllegalArgumentException("Walmart has sold " + number + " already");
    }
    return number;
  }
}
