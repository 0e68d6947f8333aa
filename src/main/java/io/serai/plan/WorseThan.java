package io.serai.plan;

import java.util.Comparator;
import java.util.List;

/** Says by which priority an offer lost against those that were taken. */
final class WorseThan {
  private WorseThan() {}

  static String taken(Screening screening, Offer offer, List<Offer> taken) {
    for (Priority priority : screening.rules().prioritize()) {
      Comparator<Offer> worse = worse(screening, priority);
      if (taken.stream().allMatch(other -> worse.compare(offer, other) > 0)) {
        return word(priority) + " than " + names(taken);
      }
    }
    return names(taken) + (taken.size() == 1 ? " sends" : " send") + " all, in a better plan";
  }

  private static Comparator<Offer> worse(Screening screening, Priority priority) {
    return switch (priority) {
      case PRICE -> Comparator.comparing(Offer::cost);
      case SPEED -> Comparator.comparing(screening::leadDays);
      case STOCK -> Comparator.comparing(offer -> -offer.quantity());
      case PREFERENCE -> Comparator.comparing(Offer::rank);
      case SHIPMENTS -> (a, b) -> 0;
    };
  }

  private static String word(Priority priority) {
    return switch (priority) {
      case PRICE -> "dearer";
      case SPEED -> "slower";
      case STOCK -> "less in stock";
      case PREFERENCE -> "less preferred";
      case SHIPMENTS -> "no different";
    };
  }

  private static String names(List<Offer> offers) {
    return String.join(" and ", offers.stream().map(Offer::supplier).sorted().toList());
  }
}
