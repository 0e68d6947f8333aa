package io.serai.order;

/**
 * What the domain knows of a channel.
 *
 * @param priority where its backorders stand in the queue; a higher one is served first
 * @param name what its customers call it
 * @param customerMail whether the hub writes to its customers; some marketplaces forbid it
 * @param correspondence how its customers are told
 * @param colors of the page that its customers see
 */
public record Shop(
    String channel,
    int priority,
    String name,
    boolean customerMail,
    Correspondence correspondence,
    ShopColors colors) {

  /** A channel whose customers are told in the usual way. */
  public Shop(String channel, int priority, String name, boolean customerMail) {
    this(channel, priority, name, customerMail, Correspondence.USUAL, ShopColors.USUAL);
  }
}
