package io.serai.order;

import java.time.Instant;

/**
 * A hold that a person has placed on an order.
 *
 * @param who the person's name
 * @param why in the person's words
 */
public record PersonHold(String who, String why, Instant at) {
  /** Who holds it and why, in one line. */
  public String told() {
    return who + ": " + why;
  }
}
