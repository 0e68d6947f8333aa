package io.serai.plan;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A small random order with offers and rules, the same for the same seed; ties are frequent. */
record RandomCase(Demand demand, List<Offer> offers, Rules rules) {
  static RandomCase of(long seed, int mostLines, int mostSuppliers, int mostUnits) {
    Random random = new Random(seed);
    int suppliers = 1 + random.nextInt(mostSuppliers);
    Demand demand = demand(random, mostLines, mostUnits);
    return new RandomCase(
        demand, offers(random, mostLines, suppliers, mostUnits), rules(random, suppliers));
  }

  private static Demand demand(Random random, int mostLines, int mostUnits) {
    List<DemandLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(mostLines);
    for (int i = 1; i <= count; i++) {
      int sku = random.nextInt(8) == 0 ? random.nextInt(i) : i - 1;
      lines.add(new DemandLine("" + i, "K" + sku, 1 + random.nextInt(mostUnits)));
    }
    return new Demand("A1", random.nextBoolean() ? "dtc" : "amazon", "US", lines);
  }

  private static List<Offer> offers(Random random, int skus, int suppliers, int mostUnits) {
    List<Offer> offers = new ArrayList<>();
    for (int s = 0; s < suppliers; s++) {
      BigDecimal fee = BigDecimal.valueOf(random.nextInt(3) * 125L, 2);
      int rank = random.nextInt(3);
      for (int sku = 0; sku < skus; sku++) {
        if (random.nextInt(4) > 0) {
          BigDecimal cost = BigDecimal.valueOf(400 + random.nextInt(4) * 50L, 2);
          int lead = 1 + random.nextInt(4);
          int free = random.nextInt(mostUnits + 2);
          offers.add(new Offer("s" + s, "K" + sku, free, cost, lead, fee, rank, Optional.empty()));
        }
      }
    }
    return offers;
  }

  private static Rules rules(Random random, int suppliers) {
    List<Priority> all = new ArrayList<>(Arrays.asList(Priority.values()));
    Collections.shuffle(all, random);
    Split split =
        new Split(
            0,
            random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0,
            random.nextInt(4) > 0,
            keepTogether(random));
    SafetyBuffer buffer =
        random.nextInt(4) == 0
            ? new SafetyBuffer(random.nextInt(2), Map.of("s1", 2), Map.of("K0", 1))
            : SafetyBuffer.NONE;
    Matching some = new Matching(List.of("K1"), List.of("s0"), List.of(), List.of("US", "CA"));
    Matching amazon = new Matching(List.of(), List.of("s1", "s2"), List.of("amazon"), List.of());
    return new Rules(
        all.subList(0, 1 + random.nextInt(all.size())),
        split,
        buffer,
        random.nextInt(4) == 0 ? List.of(some) : List.of(),
        random.nextInt(5) == 0 ? List.of(amazon) : List.of(),
        terms(random, suppliers),
        SearchLimit.DEFAULT,
        Release.AT_ONCE,
        Map.of());
  }

  private static List<Together> keepTogether(Random random) {
    List<Together> sets = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      int from = random.nextInt(3);
      sets.add(new Together(Set.of("K" + from, "K" + (from + 1)), random.nextBoolean()));
    }
    return sets;
  }

  private static Map<String, SupplierTerms> terms(Random random, int suppliers) {
    Map<String, SupplierTerms> terms = new HashMap<>();
    for (int s = 0; s < suppliers; s++) {
      if (random.nextInt(6) == 0) {
        terms.put(
            "s" + s,
            new SupplierTerms(
                random.nextInt(4) > 0,
                random.nextInt(4) == 0 ? Set.of("DE") : Set.of(),
                BigDecimal.valueOf(random.nextInt(20)),
                Optional.empty(),
                ZoneOffset.UTC,
                Set.of(DayOfWeek.values()),
                Set.of()));
      }
    }
    return terms;
  }

  /** The same case with its lines and offers in another order. */
  RandomCase shuffled(long seed) {
    List<DemandLine> lines = new ArrayList<>(demand.lines());
    List<Offer> others = new ArrayList<>(offers);
    Collections.shuffle(lines, new Random(seed));
    Collections.shuffle(others, new Random(seed + 1));
    Demand other = new Demand(demand.order(), demand.channel(), demand.country(), lines);
    return new RandomCase(other, others, rules);
  }

  /** The units of each SKU that the order wants. */
  Map<String, Integer> wanted() {
    Map<String, Integer> wanted = new HashMap<>();
    demand.lines().forEach(line -> wanted.merge(line.sku(), line.quantity(), Integer::sum));
    return wanted;
  }

  /** The offers that the rules leave, with the units that may be promised. */
  List<Offer> usable() {
    List<Offer> usable = new ArrayList<>();
    for (Offer offer : offers) {
      SupplierTerms terms = rules.terms(offer.supplier());
      boolean served = terms.countries().isEmpty() || terms.countries().contains("US");
      boolean excluded =
          !rules.exclude().isEmpty() && offer.sku().equals("K1") && offer.supplier().equals("s0");
      boolean only =
          rules.only().isEmpty()
              || !demand.channel().equals("amazon")
              || Set.of("s1", "s2").contains(offer.supplier());
      int kept = rules.safetyBuffer().of(offer.supplier(), offer.sku());
      if (terms.enabled() && served && !excluded && only && offer.quantity() > kept) {
        usable.add(offer);
      }
    }
    return usable;
  }

  /** Units of an offer that may be promised. */
  int free(Offer offer) {
    return offer.quantity() - rules.safetyBuffer().of(offer.supplier(), offer.sku());
  }

  /** The sets of wanted SKUs that belong together, those that overlap made one. */
  List<Together> sets() {
    List<Together> sets = new ArrayList<>();
    for (Together given : rules.split().keepTogether()) {
      Set<String> skus = new java.util.TreeSet<>(given.skus());
      skus.retainAll(wanted().keySet());
      if (skus.size() < 2) {
        continue;
      }
      boolean oneShipment = given.oneShipment();
      for (Together other : List.copyOf(sets)) {
        if (!Collections.disjoint(other.skus(), skus)) {
          skus.addAll(other.skus());
          oneShipment |= other.oneShipment();
          sets.remove(other);
        }
      }
      sets.add(new Together(skus, oneShipment));
    }
    return sets;
  }
}
