package io.serai.sandbox.store;

/** What can be odd about an order that the store sells. */
public enum Oddity {
  /** The customer has not paid yet, and it has no address yet. */
  UNPAID,
  /** It is paid, and the store shows no address. */
  NO_ADDRESS,
  /** It has fields and a fulfillment status that no description names. */
  LATER_VERSION,
  /** Its payment status is one that no description names. */
  UNKNOWN_STATUS,
  /** Nearly all of it is null, also what the contract says is never null. */
  NULLS
}
