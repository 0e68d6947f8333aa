package io.serai.shipment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package on its way.
 *
 * @param reference unique over all packages: purchase order, tracking number and the supplier's own
 *     package id
 * @param carrier as the supplier writes it: a SCAC or a name
 * @param tracking the number that names it
 * @param moreTracking other numbers of it, by the same carrier
 * @param sscc its serial shipping container code; may be empty
 * @param substitute the SKU that is in it, where it is not the one that was asked
 * @param units how many units of each reservation are in it
 */
public record ShippedPackage(
    long shipmentId,
    String reference,
    String carrier,
    String tracking,
    List<String> moreTracking,
    String sscc,
    Instant shippedAt,
    Optional<String> substitute,
    Map<Long, Integer> units) {}
