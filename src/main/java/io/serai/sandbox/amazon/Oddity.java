package io.serai.sandbox.amazon;

/** What can be odd about an order. */
public enum Oddity {
  /** Amazon ships it. */
  BY_AMAZON,
  /** It is pending for half a day of simulated time, and has no address until then. */
  PENDING,
  /** Its address is not shown, as to an app without the role. */
  NO_ADDRESS,
  /** It holds fields and values of a later version, and nulls. */
  LATER_VERSION,
  /** It has no item. */
  NO_ITEMS
}
