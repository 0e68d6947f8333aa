package io.serai.backorder;

import java.time.LocalDate;

/**
 * Units of a SKU that a supplier is expected to have.
 *
 * @param quantity how many; 0 when nobody has said
 */
public record Expectation(String supplier, LocalDate date, int quantity, EtaSource source) {}
