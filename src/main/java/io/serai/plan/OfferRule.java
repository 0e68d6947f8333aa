package io.serai.plan;

import java.util.List;
import java.util.Optional;

/** One reason for which an offer may not serve an order, whatever its stock. */
enum OfferRule {
  /** {@code suppliers.NAME.enabled}. */
  ENABLED("suppliers.enabled") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      return rules.terms(offer.supplier()).enabled()
          ? Optional.empty()
          : Optional.of("the supplier is disabled");
    }
  },
  /** {@code suppliers.NAME.countries}. */
  COUNTRY("suppliers.countries") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      return rules.terms(offer.supplier()).serves(demand.country())
          ? Optional.empty()
          : Optional.of("the supplier does not ship to " + demand.country());
    }
  },
  /** {@code only}. */
  ONLY("only") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      for (Matching only : rules.only()) {
        if (only.concerns(demand, offer.sku()) && !only.names(offer.supplier())) {
          return Optional.of("only " + String.join(", ", only.suppliers()) + " may serve it");
        }
      }
      return Optional.empty();
    }
  },
  /** {@code exclude}. */
  EXCLUDE("exclude") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      for (Matching exclude : rules.exclude()) {
        if (exclude.concerns(demand, offer.sku()) && exclude.names(offer.supplier())) {
          return Optional.of("an entry excludes it");
        }
      }
      return Optional.empty();
    }
  };

  private static final List<OfferRule> ALL = List.of(values());

  private final String key;

  OfferRule(String key) {
    this.key = key;
  }

  /** Empty when the offer may serve the order, else why not. */
  abstract Optional<String> whyNot(Rules rules, Demand demand, Offer offer);

  /** The key in the rules that says so. */
  String key() {
    return key;
  }

  /** The first rule that forbids the offer, if one does. */
  static Optional<OfferRule> forbidding(Rules rules, Demand demand, Offer offer) {
    for (OfferRule rule : ALL) {
      if (rule.whyNot(rules, demand, offer).isPresent()) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
