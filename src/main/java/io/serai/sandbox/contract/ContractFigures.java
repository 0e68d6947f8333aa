package io.serai.sandbox.contract;

import java.util.List;
import java.util.Map;

/**
 * How the requests to one channel kept its official description.
 *
 * @param validated requests that the description knows and finds nothing wrong with
 * @param inProse requests of operations that are described in prose only, by the operation and why
 * @param unvalidated requests that no description knows, by what was asked
 * @param faults what is wrong with each of the others
 */
public record ContractFigures(
    int validated,
    Map<String, Integer> inProse,
    Map<String, Integer> unvalidated,
    List<String> faults) {
  /** Copies what is given, so that the figures cannot change. */
  public ContractFigures {
    inProse = Map.copyOf(inProse);
    unvalidated = Map.copyOf(unvalidated);
    faults = List.copyOf(faults);
  }

  /** Whether every request is validated or described in prose only. */
  public boolean kept() {
    return unvalidated.isEmpty() && faults.isEmpty();
  }
}
