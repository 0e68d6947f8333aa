package io.serai.sandbox.order;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One order that the sandbox store sells.
 *
 * @param name as the customer sees it, such as {@code #1001}
 * @param createdAt simulated time, in whole seconds; the store shows the order from then on
 * @param phone empty when the customer gave none
 */
public record SoldOrder(
    String name,
    Instant createdAt,
    String email,
    String phone,
    String locale,
    String currency,
    Address shippingAddress,
    List<SoldLine> lines) {

  /** Copies the lines, so that the order cannot change. */
  public SoldOrder {
    lines = List.copyOf(lines);
  }

  /** The same order of somebody who lives in that country; of itself, if its buyer does. */
  public SoldOrder within(String country) {
    if (shippingAddress.countryCode().equals(country)) {
      return this;
    }
    Address there = Buyers.within(shippingAddress, country, new SplittableRandom(name.hashCode()));
    return new SoldOrder(
        name, createdAt, email, phone, Buyers.locale(country), currency, there, lines);
  }

  /** Whether a person has to look at it, because no supplier carries one of its goods. */
  public boolean hasUnknownSku() {
    return lines.stream().anyMatch(line -> line.requiresShipping() && !line.supplied());
  }
}
