package io.serai.edi.write;

import io.serai.edi.PartnerAgreement;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import java.util.List;

/** CONTRL, for an interchange that the partner has sent to us. */
final class EdifactAcknowledgment {
  private EdifactAcknowledgment() {}

  static void write(FunctionalAcknowledgment acknowledgment, SegmentWriter out) {
    PartnerAgreement agreement = out.agreement();
    out.segment(
        "UCI",
        acknowledgment.control(),
        List.of(agreement.partner().id(), agreement.partner().qualifier()),
        List.of(agreement.own().id(), agreement.own().qualifier()),
        acknowledgment.code(),
        first(acknowledgment.errors()));
    for (SetOutcome set : acknowledgment.sets()) {
      boolean versioned = set.version().length() > 1;
      out.segment(
          "UCM",
          set.control(),
          List.of(
              set.type(),
              versioned ? set.version().substring(0, 1) : "D",
              versioned ? set.version().substring(1) : "96A",
              "UN"),
          set.code(),
          first(set.errors()));
      set.segments().forEach(segment -> segment(segment, out));
    }
  }

  private static void segment(SegmentError error, SegmentWriter out) {
    out.segment("UCS", Integer.toString(error.position()), error.code());
    for (ElementError element : error.elements()) {
      String component = element.component() == 0 ? "" : Integer.toString(element.component());
      out.segment("UCD", element.code(), List.of(Integer.toString(element.element()), component));
    }
  }

  private static String first(List<String> errors) {
    return errors.isEmpty() ? "" : errors.get(0);
  }
}
