package io.serai.plan;

import java.util.Arrays;

/**
 * Finds the best set of suppliers, by branch and bound.
 *
 * <p>A node of the search has suppliers that are in, suppliers that are out, and suppliers still
 * undecided. Serving from all that are not out, while paying only for those that are in, is never
 * worse than anything below the node: when even that is worse than the best plan found, the node is
 * left. When it happens to use only suppliers that are in, it is the best below the node.
 */
final class Search {
  private final Problem problem;
  private final Valuation valuation;
  private final Coverage coverage;
  private final int maxShipments;
  private final boolean shipmentsFirst;

  private long[] bestWorth;
  private long best;
  private LineTable bestLines;

  Search(Problem problem, Rules rules) {
    this.problem = problem;
    this.valuation = new Valuation(problem, rules.prioritize());
    int most = rules.split().maxShipments();
    this.maxShipments = most == 0 ? problem.suppliers.length : most;
    this.coverage = new Coverage(problem, most == 0);
    this.shipmentsFirst =
        !rules.prioritize().isEmpty() && rules.prioritize().get(0) == Priority.SHIPMENTS;
  }

  /** The pieces taken of each option by the best plan. */
  long[] run() {
    visit(0, problem.allSuppliers());
    return valuation.taken(best);
  }

  private void visit(long in, long notOut) {
    long open = Long.bitCount(in) >= limit() ? in : notOut;
    long[] bound = valuation.worth(open, in, Long.bitCount(in) + coverage.missing(in, open));
    if (isWorse(bound)) {
      return;
    }
    valuation.taken(open);
    long wished = valuation.used() & ~in;
    if (wished == 0) {
      consider(valuation.used());
      return;
    }
    long next = coverage.next(in, open, wished);
    visit(in | next, open);
    visit(in, open & ~next);
  }

  /** The most suppliers that a plan may use and still be the best. */
  private int limit() {
    boolean full = bestWorth != null && bestWorth[0] == -coverage.fullUnits();
    return shipmentsFirst && full ? (int) Math.min(maxShipments, bestWorth[1]) : maxShipments;
  }

  private boolean isWorse(long[] worth) {
    return bestWorth != null && Arrays.compare(worth, bestWorth) > 0;
  }

  private void consider(long set) {
    long[] worth = valuation.worth(set, set, Long.bitCount(set));
    int order = bestWorth == null ? -1 : Arrays.compare(worth, bestWorth);
    if (order > 0) {
      return;
    }
    LineTable lines = order == 0 ? LineTable.of(problem, valuation.taken(set)) : null;
    if (order == 0 && bestLines == null) {
      bestLines = LineTable.of(problem, valuation.taken(best));
    }
    if (order < 0 || lines.compareTo(bestLines) < 0) {
      bestWorth = worth;
      best = set;
      bestLines = lines;
    }
  }
}
