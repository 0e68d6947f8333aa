package io.serai.sandbox.supplier;

import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Writes, from what will be sold, how much of each SKU the suppliers have at first and what comes
 * in later. Most SKUs are there in plenty. Of the scarce ones, picked by the seed until the wanted
 * share of order lines cannot be met at first, the stock covers a part; once it runs low a restock
 * that covers the rest arrives some days later. A few scarce SKUs are never restocked.
 */
final class StockScript {
  private static final double NEVER_RESTOCKED = 0.08;
  private static final double PLENTY = 1.3;
  private static final int PLENTY_UNITS = 6;

  /**
   * A SKU of which there is too little.
   *
   * @param restock units that come in later; 0 means never
   * @param delay from running low to the restock
   * @param atLatest when it comes in even if nobody takes what there is
   */
  record Scarcity(String sku, int atFirst, int restock, Duration delay, Instant atLatest) {
    boolean isRestocked() {
      return restock > 0;
    }
  }

  private record Demand(Instant at, int units) {}

  private final long seed;
  private final Map<String, List<Demand>> demand = new LinkedHashMap<>();
  private final Map<String, BigDecimal> prices = new LinkedHashMap<>();
  private final Map<String, Scarcity> scarce = new LinkedHashMap<>();
  private final Instant lastSale;

  /**
   * @param unmetShare of order lines, between 0 and 1, that cannot be met at first
   */
  StockScript(long seed, List<SoldOrder> orders, double unmetShare) {
    this.seed = seed;
    for (SoldOrder order : orders) {
      order.lines().stream().filter(SoldLine::supplied).forEach(line -> count(order, line));
    }
    this.lastSale =
        orders.stream().map(SoldOrder::createdAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    int lines = demand.values().stream().mapToInt(List::size).sum();
    pickScarce((int) Math.ceil(lines * unmetShare));
  }

  private void count(SoldOrder order, SoldLine line) {
    demand
        .computeIfAbsent(line.sku(), sku -> new ArrayList<>())
        .add(new Demand(order.createdAt(), line.quantity()));
    prices.merge(line.sku(), line.unitPrice(), BigDecimal::max);
  }

  List<String> skus() {
    return List.copyOf(demand.keySet());
  }

  Map<String, Scarcity> scarce() {
    return scarce;
  }

  /** Units over all suppliers at first. */
  int atFirst(String sku) {
    Scarcity scarcity = scarce.get(sku);
    return scarcity != null
        ? scarcity.atFirst()
        : (int) Math.ceil(units(sku) * PLENTY) + PLENTY_UNITS;
  }

  /** What a supplier that asks this share of the price asks for one unit. */
  BigDecimal cost(String supplier, String sku, double share) {
    double tilt = 0.9 + random(supplier + sku).nextDouble() * 0.2;
    return prices
        .get(sku)
        .multiply(BigDecimal.valueOf(share * tilt))
        .max(new BigDecimal("0.10"))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** A source of chance that depends on the seed and the text alone. */
  SplittableRandom random(String of) {
    return new SplittableRandom(seed * 31 + of.hashCode());
  }

  private int units(String sku) {
    return demand.get(sku).stream().mapToInt(Demand::units).sum();
  }

  private void pickScarce(int wanted) {
    List<String> order = new ArrayList<>(demand.keySet());
    Collections.shuffle(order, new Random(seed));
    int unmet = 0;
    for (String sku : order) {
      if (unmet >= wanted) {
        return;
      }
      Scarcity scarcity = scarcity(sku);
      scarce.put(sku, scarcity);
      unmet += unmetAtFirst(scarcity);
    }
  }

  private Scarcity scarcity(String sku) {
    SplittableRandom random = random(sku);
    int units = units(sku);
    int atFirst = Math.min(units - 1, 1 + (int) (units * random.nextDouble() * 0.5));
    boolean never = random.nextDouble() < NEVER_RESTOCKED;
    Duration delay = Duration.ofHours(48 + random.nextInt(96));
    int restock = never ? 0 : (int) Math.ceil((units - atFirst) * PLENTY) + PLENTY_UNITS;
    Instant wanted = atFirst == 0 ? demand.get(sku).get(0).at() : lastSale;
    return new Scarcity(sku, atFirst, restock, delay, wanted.plus(delay));
  }

  /** Lines that come after the first stock is gone and before the restock is there. */
  private int unmetAtFirst(Scarcity scarcity) {
    int left = scarcity.atFirst();
    int unmet = 0;
    Instant restockAt = Instant.MAX;
    for (Demand each : demand.get(scarcity.sku())) {
      left -= each.units();
      if (left < 0 && restockAt.equals(Instant.MAX) && scarcity.isRestocked()) {
        restockAt = each.at().plus(scarcity.delay());
      }
      unmet += left < 0 && each.at().isBefore(restockAt) ? 1 : 0;
    }
    return unmet;
  }
}
