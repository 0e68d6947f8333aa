package io.serai.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The same orders against the same stock in three ways: greedily down a list of suppliers, by the
 * planner one by one as they came, and by the planner together in batches.
 */
public record Comparison(Totals greedy, Totals single, Totals joint) {
  /**
   * Plans all orders in all three ways, each from the full stock.
   *
   * @param batches the orders in the sequence they came, in the groups that wait together
   */
  public static Comparison of(List<List<Demand>> batches, List<Offer> offers, Rules rules) {
    return new Comparison(
        greedy(batches, offers, rules),
        single(batches, offers, rules),
        joint(batches, offers, rules));
  }

  private static Totals greedy(List<List<Demand>> batches, List<Offer> offers, Rules rules) {
    Stock stock = new Stock(offers);
    GreedyPlanner greedy = GreedyPlanner.byRank(stock, rules);
    List<Plan> plans = new ArrayList<>();
    for (List<Demand> batch : batches) {
      for (Demand demand : batch) {
        plans.add(greedy.plan(demand, stock.offersFor(demand)));
        stock.take(demand, plans.get(plans.size() - 1));
      }
    }
    return Totals.of(plans);
  }

  private static Totals single(List<List<Demand>> batches, List<Offer> offers, Rules rules) {
    Stock stock = new Stock(offers);
    List<Plan> plans = new ArrayList<>();
    for (List<Demand> batch : batches) {
      for (Demand demand : batch) {
        plans.add(Planner.plan(demand, stock.offersFor(demand), rules));
        stock.take(demand, plans.get(plans.size() - 1));
      }
    }
    return Totals.of(plans);
  }

  private static Totals joint(List<List<Demand>> batches, List<Offer> offers, Rules rules) {
    Stock stock = new Stock(offers);
    List<Plan> plans = new ArrayList<>();
    for (List<Demand> batch : batches) {
      JointPlan joint = JointPlanner.plan(batch, stock.offers(), rules);
      for (int i = 0; i < batch.size(); i++) {
        stock.take(batch.get(i), joint.plans().get(i));
      }
      plans.addAll(joint.plans());
    }
    return Totals.of(plans);
  }
}
