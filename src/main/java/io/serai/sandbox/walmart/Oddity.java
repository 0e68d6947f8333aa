package io.serai.sandbox.walmart;

/** What can be odd about an order that Walmart sells. */
public enum Oddity {
  /** Walmart's own warehouse ships it. */
  WALMART_FULFILLED,
  /** It goes nowhere: the address is null. */
  NO_ADDRESS,
  /** It has fields and a shipping method that no description names. */
  LATER_VERSION,
  /** A line has a status that no description names. */
  UNKNOWN_STATUS,
  /** It has no line. */
  NO_LINES
}
