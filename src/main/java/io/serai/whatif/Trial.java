package io.serai.whatif;

import java.time.LocalDate;
import java.util.List;

/**
 * The orders of a day, planned by the rules in force and by others.
 *
 * @param isWhole whether these are all orders of the day; the newest otherwise
 * @param changes those orders that differ, the first of them
 * @param changed how many differ
 */
public record Trial(
    LocalDate day, boolean isWhole, Sum before, Sum after, List<Change> changes, int changed) {
  /** Keeps its own copies. */
  public Trial {
    changes = List.copyOf(changes);
  }
}
