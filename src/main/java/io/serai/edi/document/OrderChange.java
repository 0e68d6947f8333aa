package io.serai.edi.document;

import java.time.LocalDate;
import java.util.List;

/**
 * Changes or cancels a purchase order: 860, ORDCHG.
 *
 * @param purpose {@code change}, or {@code cancellation} of the whole
 * @param type of the purchase order, as in {@link PurchaseOrder}
 * @param sequence the number of the change; may be empty
 * @param date of the purchase order (X12), of the change (EDIFACT)
 */
public record OrderChange(
    String poNumber,
    String purpose,
    String type,
    String sequence,
    LocalDate date,
    List<Reference> references,
    List<Party> parties,
    List<ChangedLine> lines)
    implements EdiDocument {
  @Override
  public String kind() {
    return "orderChange";
  }
}
