package io.serai.plan;

/**
 * One offer as the planner saw it for one order.
 *
 * @param usable units that may be promised: free, less the safety buffer
 * @param leadDays calendar days to the dispatch
 * @param sent units of the SKU that it sends, over all lines of the order
 * @param fate what became of it
 * @param why the rule that dropped it, or why another was taken, as a sentence; empty when sent
 */
public record SeenOffer(Offer offer, int usable, int leadDays, long sent, Fate fate, String why) {
  /** What became of an offer. */
  public enum Fate {
    /** It sends units. */
    SENT,
    /** It was weighed, and others were better. */
    LEFT,
    /** A rule, or its empty shelf, took it out before. */
    DROPPED
  }
}
