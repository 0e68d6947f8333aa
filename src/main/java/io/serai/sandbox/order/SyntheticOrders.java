package io.serai.sandbox.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Invented orders. Most have one to six lines; one in a hundred asks for a SKU that no supplier
 * carries, a few repeat a SKU on two lines, and a few carry a gift card that nobody ships.
 */
final class SyntheticOrders implements OrderSource {
  private static final int UNKNOWN_SKU_EVERY = 100;
  private static final int FIRST_UNKNOWN_SKU = 7;

  private final long seed;
  private final int count;

  SyntheticOrders(long seed, int count) {
    this.seed = seed;
    this.count = count;
  }

  @Override
  public List<SoldOrder> orders(Instant start, Duration span) {
    Catalog catalog = new Catalog(seed);
    SplittableRandom times = new SplittableRandom(seed);
    List<Instant> created =
        IntStream.range(0, count)
            .mapToObj(i -> start.plusSeconds((long) (times.nextDouble() * span.toSeconds())))
            .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
            .sorted()
            .toList();
    return IntStream.range(0, count).mapToObj(i -> order(i, created.get(i), catalog)).toList();
  }

  private SoldOrder order(int index, Instant createdAt, Catalog catalog) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
    Address address = Buyers.address(random, Buyers.country(random));
    return new SoldOrder(
        "#" + (1001 + index),
        createdAt,
        "customer-" + (10_000 + random.nextInt(90_000)) + "@example.com",
        random.nextInt(4) == 0 ? "" : address.phone(),
        Buyers.locale(address.countryCode()),
        "USD",
        address,
        lines(index, random, catalog));
  }

  private List<SoldLine> lines(int index, SplittableRandom random, Catalog catalog) {
    List<SoldLine> lines = new ArrayList<>();
    int size = 1 + Math.min(random.nextInt(6), random.nextInt(6));
    for (int i = 0; i < size; i++) {
      lines.add(quantity(catalog.pick(random), random));
    }
    if (random.nextInt(33) == 0) {
      lines.add(quantity(lines.get(0), random));
    }
    if (random.nextInt(33) == 0) {
      lines.add(new SoldLine("GIFT-CARD", "Gift card", 1, new BigDecimal("25.00"), false));
    }
    if (index % UNKNOWN_SKU_EVERY == FIRST_UNKNOWN_SKU) {
      lines.add(unlisted(index));
    }
    return lines;
  }

  private static SoldLine quantity(SoldLine of, SplittableRandom random) {
    int quantity = random.nextInt(12) == 0 ? 4 + random.nextInt(9) : 1 + random.nextInt(3);
    return new SoldLine(of.sku(), of.title(), quantity, of.unitPrice(), true);
  }

  private static SoldLine unlisted(int index) {
    String sku = SoldLine.UNLISTED + index;
    return new SoldLine(sku, "Discontinued thing " + index, 1, new BigDecimal("9.99"), true);
  }
}
