package io.serai.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The usual way, to compare with: one pass down a fixed list of suppliers, each sending all it has
 * of what is still missing. It keeps to the rules about single offers and to {@code
 * split.maxShipments}, and to no other rule of the split.
 */
public final class GreedyPlanner {
  private final List<String> suppliers;
  private final Rules rules;

  private GreedyPlanner(List<String> suppliers, Rules rules) {
    this.suppliers = suppliers;
    this.rules = rules;
  }

  /** Goes down the suppliers of a stock by their rank, then by their ids. */
  public static GreedyPlanner byRank(Stock stock, Rules rules) {
    Split split = new Split(0, rules.split().maxShipments(), true, List.of());
    return new GreedyPlanner(stock.suppliersByRank(), rules.withSplit(split));
  }

  /** Plans one order. */
  public Plan plan(Demand demand, List<Offer> offers) {
    Rules ofChannel = rules.forChannel(demand.channel());
    Screening screening = new Screening(demand, ofChannel, Optional.empty());
    Problem problem = ProblemBuilding.of(screening, offers, 2);
    long[] taken = new long[problem.supplier.length];
    long[] missing = problem.pieces.clone();
    int most = ofChannel.split().maxShipments();
    int shipments = 0;
    for (String supplier : suppliers) {
      int number = Arrays.binarySearch(problem.suppliers, supplier);
      if (number >= 0 && (most == 0 || shipments < most)) {
        shipments += takeAll(problem, number, missing, taken) ? 1 : 0;
      }
    }
    return new PlanWriting(problem, screening, offers, taken).plan(false, Optional.empty(), false);
  }

  private static boolean takeAll(Problem problem, int supplier, long[] missing, long[] taken) {
    boolean any = false;
    for (int item = 0; item < problem.items; item++) {
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        if (problem.supplier[i] == supplier) {
          taken[i] = Math.min(missing[item], problem.capacity[i]);
          missing[item] -= taken[i];
          any |= taken[i] > 0;
        }
      }
    }
    return any;
  }
}
