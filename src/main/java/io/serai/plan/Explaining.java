package io.serai.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out why a plan is as it is: plans it, looks at each offer again, and plans without. */
final class Explaining {
  private record Try(Alternative alternative, long[] worth) {}

  private final Screening screening;
  private final List<Offer> offers;
  private final Solution solution;
  private final Plan plan;

  /** Units sent, by SKU and supplier. */
  private final Map<String, Map<String, Long>> sent = new HashMap<>();

  Explaining(Screening screening, List<Offer> offers) {
    this.screening = screening;
    this.offers = offers;
    this.solution = Solution.of(screening, offers);
    this.plan = solution.plan();
    Map<String, String> skus = new HashMap<>();
    screening.demand().lines().forEach(line -> skus.put(line.line(), line.sku()));
    for (PlannedShipment shipment : solution.unheld().shipments()) {
      for (PlannedLine line : shipment.lines()) {
        sent.computeIfAbsent(skus.get(line.line()), sku -> new TreeMap<>())
            .merge(shipment.supplier(), (long) line.quantity(), Long::sum);
      }
    }
  }

  Explanation explanation() {
    SplitNotes notes = new SplitNotes(screening, solution);
    List<SeenLine> lines = new ArrayList<>();
    for (DemandLine line : solution.problem().lines) {
      lines.add(new SeenLine(line, seen(line.sku()), notes.of(line)));
    }
    return new Explanation(
        screening.demand(),
        screening.rules(),
        plan,
        solution.unheld().score(),
        lines,
        alternatives());
  }

  private List<SeenOffer> seen(String sku) {
    return offers.stream()
        .filter(offer -> offer.sku().equals(sku))
        .sorted(Comparator.comparing(Offer::supplier))
        .map(this::seen)
        .toList();
  }

  private SeenOffer seen(Offer offer) {
    Map<String, Long> ofSku = sent.getOrDefault(offer.sku(), Map.of());
    long units = ofSku.getOrDefault(offer.supplier(), 0L);
    if (units > 0) {
      return seen(offer, units, SeenOffer.Fate.SENT, "");
    }
    return dropped(offer)
        .map(why -> seen(offer, 0, SeenOffer.Fate.DROPPED, why))
        .orElseGet(() -> seen(offer, 0, SeenOffer.Fate.LEFT, left(offer, ofSku)));
  }

  private SeenOffer seen(Offer offer, long units, SeenOffer.Fate fate, String why) {
    return new SeenOffer(
        offer, screening.usable(offer), screening.leadDays(offer), units, fate, why);
  }

  private Optional<String> dropped(Offer offer) {
    Rules rules = screening.rules();
    Optional<String> byRule =
        OfferRule.forbidding(rules, screening.demand(), offer)
            .map(
                rule ->
                    rule.key(offer)
                        + ": "
                        + rule.whyNot(rules, screening.demand(), offer).orElseThrow());
    if (byRule.isPresent() || screening.usable(offer) > 0) {
      return byRule;
    }
    int kept = rules.safetyBuffer().of(offer.supplier(), offer.sku());
    return Optional.of(
        offer.quantity() == 0 ? "no stock" : "safetyBuffer: " + kept + " are kept back");
  }

  /** Why an offer with usable stock sends nothing. */
  private String left(Offer offer, Map<String, Long> takers) {
    boolean shipsOther =
        sent.values().stream().anyMatch(ofSku -> ofSku.containsKey(offer.supplier()));
    if (!shipsOther) {
      return "no plan with a shipment from " + offer.supplier() + " is better";
    }
    return takers.isEmpty()
        ? "the line waits"
        : WorseThan.taken(screening, offer, taken(offer.sku(), takers));
  }

  private List<Offer> taken(String sku, Map<String, Long> takers) {
    return offers.stream()
        .filter(offer -> offer.sku().equals(sku) && takers.containsKey(offer.supplier()))
        .toList();
  }

  private List<Alternative> alternatives() {
    List<Try> tries = new ArrayList<>();
    for (PlannedShipment shipment : solution.unheld().shipments()) {
      List<Offer> others = new ArrayList<>(offers);
      others.removeIf(offer -> offer.supplier().equals(shipment.supplier()));
      Solution other = Solution.of(screening, others);
      tries.add(new Try(new Alternative(shipment.supplier(), other.unheld()), other.worth()));
    }
    tries.sort((a, b) -> Arrays.compare(a.worth, b.worth));
    return tries.stream().map(Try::alternative).toList();
  }
}
