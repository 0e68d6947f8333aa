package io.serai.edi;

import java.util.List;

/**
 * What became of a set.
 *
 * @param faults in it, and in its lines
 */
public record SetReport(SetHeader header, List<EdiFault> faults) {
  /** Whether it is taken, perhaps without some of its lines. */
  public boolean accepted() {
    return faults.stream().allMatch(fault -> fault.unit() == EdiFault.Unit.LINE);
  }
}
