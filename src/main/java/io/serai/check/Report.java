package io.serai.check;

import io.serai.config.Fault;
import java.util.List;

/**
 * What a check found.
 *
 * @param faults by file and line, none twice
 * @param routes how many routes were read
 * @param connectors how many connectors were read
 * @param fixtures how many fixtures were run
 * @param accounts how many channels, suppliers and notifiers are configured
 */
public record Report(List<Fault> faults, int routes, int connectors, int fixtures, int accounts) {
  /** Whether there is nothing to mend. */
  public boolean isGood() {
    return faults.isEmpty();
  }
}
