package io.serai.plan;

/**
 * Units of an order line inside one shipment.
 *
 * @param line the id of the order's line
 * @param quantity units, at least 1
 */
public record PlannedLine(String line, int quantity) {}
