package io.serai.order;

import java.util.Map;

/**
 * What the domain knows of a channel.
 *
 * @param priority where its backorders stand in the queue; a higher one is served first
 * @param customerPriority the same for classes of customers, instead of the channel's own
 * @param name what its customers call it
 * @param customerMail whether the hub writes to its customers; some marketplaces forbid it
 * @param correspondence how its customers are told
 * @param colors of the page that its customers see
 */
public record Shop(
    String channel,
    int priority,
    Map<String, Integer> customerPriority,
    String name,
    boolean customerMail,
    Correspondence correspondence,
    ShopColors colors) {

  /** A channel that serves all of its customers alike, and tells them in the usual way. */
  public Shop(String channel, int priority, String name, boolean customerMail) {
    this(channel, priority, Map.of(), name, customerMail);
  }

  /** A channel whose customers are told in the usual way. */
  public Shop(
      String channel,
      int priority,
      Map<String, Integer> customerPriority,
      String name,
      boolean customerMail) {
    this(
        channel,
        priority,
        customerPriority,
        name,
        customerMail,
        Correspondence.USUAL,
        ShopColors.USUAL);
  }

  /** The same channel with another way of telling its customers. */
  public Shop telling(Correspondence other) {
    return new Shop(channel, priority, customerPriority, name, customerMail, other, colors);
  }

  /** Where a customer's backorders stand: the highest of the classes that have a priority. */
  public int priorityOf(Customer customer) {
    return customer.classes().stream()
        .filter(customerPriority::containsKey)
        .map(customerPriority::get)
        .reduce(Math::max)
        .orElse(priority);
  }
}
