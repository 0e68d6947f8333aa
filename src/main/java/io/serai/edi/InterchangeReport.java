package io.serai.edi;

import java.util.List;

/**
 * What became of an interchange: what a 997 or CONTRL tells its sender.
 *
 * @param faults of the interchange itself
 */
public record InterchangeReport(
    Interchange interchange, List<GroupReport> groups, List<EdiFault> faults) {
  /** Whether its groups may be taken. */
  public boolean accepted() {
    return faults.isEmpty();
  }

  /** Whether a set is taken. */
  public boolean accepts(SetHeader set) {
    return accepted()
        && groups.stream()
            .filter(GroupReport::accepted)
            .flatMap(group -> group.sets().stream())
            .anyMatch(each -> each.header() == set && each.accepted());
  }
}
