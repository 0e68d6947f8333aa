package io.serai.sandbox.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A few hundred goods with a code, a title and a price, decided by a seed. */
final class Catalog {
  private static final int SIZE = 320;
  private static final List<String> KINDS =
      List.of("Mug", "Lamp", "Blanket", "Kettle", "Notebook", "Lantern", "Teapot", "Clock");
  private static final List<String> LOOKS =
      List.of(
          "Blue",
          "Enamel, white",
          "10\" round",
          "Hand-made",
          "Crème brûlée",
          "50% wool",
          "Kids' size",
          "<em>New</em>",
          "Señorita",
          "Glow ✨");

  private final List<SoldLine> goods = new ArrayList<>();

  Catalog(long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0xCA7A106L);
    for (int i = 0; i < SIZE; i++) {
      String kind = KINDS.get(i % KINDS.size());
      String sku = kind.substring(0, 3).toUpperCase(java.util.Locale.ROOT) + "-" + (1000 + i);
      String title = kind + ", " + Buyers.pick(LOOKS, random) + " no. " + i;
      goods.add(new SoldLine(sku, title, 1, cents(200 + random.nextInt(9_800)), true));
    }
  }

  /** One of the goods; some are much more wanted than others. */
  SoldLine pick(SplittableRandom random) {
    double skewed = Math.pow(random.nextDouble(), 1.7);
    return goods.get((int) (skewed * goods.size()));
  }

  static BigDecimal cents(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
