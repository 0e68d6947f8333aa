package io.serai.channel;

/**
 * How an offer counts for what may be sold of its SKU.
 *
 * @param buffer the units that are kept back of it
 * @param isEnabled whether its supplier is used at all
 * @param isStale whether its supplier was last heard too long ago
 */
public record OfferCount(
    String sku,
    String supplier,
    int onHand,
    int reserved,
    int buffer,
    boolean isEnabled,
    boolean isStale) {
  /** The units that count. */
  public int units() {
    return isEnabled && !isStale ? Math.max(0, onHand - reserved - buffer) : 0;
  }
}
