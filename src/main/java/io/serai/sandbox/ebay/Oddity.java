package io.serai.sandbox.ebay;

/** What can be odd about an order that eBay sells. */
public enum Oddity {
  /** eBay's own warehouse ships it. */
  EBAY_FULFILLED,
  /** The buyer has not paid yet, and it has no address yet. */
  UNPAID,
  /** It is paid, and eBay shows no address. */
  NO_ADDRESS,
  /** It has fields that no description names. */
  LATER_VERSION,
  /** Its payment status is one that no description names. */
  UNKNOWN_STATUS,
  /** What the buyer did not say is null instead of absent. */
  NULLS,
  /** It has no line. */
  NO_LINES
}
