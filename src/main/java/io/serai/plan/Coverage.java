package io.serai.plan;

/**
 * How many more suppliers a set needs before it ships as many units as all suppliers together.
 * Useful only where no plan with fewer units can be the best.
 */
final class Coverage {
  private final Problem problem;

  /** The pieces of each item that all suppliers together ship. */
  private final long[] target;

  /** The suppliers that have some of each item, and those that have all of its target. */
  private final long[] some;

  private final long[] all;
  private long fullUnits;
  private long steps;

  Coverage(Problem problem) {
    this.problem = problem;
    this.target = new long[problem.items];
    this.some = new long[problem.items];
    this.all = new long[problem.items];
    for (int item = 0; item < problem.items; item++) {
      target[item] = problem.reach(item, -1L);
    }
    for (int[] set : problem.allOrNone) {
      giveUpUnlessWhole(set);
    }
    for (int item = 0; item < problem.items; item++) {
      fullUnits += target[item] * problem.weight[item];
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        some[item] |= 1L << problem.supplier[i];
        all[item] |= problem.capacity[i] >= target[item] ? 1L << problem.supplier[i] : 0;
      }
    }
  }

  private void giveUpUnlessWhole(int[] set) {
    boolean whole = true;
    for (int item : set) {
      whole &= target[item] == problem.pieces[item];
    }
    for (int item : set) {
      target[item] = whole ? target[item] : 0;
    }
  }

  /** The units that all suppliers together ship. */
  long fullUnits() {
    return fullUnits;
  }

  /** How many single offers were looked at so far, about. */
  long steps() {
    return steps;
  }

  private long lack(int item, long in) {
    return (in & all[item]) != 0 ? 0 : target[item] - problem.reach(item, in);
  }

  /**
   * Fewer suppliers than this, chosen from the free ones, cannot complete those that are in. At
   * least what the item that lacks most needs; and what items that share no supplier need together.
   */
  int missing(long in, long free) {
    steps += problem.items;
    int most = 0;
    int apart = 0;
    long touched = 0;
    for (int item = 0; item < problem.items; item++) {
      long lack = lack(item, in);
      if (lack > 0) {
        int needed = needed(item, free, lack);
        most = Math.max(most, needed);
        if ((some[item] & free & touched) == 0) {
          apart += needed;
          touched |= some[item] & free;
        }
      }
    }
    return Math.max(most, apart);
  }

  /** How many free suppliers the item needs when the largest come first. */
  private int needed(int item, long free, long lack) {
    if ((all[item] & free) != 0) {
      return 1;
    }
    long largest = 1;
    for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
      if ((free >>> problem.supplier[i] & 1) != 0) {
        largest = Math.max(largest, problem.capacity[i]);
      }
    }
    return (int) ((lack + largest - 1) / largest);
  }

  /** The free suppliers each of which alone completes those that are in. */
  long completing(long in, long free) {
    long completing = free;
    for (int item = 0; item < problem.items && completing != 0; item++) {
      long lack = lack(item, in);
      if (lack > 0) {
        completing &= having(item, lack);
      }
    }
    return completing;
  }

  private long having(int item, long lack) {
    long having = all[item];
    for (int i = problem.first[item]; i < problem.first[item + 1] && !problem.single[item]; i++) {
      having |= problem.capacity[i] >= lack ? 1L << problem.supplier[i] : 0;
    }
    return having;
  }

  /** Do these suppliers ship all that can ship? */
  boolean isComplete(long in) {
    for (int item = 0; item < problem.items; item++) {
      if (lack(item, in) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The free suppliers that have some of the item that lacks units and has the fewest suppliers to
   * choose from; none when nothing lacks.
   */
  long choices(long in, long free) {
    return choices(in, free, free);
  }

  /** The supplier to decide next, out of the wished ones. */
  long next(long in, long free, long wished) {
    long choices = choices(in, free, wished);
    return Long.lowestOneBit(choices == 0 ? wished : choices);
  }

  private long choices(long in, long free, long wished) {
    long choices = 0;
    int fewest = Integer.MAX_VALUE;
    for (int item = 0; item < problem.items; item++) {
      int count = Long.bitCount(some[item] & free);
      if (count < fewest && (some[item] & wished) != 0 && lack(item, in) > 0) {
        fewest = count;
        choices = some[item] & wished;
      }
    }
    return choices;
  }
}
