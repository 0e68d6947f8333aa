package io.serai.plan;

import java.util.Arrays;

/** The best plan that a search has found so far, and the best worth that it has not looked into. */
final class Incumbent {
  private final Problem problem;
  private final Valuation valuation;
  private long set;
  private long[] worth;
  private long[] taken;
  private LineTable lines;
  private long[] open;

  Incumbent(Problem problem, Valuation valuation) {
    this.problem = problem;
    this.valuation = valuation;
  }

  /** Takes the best plan that uses these suppliers alone, when it is better than what is known. */
  boolean consider(long suppliers) {
    long[] other = valuation.worth(suppliers, suppliers, Long.bitCount(suppliers));
    int order = worth == null ? -1 : Arrays.compare(other, worth);
    if (order > 0) {
      return false;
    }
    if (order == 0) {
      return breakTie(suppliers, valuation.taken(suppliers));
    }
    keep(suppliers, other, null, null);
    return true;
  }

  /** Takes a plan given in full, when it is better than what is known. */
  void consider(long suppliers, long[] other, long[] pieces) {
    int order = worth == null ? -1 : Arrays.compare(other, worth);
    if (order < 0) {
      keep(suppliers, other, pieces.clone(), null);
    } else if (order == 0) {
      breakTie(suppliers, pieces.clone());
    }
  }

  private boolean breakTie(long suppliers, long[] pieces) {
    LineTable other = LineTable.of(problem, pieces);
    if (other.compareTo(lines()) >= 0) {
      return false;
    }
    keep(suppliers, worth, pieces, other);
    return true;
  }

  private void keep(long suppliers, long[] itsWorth, long[] pieces, LineTable table) {
    set = suppliers;
    worth = itsWorth;
    taken = pieces;
    lines = table;
  }

  /** Is the known plan better than, or the same as, everything that these suppliers can do? */
  boolean beats(long[] bound, long suppliers) {
    int order = Arrays.compare(bound, worth);
    return order > 0
        || order == 0 && LineTable.of(problem, valuation.taken(suppliers)).compareTo(lines()) >= 0;
  }

  /** Notes that a plan of this worth may exist, but was not looked for. */
  void leaveOpen(long[] bound) {
    if (open == null || Arrays.compare(bound, open) < 0) {
      open = bound;
    }
  }

  /** No plan has a better worth than this. */
  long[] bound() {
    return isProven() ? worth : open;
  }

  boolean isProven() {
    return open == null || Arrays.compare(open, worth) >= 0;
  }

  long units() {
    return -worth[0];
  }

  /** The suppliers of the plan, as bits. */
  long set() {
    return set;
  }

  int shipments() {
    return Long.bitCount(set);
  }

  long[] worth() {
    return worth;
  }

  /** The pieces taken of each option. */
  long[] taken() {
    if (taken == null) {
      taken = valuation.taken(set);
    }
    return taken;
  }

  private LineTable lines() {
    if (lines == null) {
      lines = LineTable.of(problem, taken());
    }
    return lines;
  }
}
