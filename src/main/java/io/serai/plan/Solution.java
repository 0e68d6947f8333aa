package io.serai.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The best plan for what a screening leaves of the offers, still as numbers.
 *
 * @param bound no plan has a better worth than this
 */
record Solution(
    Problem problem,
    Screening screening,
    List<Offer> offers,
    long[] taken,
    long[] worth,
    long[] bound) {

  static Solution of(Screening screening, List<Offer> offers) {
    Problem problem = ProblemBuilding.of(screening, offers, 2);
    if (problem.suppliers.length > Shortlist.MOST) {
      return ofShortlist(screening, offers, problem);
    }
    Incumbent best = new Search(problem, screening.rules()).run();
    return new Solution(problem, screening, offers, best.taken(), best.worth(), best.bound());
  }

  /** Searches among the most promising suppliers; the bound is that of all of them. */
  private static Solution ofShortlist(Screening screening, List<Offer> offers, Problem whole) {
    Set<String> kept = Shortlist.of(whole);
    List<Offer> fewer = new ArrayList<>(offers);
    fewer.removeIf(offer -> !kept.contains(offer.supplier()));
    Problem problem = ProblemBuilding.of(screening, fewer, whole.priceScale);
    Incumbent best = new Search(problem, screening.rules()).run();
    long[] bound = new Valuation(whole, screening.rules().prioritize()).worth(-1L, 0, 0);
    return new Solution(problem, screening, offers, best.taken(), best.worth(), bound);
  }

  boolean isProven() {
    return Arrays.compare(bound, worth) >= 0;
  }

  Plan plan() {
    return written(true);
  }

  /** What could ship now, even when the rules hold the order. */
  Plan unheld() {
    return written(false);
  }

  private Plan written(boolean mayHold) {
    return new PlanWriting(problem, screening, offers, taken)
        .plan(isProven(), isProven() ? Optional.empty() : Optional.of(boundScore()), mayHold);
  }

  private Score boundScore() {
    long[] measure = new long[Priority.values().length];
    List<Priority> priorities = screening.rules().prioritize();
    for (int i = 0; i < priorities.size(); i++) {
      measure[priorities.get(i).ordinal()] = bound[i + 1];
    }
    return new Score(
        -bound[0],
        (int) measure[Priority.SHIPMENTS.ordinal()],
        BigDecimal.valueOf(measure[Priority.PRICE.ordinal()], problem.priceScale),
        (int) measure[Priority.SPEED.ordinal()],
        -measure[Priority.STOCK.ordinal()],
        measure[Priority.PREFERENCE.ordinal()]);
  }
}
