package io.serai.edi.document;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Units and their day: SCH.
 *
 * @param dateKind {@code ship}, {@code deliver}, {@code available}, or the standard's own qualifier
 */
public record Scheduled(BigDecimal quantity, String unit, LocalDate date, String dateKind) {}
