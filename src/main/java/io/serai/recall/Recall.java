package io.serai.recall;

/**
 * Units of one purchase order line that a supplier is asked not to ship.
 *
 * @param line of the purchase order
 * @param units that may still be in its hands
 * @param takenBack whether they are no longer its own, and may be another supplier's by now
 * @param reason for the supplier's people
 */
public record Recall(
    long id,
    long orderId,
    long reservationId,
    String poNumber,
    int line,
    String sku,
    int units,
    boolean takenBack,
    String reason) {}
