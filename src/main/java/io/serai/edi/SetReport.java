package io.serai.edi;

import java.util.List;

/**
 * What became of a set.
 *
 * @param faults in it, and in its lines
 */
public record SetReport(SetHeader header, List<EdiFault> faults) {
  /** So many faults of one set are told. */
  static final int MOST_FAULTS = 100;

  /** Whether there may be more faults than these, so that nobody knows what is missing of it. */
  public boolean hasTooMany() {
    return faults.size() >= MOST_FAULTS;
  }

  /** Whether it is taken, perhaps without some of its lines. */
  public boolean accepted() {
    return faults.stream().allMatch(fault -> fault.unit() == EdiFault.Unit.LINE);
  }
}
