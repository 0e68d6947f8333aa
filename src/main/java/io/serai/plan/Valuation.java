package io.serai.plan;

import java.util.Arrays;
import java.util.List;

/**
 * The best way to serve an order from a given set of open suppliers, and what it is worth.
 *
 * <p>Once the set is fixed, items do not touch each other: each takes its cheapest pieces first,
 * where cheapest is the tuple of all measures that are sums. Only the lead time is a maximum over
 * items: it is found by a first walk, which among equally cheap pieces prefers the fast; a second
 * walk then keeps to that lead time and prefers what the later priorities ask, and at last the
 * supplier id that sorts first.
 *
 * <p>A worth is an array to be compared from its start, less is better: the units that ship,
 * negated, then each priority.
 */
final class Valuation {
  private final Problem problem;
  private final List<Priority> priorities;

  /** The measures that are sums, in the order of the priorities. */
  private final long[][] sums;

  /** How many of them stand before the lead time; all when it is no priority. */
  private final int before;

  private final boolean speed;
  private final int[] fastFirst;
  private final int[] idFirst;

  private final long[] total;
  private final boolean[] waits;
  private long units;
  private int longestLead;
  private long used;

  Valuation(Problem problem, List<Priority> priorities) {
    this.problem = problem;
    this.priorities = priorities;
    this.sums =
        priorities.stream()
            .filter(p -> p != Priority.SHIPMENTS && p != Priority.SPEED)
            .map(this::measure)
            .toArray(long[][]::new);
    this.speed = priorities.contains(Priority.SPEED);
    this.before = speed ? sumsBeforeSpeed() : sums.length;
    this.total = new long[sums.length];
    this.waits = new boolean[problem.items];
    this.fastFirst = speed ? sorted(true) : null;
    this.idFirst = sorted(false);
  }

  private long[] measure(Priority priority) {
    return switch (priority) {
      case PRICE -> problem.price;
      case PREFERENCE -> problem.rank;
      default -> Arrays.stream(problem.stock).map(free -> -free).toArray();
    };
  }

  private int sumsBeforeSpeed() {
    List<Priority> earlier = priorities.subList(0, priorities.indexOf(Priority.SPEED));
    return earlier.contains(Priority.SHIPMENTS) ? earlier.size() - 1 : earlier.size();
  }

  int length() {
    return priorities.size() + 1;
  }

  /** The options of each item, cheapest first. */
  private int[] sorted(boolean leadMatters) {
    Integer[] options = new Integer[problem.supplier.length];
    Arrays.setAll(options, i -> i);
    for (int item = 0; item < problem.items; item++) {
      boolean single = problem.single[item];
      Arrays.sort(
          options,
          problem.first[item],
          problem.first[item + 1],
          (a, b) -> compare(a, b, single, leadMatters));
    }
    return Arrays.stream(options).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int a, int b, boolean single, boolean leadMatters) {
    if (single && problem.capacity[a] != problem.capacity[b]) {
      return Long.compare(problem.capacity[b], problem.capacity[a]);
    }
    for (int i = 0; i < sums.length; i++) {
      if (leadMatters && i == before && problem.lead[a] != problem.lead[b]) {
        return Integer.compare(problem.lead[a], problem.lead[b]);
      }
      if (sums[i][a] != sums[i][b]) {
        return Long.compare(sums[i][a], sums[i][b]);
      }
    }
    if (leadMatters && before == sums.length && problem.lead[a] != problem.lead[b]) {
      return Integer.compare(problem.lead[a], problem.lead[b]);
    }
    return Integer.compare(problem.supplier[a], problem.supplier[b]);
  }

  /**
   * The worth of serving from the open suppliers when the paid ones are counted as used: exact when
   * both are the same and all are needed, else no plan that uses all paid and any open suppliers is
   * better.
   */
  long[] worth(long open, long paid, int shipments) {
    findWaiting(open);
    if (speed) {
      walk(fastFirst, open, Integer.MAX_VALUE, null);
      if (before < sums.length) {
        walk(idFirst, open, longestLead, null);
      }
    } else {
      walk(idFirst, open, Integer.MAX_VALUE, null);
    }
    return written(paid, shipments);
  }

  private long[] written(long paid, int shipments) {
    long[] worth = new long[length()];
    worth[0] = -units;
    int next = 0;
    for (int i = 0; i < priorities.size(); i++) {
      worth[i + 1] =
          switch (priorities.get(i)) {
            case SHIPMENTS -> shipments;
            case SPEED -> longestLead;
            case PRICE -> total[next++] + fees(paid);
            default -> total[next++];
          };
    }
    return worth;
  }

  private long fees(long paid) {
    long fees = 0;
    for (long rest = paid; rest != 0; rest &= rest - 1) {
      fees += problem.fee[Long.numberOfTrailingZeros(rest)];
    }
    return fees;
  }

  /**
   * The pieces taken of each option; of equally good ways the one whose supplier ids sort first.
   */
  long[] taken(long open) {
    findWaiting(open);
    if (speed) {
      walk(fastFirst, open, Integer.MAX_VALUE, null);
    }
    long[] taken = new long[problem.supplier.length];
    walk(idFirst, open, speed ? longestLead : Integer.MAX_VALUE, taken);
    return taken;
  }

  /** The suppliers that the last walk took anything of. */
  long used() {
    return used;
  }

  private void walk(int[] order, long open, int most, long[] taken) {
    Arrays.fill(total, 0);
    units = 0;
    used = 0;
    longestLead = 0;
    for (int item = 0; item < problem.items; item++) {
      if (!waits[item]) {
        take(item, order, open, most, taken);
      }
    }
  }

  private void take(int item, int[] order, long open, int most, long[] taken) {
    long rest = problem.pieces[item];
    for (int i = problem.first[item]; i < problem.first[item + 1] && rest > 0; i++) {
      int option = order[i];
      int supplier = problem.supplier[option];
      if ((open >>> supplier & 1) == 0 || problem.lead[option] > most) {
        continue;
      }
      long pieces = Math.min(rest, problem.capacity[option]);
      for (int j = 0; j < sums.length; j++) {
        total[j] += pieces * sums[j][option];
      }
      units += pieces * problem.weight[item];
      used |= 1L << supplier;
      longestLead = Math.max(longestLead, problem.lead[option]);
      if (taken != null) {
        taken[option] = pieces;
      }
      rest = problem.single[item] ? 0 : rest - pieces;
    }
  }

  private void findWaiting(long open) {
    for (int[] set : problem.allOrNone) {
      boolean whole = true;
      for (int item : set) {
        whole &= reaches(item, open);
      }
      for (int item : set) {
        waits[item] = !whole;
      }
    }
  }

  private boolean reaches(int item, long open) {
    long has = 0;
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      if ((open >>> problem.supplier[i] & 1) != 0) {
        has = problem.single[item] ? Math.max(has, problem.capacity[i]) : has + problem.capacity[i];
      }
    }
    return has >= problem.pieces[item];
  }
}
