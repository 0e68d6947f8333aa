package io.serai.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice that was taken in.
 *
 * @param credit whether it gives money back
 * @param documentId the file that it came in
 * @param total as the invoice says it, else the sum of its lines and charges
 * @param differences how many there are
 */
public record KeptInvoice(
    long id,
    String supplier,
    String number,
    boolean credit,
    LocalDate date,
    String currency,
    BigDecimal charges,
    BigDecimal total,
    long documentId,
    int differences) {}
