package io.serai.shipment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A package on its way.
 *
 * @param reference unique over all packages: purchase order, tracking number and the supplier's own
 *     package id
 * @param carrier as the supplier writes it: a SCAC or a name
 * @param substitute the SKU that is in it, where it is not the one that was asked
 * @param units how many units of each reservation are in it
 */
public record ShippedPackage(
    long shipmentId,
    String reference,
    String carrier,
    String tracking,
    Instant shippedAt,
    Optional<String> substitute,
    Map<Long, Integer> units) {}
