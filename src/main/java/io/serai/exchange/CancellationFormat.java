package io.serai.exchange;

import java.util.List;

/** How one supplier is asked not to ship what it has been asked for. */
public interface CancellationFormat {

  /** The name of the file with this number, which is never used twice. */
  String fileName(long number);

  /**
   * The requests as one file, in the supplier's format.
   *
   * @param numbers where the control numbers come from, for a format that has any
   */
  byte[] write(Numbers numbers, List<CancellationRequest> requests);
}
