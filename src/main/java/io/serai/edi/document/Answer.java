package io.serai.edi.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One answer to a line: ACK, or LIN02 and a quantity of ORDRSP.
 *
 * @param code as it was written, such as {@code IB}
 * @param meaning of the code: {@code accepted}, {@code backordered}, {@code rejected}, {@code
 *     cancelled}, {@code shipped}, {@code partial}, {@code held}, or what has changed on an
 *     accepted line: {@code quantityChanged}, {@code priceChanged}, {@code dateChanged}, {@code
 *     changed}, {@code substituted}
 * @param quantity the units that it speaks of; empty: those of the line
 * @param unit empty: that of the line
 * @param dateKind {@code ship}, {@code deliver}, {@code available}, or the standard's own
 *     qualifier; empty without a date
 * @param products of what is sent instead
 */
public record Answer(
    String code,
    String meaning,
    Optional<BigDecimal> quantity,
    String unit,
    Optional<LocalDate> date,
    String dateKind,
    List<Product> products) {}
