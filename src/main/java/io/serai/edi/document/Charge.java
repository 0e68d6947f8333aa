package io.serai.edi.document;

import java.math.BigDecimal;

/**
 * An allowance, a charge or a tax.
 *
 * @param kind {@code allowance}, {@code charge}, {@code tax}
 * @param code the standard's own code of what it is for
 * @param amount always 0 or more; an allowance is taken off
 */
public record Charge(String kind, String code, BigDecimal amount, String description) {}
