package io.serai.edi.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A line of a purchase order, or of what answers or bills it.
 *
 * @param number as the buyer wrote it, to be echoed
 * @param unit {@code EA}, or as it was written
 * @param price of one unit
 */
public record OrderLine(
    String number,
    List<Product> products,
    BigDecimal quantity,
    String unit,
    Optional<BigDecimal> price,
    String description) {}
