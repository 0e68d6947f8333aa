package io.serai.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which rules of the split bear on a line, as sentences. */
final class SplitNotes {
  private final Screening screening;
  private final Problem problem;
  private final long[] taken;

  SplitNotes(Screening screening, Solution solution) {
    this.screening = screening;
    this.problem = solution.problem();
    this.taken = solution.taken();
  }

  List<String> of(DemandLine line) {
    Split split = screening.rules().split();
    List<String> notes = new ArrayList<>();
    for (Together set : split.keepTogether()) {
      if (set.skus().contains(line.sku())) {
        notes.add(
            "split.keepTogether: "
                + String.join(" and ", new TreeSet<>(set.skus()))
                + (set.oneShipment() ? " ship in one shipment" : " ship on the same day")
                + " or wait together");
      }
    }
    if (!split.acrossLine()) {
      notes.add("split.acrossLine: all its units come from one supplier");
    }
    if (waitsThoughInStock(line.sku())) {
      notes.add(whyStockWaits(split));
    }
    return notes;
  }

  private String whyStockWaits(Split split) {
    return split.maxShipments() > 0
        ? "split.maxShipments: units wait, because no more than "
            + split.maxShipments()
            + " suppliers may ship"
        : "units wait though a supplier has some, because a rule of the split or a minimumOrder"
            + " keeps them from shipping";
  }

  private boolean waitsThoughInStock(String sku) {
    for (int item = 0; item < problem.items; item++) {
      if (contains(item, sku)) {
        long sent = 0;
        for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
          sent += taken[i];
        }
        return sent < problem.reach(item, -1L);
      }
    }
    return false;
  }

  private boolean contains(int item, String sku) {
    for (int number : problem.skusOf(item)) {
      if (problem.skus[number].equals(sku)) {
        return true;
      }
    }
    return false;
  }
}
