package io.serai.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Overlapping suppliers for orders that come without any, the same for the same seed. Each SKU is
 * stocked by about half of the suppliers, who together have about as many units as the orders want:
 * of some SKUs too few, of others plenty. Ranks follow the supplier numbers.
 */
public final class SeededSupply {
  private final Random random;
  private final int suppliers;
  private final int[] lead;
  private final BigDecimal[] fee;

  private SeededSupply(int suppliers, long seed) {
    this.random = new Random(seed);
    this.suppliers = suppliers;
    this.lead = random.ints(suppliers, 1, 8).toArray();
    this.fee = new BigDecimal[suppliers];
    for (int s = 0; s < suppliers; s++) {
      fee[s] = BigDecimal.valueOf(100 + random.nextInt(300), 2);
    }
  }

  /**
   * Offers for all SKUs of some orders.
   *
   * @param prices what the shop charges for a unit, by SKU; suppliers charge about half
   */
  public static List<Offer> offers(
      Iterable<Demand> demands, Map<String, BigDecimal> prices, int suppliers, long seed) {
    Map<String, Long> wanted = new TreeMap<>();
    for (Demand demand : demands) {
      demand.lines().forEach(l -> wanted.merge(l.sku(), (long) l.quantity(), Long::sum));
    }
    SeededSupply supply = new SeededSupply(suppliers, seed);
    List<Offer> offers = new ArrayList<>();
    wanted.forEach(
        (sku, units) -> supply.add(offers, sku, units, prices.getOrDefault(sku, BigDecimal.ONE)));
    return offers;
  }

  private void add(List<Offer> offers, String sku, long units, BigDecimal price) {
    List<Integer> stocking = new ArrayList<>();
    for (int s = 0; s < suppliers; s++) {
      if (random.nextInt(100) < 50) {
        stocking.add(s);
      }
    }
    if (stocking.isEmpty()) {
      stocking.add(random.nextInt(suppliers));
    }
    long share = units * (70 + random.nextInt(60)) / 100 / stocking.size() + 1;
    for (int s : stocking) {
      long free = share * (40 + random.nextInt(120)) / 100;
      BigDecimal cost =
          price
              .max(BigDecimal.ZERO)
              .multiply(BigDecimal.valueOf(45 + random.nextInt(20), 2))
              .setScale(2, RoundingMode.HALF_UP);
      offers.add(
          new Offer(
              "s" + (s + 1),
              sku,
              (int) Math.min(free, Integer.MAX_VALUE),
              cost,
              lead[s],
              fee[s],
              s + 1,
              Optional.empty()));
    }
  }
}
