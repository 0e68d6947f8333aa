package io.serai.bench;

import io.serai.plan.Demand;
import io.serai.plan.DemandLine;
import io.serai.plan.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Orders and offers for measuring the planner, the same for the same seed. Suppliers overlap: each
 * has about half of the SKUs, often not enough of them, at prices and lead days of their own.
 */
public final class PlannerCases {
  private final Random random;

  /** Cases drawn from a seed. */
  public PlannerCases(long seed) {
    this.random = new Random(seed);
  }

  /** One order and the offers for it. */
  public record Case(Demand demand, List<Offer> offers) {}

  /** An order of some lines, each a SKU of its own, and some suppliers' offers. */
  public Case next(int lines, int suppliers) {
    List<DemandLine> wanted = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    int[] lead = random.ints(suppliers, 1, 8).toArray();
    BigDecimal[] fee = new BigDecimal[suppliers];
    for (int s = 0; s < suppliers; s++) {
      fee[s] = BigDecimal.valueOf(random.nextInt(600), 2);
    }
    for (int line = 1; line <= lines; line++) {
      String sku = "SKU-" + (10_000 + line);
      wanted.add(new DemandLine(String.valueOf(line), sku, 1 + random.nextInt(12)));
      int cost = 100 + random.nextInt(2_000);
      for (int s = 0; s < suppliers; s++) {
        if (random.nextInt(100) < 55) {
          BigDecimal price = BigDecimal.valueOf(cost + random.nextInt(cost / 4), 2);
          int free = random.nextInt(30);
          offers.add(
              new Offer("s" + (10 + s), sku, free, price, lead[s], fee[s], s, Optional.empty()));
        }
      }
    }
    return new Case(new Demand("A1", "dtc", "US", wanted), offers);
  }

  /** Several such orders. */
  public Case[] several(int count, int lines, int suppliers) {
    Case[] cases = new Case[count];
    for (int i = 0; i < count; i++) {
      cases[i] = next(lines, suppliers);
    }
    return cases;
  }
}
