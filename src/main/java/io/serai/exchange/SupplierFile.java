package io.serai.exchange;

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
    CANCELLED
  }

  /**
   * The answer for units of one purchase order line.
   *
   * @param restockDate when the next are expected
   * @param shipDate when the accepted units are to leave
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
      String reason) {}

  /**
   * Units of one purchase order line in one package.
   *
   * @param packageId the supplier's own id of the package; may be empty
   */
  record NoticedLine(
      String place,
      String poNumber,
      int line,
      String code,
      int quantity,
      String carrier,
      String tracking,
      Instant shippedAt,
      String packageId) {}
}
