package io.serai.sandbox.amazon;

import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.world.ChannelEffects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that Amazon knows of one seller on one marketplace; its own lock guards its orders. */
final class AmazonBooks {
  static final String SELLER = "A2SANDBOXSELLER";
  static final String MARKETPLACE = "ATVPDKIKX0DER";

  // Of so many orders one waits for its payment, and one more is shipped by Amazon itself.
  private static final int PENDING_EVERY = 10;
  private static final int BY_AMAZON_EVERY = 15;
  private static final Duration PENDING = Duration.ofHours(12);
  private static final Duration NOT = Duration.ZERO;

  private final Clock clock;
  private final ChannelEffects effects;
  private final Map<String, AmazonOrder> orders = new LinkedHashMap<>();
  private final Set<String> listed = ConcurrentHashMap.newKeySet();

  AmazonBooks(Clock clock, ChannelEffects effects, List<SoldOrder> sold) {
    this.clock = clock;
    this.effects = effects;
    sold.forEach(this::sellOneOfMany);
  }

  /** Simulated time, in the whole seconds that the API writes. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  ChannelEffects effects() {
    return effects;
  }

  /** Whether the seller has an offer for the SKU on the marketplace. */
  boolean lists(String sku) {
    return listed.contains(sku);
  }

  /** The orders that exist by now. */
  synchronized Collection<AmazonOrder> visible() {
    Instant now = now();
    return orders.values().stream().filter(each -> !each.sold().createdAt().isAfter(now)).toList();
  }

  Optional<AmazonOrder> find(String id) {
    return visible().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Sells one more order; its id. Goods that nobody ships are no part of it. */
  synchronized String sell(SoldOrder sold, Set<Oddity> oddities) {
    List<AmazonItem> items = oddities.contains(Oddity.NO_ITEMS) ? List.of() : items(sold);
    Instant paidAt = sold.createdAt().plus(oddities.contains(Oddity.PENDING) ? PENDING : NOT);
    AmazonOrder order =
        new AmazonOrder(OrderNumbers.of(sold.name()), sold, items, oddities, paidAt);
    orders.put(order.id(), order);
    return order.id();
  }

  /** Of many orders a few are pending at first, and to a few comes one that Amazon ships. */
  private void sellOneOfMany(SoldOrder sold) {
    int number = orders.size();
    sell(sold, number % PENDING_EVERY == PENDING_EVERY - 1 ? Set.of(Oddity.PENDING) : Set.of());
    if (number % BY_AMAZON_EVERY == BY_AMAZON_EVERY - 1) {
      sell(named(sold, sold.name() + " by Amazon"), Set.of(Oddity.BY_AMAZON));
    }
  }

  private List<AmazonItem> items(SoldOrder sold) {
    List<AmazonItem> items = new ArrayList<>();
    for (SoldLine line : sold.lines()) {
      if (line.requiresShipping()) {
        items.add(new AmazonItem(OrderNumbers.item(sold.name(), items.size()), line));
        listed.add(line.sku());
      }
    }
    return items;
  }

  private static SoldOrder named(SoldOrder sold, String name) {
    return new SoldOrder(
        name,
        sold.createdAt(),
        sold.email(),
        sold.phone(),
        sold.locale(),
        sold.currency(),
        sold.shippingAddress(),
        sold.lines());
  }
}
