package io.serai.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The suppliers worth searching when there are more than the search can hold as bits: those that
 * bring the most units that are still missing, one after the other, then those that are the
 * cheapest for the most items.
 */
final class Shortlist {
  /** The bits of a long. */
  static final int MOST = 64;

  private final Problem problem;

  private Shortlist(Problem problem) {
    this.problem = problem;
  }

  /** The ids of the suppliers to keep. */
  static Set<String> of(Problem problem) {
    Shortlist list = new Shortlist(problem);
    Set<Integer> kept = list.bringingMost();
    list.addCheapest(kept);
    Set<String> ids = new HashSet<>();
    kept.forEach(supplier -> ids.add(problem.suppliers[supplier]));
    return ids;
  }

  private Set<Integer> bringingMost() {
    long[] missing = problem.pieces.clone();
    Set<Integer> kept = new HashSet<>();
    while (kept.size() < MOST) {
      long[] gain = gains(missing);
      int most = 0;
      for (int supplier = 1; supplier < gain.length; supplier++) {
        most = gain[supplier] > gain[most] ? supplier : most;
      }
      if (gain[most] == 0) {
        return kept;
      }
      kept.add(most);
      take(most, missing);
    }
    return kept;
  }

  private long[] gains(long[] missing) {
    long[] gain = new long[problem.suppliers.length];
    for (int item = 0; item < problem.items; item++) {
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        gain[problem.supplier[i]] +=
            Math.min(missing[item], problem.capacity[i]) * problem.weight[item];
      }
    }
    return gain;
  }

  private void take(int supplier, long[] missing) {
    for (int item = 0; item < problem.items; item++) {
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        if (problem.supplier[i] == supplier) {
          missing[item] -= Math.min(missing[item], problem.capacity[i]);
        }
      }
    }
  }

  private void addCheapest(Set<Integer> kept) {
    int[] cheapest = new int[problem.suppliers.length];
    for (int item = 0; item < problem.items; item++) {
      int best = problem.first[item];
      for (int i = best; i < problem.first[item + 1]; i++) {
        best = problem.price[i] < problem.price[best] ? i : best;
      }
      if (problem.first[item] < problem.first[item + 1]) {
        cheapest[problem.supplier[best]]++;
      }
    }
    List<Integer> byCount = new ArrayList<>();
    for (int supplier = 0; supplier < cheapest.length; supplier++) {
      byCount.add(supplier);
    }
    byCount.sort(Comparator.comparing(supplier -> -cheapest[supplier]));
    byCount.stream().limit(MOST).filter(s -> kept.size() < MOST).forEach(kept::add);
  }
}
