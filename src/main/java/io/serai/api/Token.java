package io.serai.api;

import java.time.Duration;
import java.time.Instant;

/** A token and when it is to be renewed; prints nothing of itself. */
record Token(String value, Instant renewAt) {
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /**
   * A token that lasts for that long from now; it is renewed a minute or a tenth before its end.
   */
  static Token lasting(String value, Duration life, Instant now) {
    Duration tenth = life.dividedBy(10);
    return new Token(value, now.plus(life).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN));
  }

  @Override
  public String toString() {
    return "Token";
  }
}
