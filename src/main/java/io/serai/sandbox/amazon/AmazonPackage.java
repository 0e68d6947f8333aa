package io.serai.sandbox.amazon;

import java.time.Instant;
import java.util.Map;

/**
 * A package that was confirmed.
 *
 * @param reference the seller's number of it within the order
 * @param units by the id of the item
 */
record AmazonPackage(
    String reference,
    String carrier,
    String tracking,
    Instant shippedAt,
    Map<String, Integer> units) {}
