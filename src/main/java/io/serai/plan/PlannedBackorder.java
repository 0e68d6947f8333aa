package io.serai.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of an order line that do not ship now.
 *
 * @param line the id of the order's line
 * @param quantity units, at least 1
 * @param supplier whom they wait for; empty when no supplier may serve the SKU
 * @param eta the day they are expected to ship, when a supplier named one
 */
public record PlannedBackorder(
    String line, int quantity, Optional<String> supplier, Optional<LocalDate> eta) {}
