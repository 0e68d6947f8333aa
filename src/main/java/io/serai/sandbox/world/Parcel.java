package io.serai.sandbox.world;

import java.time.Instant;

/**
 * Units of one purchase order line that left a supplier in one package: one row of a ship notice.
 *
 * @param sku the supplier's own code
 * @param parcel the number of the package within its purchase order
 * @param shippedAt simulated time
 */
public record Parcel(
    String supplier,
    String purchaseOrder,
    String line,
    String sku,
    int quantity,
    String carrier,
    String trackingNumber,
    Instant shippedAt,
    String parcel) {}
