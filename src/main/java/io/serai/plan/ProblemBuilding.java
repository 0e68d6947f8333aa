package io.serai.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the {@link Problem} of one order from its offers, each SKU an item of its own. Plain
 * arrays throughout: for a usual order this takes as long as the search.
 */
final class ProblemBuilding {
  private final Screening screening;
  private final Problem problem = new Problem();
  private final Map<String, Integer> skuNumbers = new HashMap<>();

  /** The allowed offers with usable stock, and for each the numbers of its SKU and supplier. */
  private final Offer[] offers;

  private final int[] skuOf;
  private final int[] supplierOf;
  private int count;

  private ProblemBuilding(Screening screening, int mostOffers) {
    this.screening = screening;
    this.offers = new Offer[mostOffers];
    this.skuOf = new int[mostOffers];
    this.supplierOf = new int[mostOffers];
  }

  /**
   * The problem.
   *
   * @param leastScale the fewest decimals of its prices
   */
  static Problem of(Screening screening, List<Offer> offers, int leastScale) {
    ProblemBuilding building = new ProblemBuilding(screening, offers.size());
    building.problem.priceScale = leastScale;
    building.readLines();
    building.readOffers(offers);
    building.numberSuppliers();
    building.readTerms();
    building.layOut();
    List<Together> sets = screening.rules().split().keepTogether();
    if (!sets.isEmpty()) {
      Bundling.apply(building.problem, sets);
    }
    Overflow.check(building.problem, screening);
    return building.problem;
  }

  private void readLines() {
    DemandLine[] lines = screening.demand().lines().toArray(DemandLine[]::new);
    Arrays.sort(lines, LineOrder.BY_ID);
    long[] wanted = new long[lines.length];
    String[] skus = new String[lines.length];
    problem.lines = lines;
    problem.skuOfLine = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      Integer known = skuNumbers.putIfAbsent(lines[i].sku(), skuNumbers.size());
      int sku = known == null ? skuNumbers.size() - 1 : known;
      problem.skuOfLine[i] = sku;
      skus[sku] = lines[i].sku();
      wanted[sku] += lines[i].quantity();
    }
    problem.skus = Arrays.copyOf(skus, skuNumbers.size());
    problem.wanted = Arrays.copyOf(wanted, skuNumbers.size());
  }

  private void readOffers(List<Offer> all) {
    int scale = problem.priceScale;
    for (Offer offer : all) {
      Integer sku = skuNumbers.get(offer.sku());
      if (sku != null && screening.allows(offer) && screening.usable(offer) > 0) {
        offers[count] = offer;
        skuOf[count++] = sku;
        scale = Math.max(scale, Math.max(scale(offer.cost()), scale(offer.handlingFee())));
      }
    }
    problem.priceScale = scale;
  }

  private static int scale(BigDecimal amount) {
    return amount.scale() <= 2 ? 2 : amount.stripTrailingZeros().scale();
  }

  /** Numbers the suppliers by their ids. */
  private void numberSuppliers() {
    Map<String, Integer> met = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Integer known = met.putIfAbsent(offers[i].supplier(), met.size());
      supplierOf[i] = known == null ? met.size() - 1 : known;
    }
    String[] ids = new String[met.size()];
    met.forEach((id, number) -> ids[number] = id);
    problem.suppliers = ids.clone();
    Arrays.sort(problem.suppliers);
    int[] sorted = new int[ids.length];
    for (int number = 0; number < ids.length; number++) {
      sorted[number] = Arrays.binarySearch(problem.suppliers, ids[number]);
    }
    for (int i = 0; i < count; i++) {
      supplierOf[i] = sorted[supplierOf[i]];
    }
  }

  private void readTerms() {
    problem.fee = new long[problem.suppliers.length];
    problem.minimum = new long[problem.suppliers.length];
    for (int i = 0; i < count; i++) {
      long fee = minor(offers[i].handlingFee(), offers[i]);
      problem.fee[supplierOf[i]] = Math.max(problem.fee[supplierOf[i]], fee);
    }
    for (int i = 0; i < problem.suppliers.length; i++) {
      BigDecimal minimum = screening.rules().terms(problem.suppliers[i]).minimumOrder();
      if (minimum.signum() > 0) {
        problem.minimum[i] =
            minimum
                .setScale(problem.priceScale, RoundingMode.CEILING)
                .unscaledValue()
                .longValueExact();
        problem.hasMinimums = true;
      }
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
              + " is too large to add up exactly; give fewer digits",
          e);
    }
  }

  private void layOut() {
    problem.items = problem.skus.length;
    problem.pieces = problem.wanted;
    problem.weight = new long[problem.items];
    Arrays.fill(problem.weight, 1);
    problem.single = new boolean[problem.items];
    Arrays.fill(problem.single, !screening.rules().split().acrossLine());
    problem.allOrNone = new int[0][];
    problem.makeOptions(count);
    int[] sorted = sortedOffers();
    for (int option = 0; option < count; option++) {
      copy(sorted[option], option);
    }
  }

  /** The offers by SKU, then by supplier; fills the problem's first options. */
  private int[] sortedOffers() {
    int[] next = new int[problem.items + 1];
    for (int i = 0; i < count; i++) {
      next[skuOf[i] + 1]++;
    }
    for (int item = 0; item < problem.items; item++) {
      next[item + 1] += next[item];
    }
    problem.first = next.clone();
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      insert(sorted, problem.first[skuOf[i]], next[skuOf[i]]++, i);
    }
    return sorted;
  }

  private void insert(int[] sorted, int start, int end, int offer) {
    int place = end;
    while (place > start && supplierOf[sorted[place - 1]] > supplierOf[offer]) {
      sorted[place] = sorted[place - 1];
      place--;
    }
    if (place > start && supplierOf[sorted[place - 1]] == supplierOf[offer]) {
      throw new IllegalArgumentException(
          "supplier "
              + offers[offer].supplier()
              + " offers SKU "
              + offers[offer].sku()
              + " twice; give one offer for each supplier and SKU");
    }
    sorted[place] = offer;
  }

  private void copy(int from, int option) {
    Offer offer = offers[from];
    problem.supplier[option] = supplierOf[from];
    problem.capacity[option] = Math.min(screening.usable(offer), problem.wanted[skuOf[from]]);
    problem.lead[option] = screening.leadDays(offer);
    problem.price[option] = minor(offer.cost(), offer);
    problem.stock[option] = offer.quantity();
    problem.rank[option] = offer.rank();
  }
}
