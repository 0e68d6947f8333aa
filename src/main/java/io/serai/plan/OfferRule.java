package io.serai.plan;

import java.util.List;
import java.util.Optional;

/** One reason for which an offer may not serve an order, whatever its stock. */
enum OfferRule {
  /** {@code suppliers.NAME.enabled}. */
  ENABLED("suppliers.NAME.enabled") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      return rules.terms(offer.supplier()).enabled()
          ? Optional.empty()
          : Optional.of("it gets no new orders");
    }
  },
  /** {@code suppliers.NAME.countries}. */
  COUNTRY("suppliers.NAME.countries") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      return rules.terms(offer.supplier()).serves(demand.country())
          ? Optional.empty()
          : Optional.of("it does not ship to " + demand.country());
    }
  },
  /** {@code only}. */
  ONLY("only") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      for (int i = 0; i < rules.only().size(); i++) {
        Matching only = rules.only().get(i);
        if (only.concerns(demand, offer.sku()) && !only.names(offer.supplier())) {
          String who = String.join(" and ", only.suppliers());
          return Optional.of("by entry " + (i + 1) + ", only " + who + " may send it");
        }
      }
      return Optional.empty();
    }
  },
  /** {@code exclude}. */
  EXCLUDE("exclude") {
    @Override
    Optional<String> whyNot(Rules rules, Demand demand, Offer offer) {
      for (int i = 0; i < rules.exclude().size(); i++) {
        Matching exclude = rules.exclude().get(i);
        if (exclude.concerns(demand, offer.sku()) && exclude.names(offer.supplier())) {
          return Optional.of("by entry " + (i + 1));
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
  String key(Offer offer) {
    return key.replace("NAME", offer.supplier());
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
