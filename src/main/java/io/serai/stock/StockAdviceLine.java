package io.serai.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a supplier's stock file says of one SKU.
 *
 * @param quantity units physically on hand, those allocated to purchase orders that have not left
 *     included
 * @param unitCost empty: as before
 * @param leadDays empty: as before, or the supplier's usual
 */
public record StockAdviceLine(
    String sku,
    int quantity,
    Optional<BigDecimal> unitCost,
    Optional<Integer> leadDays,
    Optional<LocalDate> restockDate,
    Optional<Integer> restockQuantity) {}
