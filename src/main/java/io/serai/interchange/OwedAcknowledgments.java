package io.serai.interchange;

import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.document.Arrival;
import io.serai.document.DocumentStore;
import io.serai.edi.DocumentKind;
import io.serai.edi.EdiWriter;
import io.serai.edi.FunctionalAcknowledgments;
import io.serai.edi.InterchangeReport;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.InterchangeReceipt;
import io.serai.exchange.Numbering;
import io.serai.exchange.Numbers;
import io.serai.exchange.Numbers.Allotted;
import io.serai.mapping.Json;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The functional acknowledgments that we owe: 997 and TA1, or CONTRL, each a file of its own. Those
 * of acknowledgments are never owed.
 */
public final class OwedAcknowledgments {
  /** The kind of their documents and deliveries. */
  public static final String KIND = "functional-acknowledgment";

  private static final String ACKNOWLEDGMENTS = "FA";

  private final DocumentStore documents;
  private final DeliveryStore deliveries;
  private final Numbering numbering;

  public OwedAcknowledgments(
      DocumentStore documents, DeliveryStore deliveries, Numbering numbering) {
    this.documents = documents;
    this.deliveries = deliveries;
    this.numbering = numbering;
  }

  /** Writes what an interchange is acknowledged by, and owes it. */
  void owe(Handle handle, String supplier, Partner partner, InterchangeReport report) {
    List<FunctionalAcknowledgment> sets = FunctionalAcknowledgments.of(report);
    if (!sets.isEmpty()) {
      write(handle, supplier, partner, sets);
    }
    boolean nothingElse =
        report.accepted()
            && report.groups().stream().allMatch(group -> group.code().equals(ACKNOWLEDGMENTS));
    if (!nothingElse) {
      FunctionalAcknowledgments.receipt(report)
          .ifPresent(receipt -> write(handle, supplier, partner, receipt));
    }
  }

  private void write(
      Handle handle, String supplier, Partner partner, List<FunctionalAcknowledgment> sets) {
    PartnerAgreement agreement = partner.agreement();
    Numbers numbers = numbering.begin(handle, supplier);
    Allotted allotted =
        numbers.allot(
            DocumentKind.FUNCTIONAL_ACKNOWLEDGMENT.type(agreement.standard()),
            Collections.nCopies(sets.size(), ""));
    byte[] content = new EdiWriter(agreement).write(EdiFormat.envelope(agreement, allotted), sets);
    store(handle, supplier, partner, numbers, allotted, content);
  }

  private void write(Handle handle, String supplier, Partner partner, InterchangeReceipt receipt) {
    PartnerAgreement agreement = partner.agreement();
    Numbers numbers = numbering.begin(handle, supplier);
    Allotted allotted = numbers.allot("TA1", List.of());
    byte[] content =
        new EdiWriter(agreement).writeReceipt(EdiFormat.envelope(agreement, allotted), receipt);
    store(handle, supplier, partner, numbers, allotted, content);
  }

  private void store(
      Handle handle,
      String supplier,
      Partner partner,
      Numbers numbers,
      Allotted allotted,
      byte[] content) {
    String name = partner.fileName("functionalAcknowledgment", allotted.interchange());
    // Control numbers begin again one day, and the time does not.
    String key = KIND + ":" + supplier + ":" + name + ":" + allotted.at().getEpochSecond();
    long document = documents.ready(handle, new Arrival(KIND, supplier, key, name, content));
    numbers.keep(document);
    deliveries.owe(
        handle,
        List.of(
            new Owed(
                KIND,
                supplier,
                key,
                Optional.empty(),
                Optional.of(document),
                Json.object().put("fileName", name))));
  }
}
