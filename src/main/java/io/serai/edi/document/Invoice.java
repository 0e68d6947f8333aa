package io.serai.edi.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Asks for money: 810, INVOIC.
 *
 * @param type BIG07 or BGM01: {@code DI}, {@code 380} an invoice, {@code CR}, {@code 381} a credit
 * @param poNumber empty where the invoice does not say
 * @param currency ISO 4217; empty where none is named
 * @param total what is to be paid
 */
public record Invoice(
    String number,
    LocalDate date,
    String type,
    String purpose,
    String poNumber,
    String currency,
    List<Reference> references,
    List<Party> parties,
    List<Line> lines,
    List<Charge> charges,
    BigDecimal total)
    implements EdiDocument {

  /**
   * A line.
   *
   * @param place where it stands, for messages
   * @param poNumber where it differs from the invoice's
   */
  public record Line(String place, OrderLine line, String poNumber, List<Charge> charges) {}

  @Override
  public String kind() {
    return "invoice";
  }
}
