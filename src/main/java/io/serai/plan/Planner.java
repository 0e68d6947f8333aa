package io.serai.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides which supplier ships which units of an order.
 *
 * <p>Ships now as many units as the offers and the rules allow; among the plans that do, takes the
 * best by the rules' priorities; among equals, the one that takes more of the supplier whose id
 * sorts first, on the first line where they differ. Neither the order of the lines nor that of the
 * offers matters. Pure and safe to share between threads.
 */
public final class Planner {
  private Planner() {}

  /**
   * Plans one order, taking each supplier's lead days as stated.
   *
   * @param offers at most one for each supplier and SKU; those of other SKUs are ignored
   * @throws IllegalArgumentException when a supplier offers one SKU twice, or when an amount is too
   *     large to add up exactly
   */
  public static Plan plan(Demand demand, List<Offer> offers, Rules rules) {
    return plan(demand, offers, rules, Optional.empty());
  }

  /**
   * Plans one order at a known time: cut-off hours and holidays lengthen the lead days, and a
   * restock whose day has passed is not waited for.
   */
  public static Plan plan(Demand demand, List<Offer> offers, Rules rules, Instant at) {
    return plan(demand, offers, rules, Optional.of(at));
  }

  /** Plans one order, and says why the plan is as it is. Takes a few times as long as planning. */
  public static Explanation explain(Demand demand, List<Offer> offers, Rules rules) {
    return new Explaining(screening(demand, rules, Optional.empty()), offers).explanation();
  }

  /** Plans one order at a known time, and says why the plan is as it is. */
  public static Explanation explain(Demand demand, List<Offer> offers, Rules rules, Instant at) {
    return new Explaining(screening(demand, rules, Optional.of(at)), offers).explanation();
  }

  private static Plan plan(Demand demand, List<Offer> offers, Rules rules, Optional<Instant> at) {
    return Solution.of(screening(demand, rules, at), offers).plan();
  }

  private static Screening screening(Demand demand, Rules rules, Optional<Instant> at) {
    return new Screening(demand, rules.forChannel(demand.channel()), at);
  }
}
