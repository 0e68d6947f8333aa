package io.serai.channel;

import java.util.List;
import java.util.OptionalInt;

/**
 * What may be sold of a SKU now, step by step.
 *
 * @param waiting the units that orders wait for
 */
public record Reckoning(List<OfferCount> offers, int waiting, List<Part> channels) {
  /**
   * What one channel may sell.
   *
   * @param sees its part of what is sellable
   * @param buffer kept from it by its terms
   * @param learned kept from it besides, for having oversold
   * @param maximum the most that it is told
   * @param units what it is to be told
   */
  public record Part(
      String channel, int sees, int buffer, int learned, OptionalInt maximum, int units) {}

  /** What the suppliers have free. */
  public int free() {
    return offers.stream().mapToInt(OfferCount::units).sum();
  }

  /** What may be sold, before it is divided over channels. */
  public int sellable() {
    return Math.max(0, free() - waiting);
  }
}
