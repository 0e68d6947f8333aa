package io.serai.plan;

import java.util.Arrays;

/**
 * The best way to serve from a set of suppliers when some of them must reach a minimum value: every
 * division of every item, cheapest first, left as soon as a minimum cannot be reached any more or
 * the known plan is better than the cheapest completion.
 */
final class MinimumSearch {
  /** What a visit takes, in looks at single offers, about. */
  private static final int STEPS_A_VISIT = 10;

  private final Problem problem;
  private final Valuation valuation;
  private final SearchBudget budget;
  private final Incumbent best;
  private final long set;

  /** The suppliers with a minimum. */
  private final long needed;

  private final Ranking ranking;
  private final boolean[] waits;
  private final MinimumOutlook outlook;

  private final long[] taken;
  private final long[] value;
  private final long[] sums;
  private long units;
  private boolean stopped;

  MinimumSearch(
      Problem problem,
      Valuation valuation,
      SearchBudget budget,
      Incumbent best,
      long set,
      long needed) {
    this.problem = problem;
    this.valuation = valuation;
    this.budget = budget;
    this.best = best;
    this.set = set;
    this.needed = needed;
    this.ranking = valuation.ranking();
    this.waits = valuation.waiting(set);
    this.outlook = new MinimumOutlook(problem, ranking, set, waits);
    this.taken = new long[problem.supplier.length];
    this.value = new long[problem.suppliers.length];
    this.sums = new long[ranking.sums.length];
  }

  /**
   * Searches.
   *
   * @param bound what no division can be better than
   */
  void run(long[] bound) {
    visit(0, 0, 0);
    if (stopped) {
      best.leaveOpen(bound);
    }
  }

  private void visit(int item, int lead, long used) {
    budget.add(STEPS_A_VISIT);
    stopped |= budget.isSpent();
    if (stopped || !canReachMinimums(item) || isBeaten(item, lead, used)) {
      return;
    }
    if (item == problem.items) {
      best.consider(used, worth(item, lead, used), taken);
    } else if (waits[item]) {
      visit(item + 1, lead, used);
    } else if (problem.single[item]) {
      chooseOne(item, lead, used);
    } else {
      long rest = problem.reach(item, set);
      divide(item, problem.first[item], rest, lead, used);
    }
  }

  private boolean canReachMinimums(int item) {
    for (long rest = needed; rest != 0; rest &= rest - 1) {
      int supplier = Long.numberOfTrailingZeros(rest);
      if (value[supplier] + outlook.value(supplier, item) < problem.minimum[supplier]) {
        return false;
      }
    }
    return true;
  }

  private boolean isBeaten(int item, int lead, long used) {
    return Arrays.compare(worth(item, lead, used), best.worth()) > 0;
  }

  /** What is taken so far, and the cheapest for all items that follow. */
  private long[] worth(int item, int lead, long used) {
    long[] all = new long[sums.length];
    for (int j = 0; j < all.length; j++) {
      all[j] = sums[j] + outlook.sum(j, item);
    }
    long paid = used | needed;
    return valuation.worth(units + outlook.units(item), all, lead, paid, Long.bitCount(paid));
  }

  private void chooseOne(int item, int lead, long used) {
    boolean any = false;
    boolean whole = isInSet(item);
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      if ((set & ranking.bit[i]) != 0 && (!whole || ranking.capacity[i] == problem.pieces[item])) {
        any = true;
        take(item, i, ranking.capacity[i]);
        visit(item + 1, Math.max(lead, ranking.lead[i]), used | ranking.bit[i]);
        take(item, i, -ranking.capacity[i]);
      }
    }
    if (!any) {
      visit(item + 1, lead, used);
    }
  }

  private boolean isInSet(int item) {
    for (int[] allOrNone : problem.allOrNone) {
      if (Arrays.stream(allOrNone).anyMatch(i -> i == item)) {
        return true;
      }
    }
    return false;
  }

  private void divide(int item, int i, long rest, int lead, long used) {
    if (rest == 0) {
      visit(item + 1, lead, used);
      return;
    }
    long later = outlook.capacityFrom(item, i);
    if (stopped || later < rest) {
      return;
    }
    if ((set & ranking.bit[i]) == 0) {
      divide(item, i + 1, rest, lead, used);
      return;
    }
    long most = Math.min(rest, ranking.capacity[i]);
    long least = Math.max(0, rest - (later - ranking.capacity[i]));
    for (long pieces = most; pieces >= least && !stopped; pieces--) {
      take(item, i, pieces);
      divide(
          item,
          i + 1,
          rest - pieces,
          pieces > 0 ? Math.max(lead, ranking.lead[i]) : lead,
          pieces > 0 ? used | ranking.bit[i] : used);
      take(item, i, -pieces);
    }
  }

  private void take(int item, int i, long pieces) {
    int option = ranking.option[i];
    taken[option] += pieces;
    value[problem.supplier[option]] += pieces * problem.price[option];
    units += pieces * problem.weight[item];
    for (int j = 0; j < sums.length; j++) {
      sums[j] += pieces * ranking.sums[j][i];
    }
  }
}
