package io.serai.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of an interchange: what a 997 or CONTRL tells its sender.
 *
 * @param faults of the interchange itself
 * @param digest of its content, whatever its line ends are
 */
public record InterchangeReport(
    Interchange interchange, List<GroupReport> groups, List<EdiFault> faults, String digest) {
  /** The same, with one more fault of the interchange itself. */
  public InterchangeReport with(EdiFault fault) {
    List<EdiFault> all = new ArrayList<>(faults);
    all.add(fault);
    return new InterchangeReport(interchange, groups, List.copyOf(all), digest);
  }

  /** The sets of all groups, in their order. */
  public List<SetReport> sets() {
    return groups.stream().flatMap(group -> group.sets().stream()).toList();
  }

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
