package io.serai.view;

import java.time.Instant;
import java.util.Optional;

/**
 * An order in a list.
 *
 * @param holdReason why it is on hold, and by whom where a person holds it
 * @param suppliers how many ship it
 */
public record OrderRow(
    long id,
    String channel,
    String number,
    String customer,
    Instant receivedAt,
    Optional<Instant> endedAt,
    Optional<String> holdReason,
    int ordered,
    int shipped,
    int waiting,
    int held,
    int cancelled,
    int suppliers) {
  /** How it stands, in one or two words. */
  public String state() {
    if (endedAt.isPresent()) {
      return shipped > 0 ? "ended" : "cancelled";
    }
    if (holdReason.isPresent()) {
      return "on hold";
    }
    if (held > 0) {
      return "held";
    }
    return waiting > 0 ? "waiting" : "open";
  }
}
