package io.serai.edi;

import java.util.List;

/**
 * What became of a group; of the messages of an interchange without groups, too.
 *
 * @param code GS01; empty where there is no group
 * @param control GS06; empty where there is no group
 * @param version GS08
 * @param included how many sets its trailer counts; as many as came where that cannot be read
 * @param faults of the group itself
 */
public record GroupReport(
    String code,
    String control,
    String version,
    int included,
    List<SetReport> sets,
    List<EdiFault> faults) {
  /** Whether its sets may be taken. */
  public boolean accepted() {
    return faults.isEmpty();
  }

  /** How many of its sets are taken. */
  public int acceptedSets() {
    return accepted() ? (int) sets.stream().filter(SetReport::accepted).count() : 0;
  }
}
