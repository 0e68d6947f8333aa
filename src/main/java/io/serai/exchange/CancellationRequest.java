package io.serai.exchange;

/**
 * Asks a supplier not to ship units of one purchase order line.
 *
 * @param line the line's number in its purchase order
 * @param code the supplier's own code of the SKU
 * @param reason for the supplier's people
 */
public record CancellationRequest(
    String poNumber, int line, String code, int quantity, String reason) {}
