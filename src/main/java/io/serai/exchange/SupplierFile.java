package io.serai.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file of a supplier says, whatever its format was. {@code place} is where a line stood, for
 * messages.
 */
public sealed interface SupplierFile {

  /** Whether the supplier will ship what purchase orders asked for. */
  record Acknowledgment(List<AcknowledgedLine> lines) implements SupplierFile {}

  /** What the supplier has shipped. */
  record ShipNotice(List<NoticedLine> lines) implements SupplierFile {}

  /** What the supplier has on hand; its rows are read one by one as they are applied. */
  record StockAdvice() implements SupplierFile {}

  /** What the supplier wants to be paid. */
  record Invoices(List<Invoice> invoices) implements SupplierFile {}

  /** How far the supplier is with purchase orders: it tells, and answers nothing. */
  record StatusReport(List<StatusLine> lines) implements SupplierFile {}

  /** The answers to a purchase order line. */
  enum Answer {
    /** The units will be shipped on this purchase order. */
    ACCEPTED,
    /** The units will not be shipped. */
    REJECTED,
    /**
     * The units are not there now, and will not be shipped on this purchase order; they may be
     * ordered again.
     */
    BACKORDERED,
    /** The units will not be shipped, since that was asked, or by the supplier's own doing. */
    CANCELLED,
    /** Neither yes nor no yet: the units stay as they are, and somebody asks the supplier why. */
    HELD
  }

  /**
   * The answer for units of one purchase order line.
   *
   * @param code the supplier's code of what was asked, or of what it sends instead
   * @param restockDate when the next are expected
   * @param shipDate when the accepted units are to leave
   * @param unitPrice what the supplier says that a unit costs, in the purchase order's currency
   * @param substitute the supplier's code of what it sends instead, where it names both
   */
  record AcknowledgedLine(
      String place,
      String poNumber,
      int line,
      String code,
      int quantity,
      Answer answer,
      Optional<LocalDate> restockDate,
      Optional<LocalDate> shipDate,
      String reason,
      Optional<BigDecimal> unitPrice,
      Optional<String> substitute) {

    /** The code of what is sent. */
    public String sends() {
      return substitute.orElse(code);
    }
  }

  /**
   * Units of one purchase order line in one package.
   *
   * @param trackingNumbers one at least; the first names the package
   * @param packageId the supplier's own id of the package; may be empty. One that begins with
   *     {@code #} counts within this notice only: others may have another package of that id
   * @param sscc the package's serial shipping container code; may be empty
   */
  record NoticedLine(
      String place,
      String poNumber,
      int line,
      String code,
      int quantity,
      String carrier,
      List<String> trackingNumbers,
      Instant shippedAt,
      String packageId,
      String sscc) {

    /** The tracking number that names the package. */
    public String tracking() {
      return trackingNumbers.get(0);
    }

    /** The other tracking numbers. */
    public List<String> moreTracking() {
      return trackingNumbers.subList(1, trackingNumbers.size());
    }
  }

  /**
   * One invoice.
   *
   * @param place where it begins, for messages
   * @param credit whether it gives money back: then quantities and amounts are taken off
   * @param currency ISO 4217; empty where the invoice does not say
   * @param charges beside the lines, less allowances; below 0 where those are more
   * @param total as the invoice says it; empty where it does not
   */
  record Invoice(
      String place,
      String number,
      LocalDate date,
      boolean credit,
      String currency,
      List<InvoicedLine> lines,
      BigDecimal charges,
      Optional<BigDecimal> total) {}

  /**
   * Units of one purchase order line on an invoice.
   *
   * @param poNumber empty where the invoice does not say
   * @param line of the purchase order; 0 where the invoice does not say, and then the code tells
   */
  record InvoicedLine(
      String place, String poNumber, int line, String code, int quantity, BigDecimal unitPrice) {}

  /**
   * How far a purchase order, or a line of it, is.
   *
   * @param line 0 for the whole purchase order
   * @param status {@code accepted}, {@code inProcess}, {@code backordered}, {@code shipped}, {@code
   *     cancelled}, {@code held} or {@code partial}
   * @param date of the status: when units ship, or with {@code backordered} when more come
   */
  record StatusLine(
      String place, String poNumber, int line, String status, Optional<LocalDate> date) {}
}
