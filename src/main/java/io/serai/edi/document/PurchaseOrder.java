package io.serai.edi.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Asks a supplier for a shipment: 850, ORDERS.
 *
 * @param purpose {@code original}, or another of {@code x12Purposes} in codes.yaml
 * @param type BEG02 such as {@code DS} for a drop shipment; BGM01 such as {@code 220}
 * @param currency ISO 4217; empty where none is named
 * @param shipBy when it shall leave
 * @param deliverBy when it shall arrive
 */
public record PurchaseOrder(
    String number,
    String purpose,
    String type,
    LocalDate date,
    String currency,
    Optional<LocalDate> shipBy,
    Optional<LocalDate> deliverBy,
    List<Reference> references,
    List<Party> parties,
    List<OrderLine> lines)
    implements EdiDocument {
  @Override
  public String kind() {
    return "purchaseOrder";
  }
}
