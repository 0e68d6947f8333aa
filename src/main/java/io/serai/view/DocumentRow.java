package io.serai.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A document in a list.
 *
 * @param parentId the file that it is a part of
 */
public record DocumentRow(
    long id,
    String direction,
    String kind,
    String account,
    String name,
    String status,
    Optional<String> fault,
    Optional<String> cure,
    Instant at,
    Optional<Instant> settledAt,
    long bytes,
    Optional<Long> parentId) {
  /** Whether a person must look at it. */
  public boolean isQuarantined() {
    return status.equals("quarantined");
  }
}
