package io.serai.plan;

import java.time.Instant;
import java.util.Optional;

/** What the rules of the order's channel leave of each offer. */
final class Screening {
  private final Demand demand;
  private final Rules rules;
  private final Optional<Instant> at;
  private final boolean forbidsNothing;

  Screening(Demand demand, Rules rules, Optional<Instant> at) {
    this.demand = demand;
    this.rules = rules;
    this.at = at;
    this.forbidsNothing =
        rules.exclude().isEmpty() && rules.only().isEmpty() && rules.suppliers().isEmpty();
  }

  Demand demand() {
    return demand;
  }

  Rules rules() {
    return rules;
  }

  Optional<Instant> at() {
    return at;
  }

  boolean allows(Offer offer) {
    return forbidsNothing || OfferRule.forbidding(rules, demand, offer).isEmpty();
  }

  /** Units that may be promised of an offer that the rules allow. */
  int usable(Offer offer) {
    return Math.max(0, offer.quantity() - rules.safetyBuffer().of(offer.supplier(), offer.sku()));
  }

  /** Calendar days from the planning to the dispatch. */
  int leadDays(Offer offer) {
    return at.isEmpty()
        ? offer.leadDays()
        : rules.terms(offer.supplier()).leadDays(at.get(), offer.leadDays());
  }
}
