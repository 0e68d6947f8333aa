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
 * negated, then each priority. Sets of suppliers are bits of a long.
 */
final class Valuation {
  private final Problem problem;
  private final Priority[] priorities;

  /** How many of the sums stand before the lead time; all when it is no priority. */
  private final int before;

  private final boolean speed;
  private final Ranking fastFirst;
  private final Ranking idFirst;

  private final long[] total;
  private final boolean[] waits;
  private long units;
  private int longestLead;
  private long used;
  private long steps;

  Valuation(Problem problem, List<Priority> priorities) {
    this.problem = problem;
    this.priorities = priorities.toArray(Priority[]::new);
    long[][] sums = sums();
    this.speed = priorities.contains(Priority.SPEED);
    this.before = speed ? sumsBeforeSpeed() : sums.length;
    this.total = new long[sums.length];
    this.waits = new boolean[problem.items];
    this.idFirst = new Ranking(problem, sums, -1);
    this.fastFirst = speed ? new Ranking(problem, sums, before) : idFirst;
  }

  private long[][] sums() {
    long[][] sums = new long[priorities.length][];
    int count = 0;
    for (Priority priority : priorities) {
      switch (priority) {
        case PRICE -> sums[count++] = problem.price;
        case PREFERENCE -> sums[count++] = problem.rank;
        case STOCK -> sums[count++] = Arrays.stream(problem.stock).map(free -> -free).toArray();
        default -> {
          // Shipments and speed are no sums over units.
        }
      }
    }
    return Arrays.copyOf(sums, count);
  }

  private int sumsBeforeSpeed() {
    int count = 0;
    for (Priority priority : priorities) {
      if (priority == Priority.SPEED) {
        break;
      }
      count += priority == Priority.SHIPMENTS ? 0 : 1;
    }
    return count;
  }

  /**
   * The worth of serving from the open suppliers when the paid ones are counted as used: exact when
   * both are the same and all are needed, else no plan that uses all paid and any open suppliers is
   * better.
   */
  long[] worth(long open, long paid, int shipments) {
    findWaiting(open);
    walk(fastFirst, open, Integer.MAX_VALUE, null);
    if (before < total.length) {
      walk(idFirst, open, longestLead, null);
    }
    return worth(units, total, longestLead, paid, shipments);
  }

  /** A worth from its parts; the sums in the order of the priorities, without fees. */
  long[] worth(long shipped, long[] sums, int lead, long paid, int shipments) {
    long[] worth = new long[priorities.length + 1];
    worth[0] = -shipped;
    int next = 0;
    for (int i = 0; i < priorities.length; i++) {
      worth[i + 1] =
          switch (priorities[i]) {
            case SHIPMENTS -> shipments;
            case SPEED -> lead;
            case PRICE -> sums[next++] + fees(paid);
            default -> sums[next++];
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

  /** The suppliers used by {@link #taken}, without the pieces. */
  long used(long open) {
    findWaiting(open);
    walkById(open, null);
    return used;
  }

  /**
   * The pieces taken of each option; of equally good ways the one whose supplier ids sort first.
   */
  long[] taken(long open) {
    long[] taken = new long[problem.supplier.length];
    findWaiting(open);
    walkById(open, taken);
    return taken;
  }

  private void walkById(long open, long[] taken) {
    if (speed) {
      walk(fastFirst, open, Integer.MAX_VALUE, null);
    }
    walk(idFirst, open, speed ? longestLead : Integer.MAX_VALUE, taken);
  }

  /** The options by all sums, then by supplier id. */
  Ranking ranking() {
    return idFirst;
  }

  /** The items that wait because these suppliers cannot ship the whole of their set. */
  boolean[] waiting(long open) {
    findWaiting(open);
    return waits.clone();
  }

  /** How many single offers were looked at so far, about. */
  long steps() {
    return steps;
  }

  private void walk(Ranking ranking, long open, int most, long[] taken) {
    Arrays.fill(total, 0);
    units = 0;
    used = 0;
    longestLead = 0;
    steps += problem.items;
    for (int item = 0; item < problem.items; item++) {
      if (!waits[item]) {
        take(item, ranking, open, most, taken);
      }
    }
  }

  private void take(int item, Ranking ranking, long open, int most, long[] taken) {
    long rest = problem.pieces[item];
    int end = problem.first[item + 1];
    for (int i = problem.first[item]; i < end; i++) {
      if ((open & ranking.bit[i]) == 0 || ranking.lead[i] > most) {
        continue;
      }
      long pieces = Math.min(rest, ranking.capacity[i]);
      for (int j = 0; j < total.length; j++) {
        total[j] += pieces * ranking.sums[j][i];
      }
      used |= ranking.bit[i];
      longestLead = Math.max(longestLead, ranking.lead[i]);
      if (taken != null) {
        taken[ranking.option[i]] = pieces;
      }
      rest -= pieces;
      units += pieces * problem.weight[item];
      if (rest == 0 || problem.single[item]) {
        return;
      }
    }
  }

  private void findWaiting(long open) {
    for (int[] set : problem.allOrNone) {
      boolean whole = true;
      for (int item : set) {
        whole &= problem.reach(item, open) == problem.pieces[item];
      }
      for (int item : set) {
        waits[item] = !whole;
      }
    }
  }
}
