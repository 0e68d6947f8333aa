package io.serai.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order that waits whole because few of its lines lack stock. */
final class HeldOrder {
  private HeldOrder() {}

  /**
   * All units of the order as backorders: those that lack stock as they are, the others until the
   * last of those is expected, with no supplier, because the planner will choose again then.
   */
  static List<PlannedBackorder> waiting(
      Problem problem, long[] lacking, List<PlannedBackorder> backorders) {
    Optional<LocalDate> whole = lastDay(backorders);
    List<PlannedBackorder> all = new ArrayList<>();
    for (int i = 0; i < lacking.length; i++) {
      DemandLine line = problem.lines[i];
      backorders.stream().filter(b -> b.line().equals(line.line())).forEach(all::add);
      int inStock = line.quantity() - (int) lacking[i];
      if (inStock > 0) {
        all.add(new PlannedBackorder(line.line(), inStock, Optional.empty(), whole));
      }
    }
    return all;
  }

  /** The day on which the last of the backorders is expected, when all of them have one. */
  private static Optional<LocalDate> lastDay(List<PlannedBackorder> backorders) {
    return backorders.stream().allMatch(b -> b.eta().isPresent())
        ? backorders.stream().map(b -> b.eta().orElseThrow()).max(LocalDate::compareTo)
        : Optional.empty();
  }
}
