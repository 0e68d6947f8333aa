package io.serai.interchange;

import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import java.util.ArrayList;
import java.util.List;

/** The places that a functional acknowledgment finds fault with, as a clerk reads them. */
final class Places {
  private Places() {}

  /** Of an interchange or group that is refused as a whole. */
  static String of(FunctionalAcknowledgment said) {
    return "refused as a whole" + codes(said.errors());
  }

  /** Of a set: AK3 and AK4, or UCS and UCD. */
  static String of(SetOutcome set) {
    List<String> places = new ArrayList<>();
    for (SegmentError segment : set.segments()) {
      String what = segment.tag().isEmpty() ? "" : " (" + segment.tag() + ")";
      String code = segment.code().isEmpty() ? "" : ", code " + segment.code();
      places.add("segment " + segment.position() + what + code + elements(segment));
    }
    String where = places.isEmpty() ? "" : ", " + String.join(", ", places);
    return codes(set.errors()) + where;
  }

  private static String elements(SegmentError segment) {
    StringBuilder text = new StringBuilder();
    for (ElementError element : segment.elements()) {
      text.append(", element ").append(element.element());
      if (element.component() > 0) {
        text.append(", component ").append(element.component());
      }
      text.append(", code ").append(element.code());
      if (!element.value().isEmpty()) {
        text.append(" '").append(element.value()).append('\'');
      }
    }
    return text.toString();
  }

  private static String codes(List<String> errors) {
    return errors.isEmpty() ? "" : ", code " + String.join(" ", errors);
  }
}
