package io.serai.plan;

/**
 * Finds the best set of suppliers, by branch and bound.
 *
 * <p>A node of the search has suppliers that are in, suppliers that are out, and free ones. Serving
 * from all that are not out, while paying only for those that are in, is never worse than anything
 * below the node: when even that is worse than the best plan found, the node is left. When it
 * happens to use only suppliers that are in, it is the best below the node.
 *
 * <p>Up to {@value #ALWAYS_PROVEN} suppliers the search always ends. Past that it stops at its
 * limit, and the best worth among the nodes that it left open bounds what it may have missed.
 */
final class Search {
  /** So many candidate suppliers are always searched to the end. */
  static final int ALWAYS_PROVEN = 12;

  private final Problem problem;
  private final Valuation valuation;
  private final Coverage coverage;
  private final SearchBudget budget;
  private final Incumbent best;
  private final MinimumOrders minimums;
  private final int maxShipments;
  private final boolean lessIsNeverBest;
  private final boolean shipmentsFirst;

  /** Are units moved between suppliers to reach a minimum? */
  private boolean movesUnits;

  /** No plan that ships all has fewer shipments. */
  private int fewest;

  Search(Problem problem, Rules rules) {
    this.problem = problem;
    this.valuation = new Valuation(problem, rules.prioritize());
    this.coverage = new Coverage(problem);
    this.budget = new SearchBudget(rules.search(), valuation, coverage);
    this.best = new Incumbent(problem, valuation);
    this.minimums = new MinimumOrders(problem, valuation, budget, best);
    int most = rules.split().maxShipments();
    this.maxShipments = most == 0 ? Integer.MAX_VALUE : most;
    this.lessIsNeverBest = most == 0 && !problem.hasMinimums;
    this.shipmentsFirst =
        !rules.prioritize().isEmpty() && rules.prioritize().get(0) == Priority.SHIPMENTS;
  }

  /** Searches; the result stands in what it returns. */
  Incumbent run() {
    best.consider(0);
    boolean isLarge = problem.suppliers.length > ALWAYS_PROVEN;
    if (!problem.hasMinimums && (isLarge || !shipmentsFirst)) {
      new Improvement(problem, valuation, best, maxShipments).run();
    }
    if (shipmentsFirst && lessIsNeverBest) {
      findFewest(isLarge);
    }
    if (problem.hasMinimums) {
      // Without moving units to reach a minimum first: it is quick, and what it finds is nearly
      // always so good that little is left to be searched with.
      visit(0, problem.allSuppliers());
      movesUnits = true;
    }
    visit(0, problem.allSuppliers());
    return best;
  }

  private void findFewest(boolean isLarge) {
    FewestShipments search = new FewestShipments(coverage, budget, isLarge);
    boolean known = best.units() == coverage.fullUnits();
    search.run(problem.allSuppliers(), known ? best.shipments() : problem.suppliers.length);
    fewest = search.proven();
    if (search.found() >= 0) {
      best.consider(search.found());
    }
  }

  private void visit(long in, long notOut) {
    int size = Long.bitCount(in);
    long free = size >= limit() ? 0 : notOut;
    int missing = shipsAll() ? coverage.missing(in, free) : 0;
    if (size + missing > limit()) {
      return;
    }
    int shipments = Math.max(fewest, size + missing);
    long[] bound = valuation.worth(in | free, in, shipments);
    if (best.beats(bound, in | free)) {
      return;
    }
    if (problem.suppliers.length > ALWAYS_PROVEN && budget.isSpent()) {
      best.leaveOpen(bound);
    } else if (shipsAll() && missing > 0 && size + 1 == limit()) {
      complete(in, coverage.completing(in, free));
    } else {
      branch(in, free);
    }
  }

  /** One supplier more is all that a plan at least as good as the best may use. */
  private void complete(long in, long completing) {
    for (long rest = completing; rest != 0; rest &= rest - 1) {
      decide(in | Long.lowestOneBit(rest));
    }
  }

  private void branch(long in, long free) {
    long used = valuation.used(in | free);
    long wished = used & ~in;
    if (wished == 0 && minimums.areReached(used)) {
      best.consider(used);
    } else if (free == 0) {
      decide(in);
    } else {
      long next = wished == 0 ? Long.lowestOneBit(free) : coverage.next(in, free, wished);
      visit(in | next, free & ~next);
      visit(in, free & ~next);
    }
  }

  /** Nothing is free any more: only these suppliers, and all of them. */
  private void decide(long set) {
    if (minimums.areReached(set)) {
      best.consider(set);
    } else if (movesUnits) {
      minimums.search(set);
    }
  }

  /** Can no plan with fewer units than all suppliers together ship be the best? */
  private boolean shipsAll() {
    return lessIsNeverBest || best.units() == coverage.fullUnits();
  }

  /** The most suppliers that a plan may use and still be the best. */
  private int limit() {
    return shipmentsFirst && best.units() == coverage.fullUnits()
        ? Math.min(maxShipments, best.shipments())
        : maxShipments;
  }
}
