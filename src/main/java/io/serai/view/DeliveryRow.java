package io.serai.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery.
 *
 * @param payload what it says, as JSON
 * @param note why it was given up, or the other side no longer wanted it
 */
public record DeliveryRow(
    long id,
    String kind,
    String account,
    String key,
    Optional<Long> orderId,
    Optional<Long> documentId,
    String state,
    int attempts,
    Optional<String> fault,
    Optional<String> cure,
    Optional<String> note,
    Instant at,
    Optional<Instant> doneAt,
    String payload) {
  /** Whether a person must look at it. */
  public boolean isQuarantined() {
    return state.equals("quarantined");
  }
}
