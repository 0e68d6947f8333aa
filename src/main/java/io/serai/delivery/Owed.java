package io.serai.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An effect on the outside that a transaction owes from now on.
 *
 * @param notBefore by the hub's clock, for what is not to be sent at any hour
 */
public record Owed(
    String kind,
    String account,
    String key,
    Optional<Long> orderId,
    Optional<Long> documentId,
    JsonNode payload,
    Optional<Instant> notBefore) {

  /** An effect that is due at once. */
  public Owed(
      String kind,
      String account,
      String key,
      Optional<Long> orderId,
      Optional<Long> documentId,
      JsonNode payload) {
    this(kind, account, key, orderId, documentId, payload, Optional.empty());
  }
}
