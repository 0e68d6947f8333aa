package io.serai.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the {@link Problem} of one order from its offers. */
final class ProblemBuilding {
  private final Screening screening;
  private final Problem problem = new Problem();
  private final Map<String, Integer> skuNumbers = new HashMap<>();

  /** The allowed offers with usable stock, by SKU. */
  private final List<List<Offer>> offers = new ArrayList<>();

  private Map<String, Integer> supplierNumbers;

  private ProblemBuilding(Screening screening) {
    this.screening = screening;
  }

  static Problem of(Screening screening, Iterable<Offer> offers, int leastScale) {
    ProblemBuilding building = new ProblemBuilding(screening);
    building.problem.priceScale = leastScale;
    building.readLines();
    building.readOffers(offers);
    building.readSuppliers();
    building.makeItems();
    return building.problem;
  }

  private void readLines() {
    DemandLine[] lines = screening.demand().lines().toArray(DemandLine[]::new);
    Arrays.sort(lines, LineOrder.BY_ID);
    problem.lines = lines;
    problem.skuOfLine = new int[lines.length];
    problem.wanted = new long[lines.length];
    problem.skus = new String[lines.length];
    for (int i = 0; i < lines.length; i++) {
      Integer known = skuNumbers.putIfAbsent(lines[i].sku(), skuNumbers.size());
      int sku = known == null ? skuNumbers.size() - 1 : known;
      problem.skuOfLine[i] = sku;
      problem.skus[sku] = lines[i].sku();
      problem.wanted[sku] += lines[i].quantity();
    }
    problem.skus = Arrays.copyOf(problem.skus, skuNumbers.size());
    problem.wanted = Arrays.copyOf(problem.wanted, skuNumbers.size());
  }

  private void readOffers(Iterable<Offer> all) {
    for (int i = 0; i < problem.skus.length; i++) {
      offers.add(new ArrayList<>());
    }
    int scale = problem.priceScale;
    for (Offer offer : all) {
      Integer sku = skuNumbers.get(offer.sku());
      if (sku != null && screening.allows(offer) && screening.usable(offer) > 0) {
        offers.get(sku).add(offer);
        scale = Math.max(scale, Math.max(scale(offer.cost()), scale(offer.handlingFee())));
      }
    }
    problem.priceScale = scale;
  }

  private static int scale(BigDecimal amount) {
    return amount.scale() <= 2 ? 2 : amount.stripTrailingZeros().scale();
  }

  private void readSuppliers() {
    TreeMap<String, Long> fees = new TreeMap<>();
    for (List<Offer> ofSku : offers) {
      for (Offer offer : ofSku) {
        fees.merge(offer.supplier(), minor(offer.handlingFee(), offer), Math::max);
      }
    }
    problem.suppliers = fees.keySet().toArray(String[]::new);
    problem.fee = fees.values().stream().mapToLong(Long::longValue).toArray();
    problem.minimum = new long[problem.suppliers.length];
    supplierNumbers = new HashMap<>();
    for (int i = 0; i < problem.suppliers.length; i++) {
      supplierNumbers.put(problem.suppliers[i], i);
      BigDecimal minimum = screening.rules().terms(problem.suppliers[i]).minimumOrder();
      problem.minimum[i] =
          minimum
              .setScale(problem.priceScale, RoundingMode.CEILING)
              .unscaledValue()
              .longValueExact();
      problem.hasMinimums |= problem.minimum[i] > 0;
    }
  }

  private long minor(BigDecimal amount, Offer offer) {
    try {
      return amount.setScale(problem.priceScale).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "offer of "
              + offer.sku()
              + " by "
              + offer.supplier()
              + ": the amount "
              + amount
              + " is too large to compare exactly; give fewer digits",
          e);
    }
  }

  private void makeItems() {
    ItemBuilding items = new ItemBuilding(problem, screening.rules().split());
    for (int sku = 0; sku < offers.size(); sku++) {
      for (Offer offer : offers.get(sku)) {
        int number = supplierNumbers.get(offer.supplier());
        items.offer(
            sku,
            number,
            screening.usable(offer),
            minor(offer.cost(), offer),
            screening.leadDays(offer),
            offer.quantity(),
            offer.rank());
      }
    }
    items.build();
  }
}
