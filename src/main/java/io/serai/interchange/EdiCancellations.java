package io.serai.interchange;

import io.serai.edi.DocumentKind;
import io.serai.edi.EdiWriter;
import io.serai.edi.OrderDocuments;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.document.OrderChange;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.Numbers;
import io.serai.exchange.Numbers.Allotted;
import java.time.LocalDate;
import java.util.List;

/** Requests not to ship, as 860 or ORDCHG: one change for each purchase order. */
final class EdiCancellations implements CancellationFormat {
  private final Partner partner;

  EdiCancellations(Partner partner) {
    this.partner = partner;
  }

  @Override
  public String fileName(long number) {
    return partner.fileName("cancellation", number);
  }

  @Override
  public byte[] write(Numbers numbers, List<CancellationRequest> requests) {
    PartnerAgreement agreement = partner.agreement();
    // A change of a purchase order stands in one set, so there are as many sets as purchase orders.
    List<String> purchaseOrders =
        requests.stream().map(CancellationRequest::poNumber).distinct().sorted().toList();
    Allotted allotted =
        numbers.allot(DocumentKind.ORDER_CHANGE.type(agreement.standard()), purchaseOrders);
    List<OrderChange> changes =
        OrderDocuments.cancellations(
            requests,
            partner.product(),
            Long.toString(allotted.firstSet()),
            LocalDate.ofInstant(allotted.at(), agreement.zone()),
            agreement.standard());
    return new EdiWriter(agreement).write(EdiFormat.envelope(agreement, allotted), changes);
  }
}
