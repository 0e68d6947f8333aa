package io.serai.edi.write;

import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import java.util.ArrayList;
import java.util.List;

/** 997. */
final class X12Acknowledgment {
  private X12Acknowledgment() {}

  static void write(FunctionalAcknowledgment acknowledgment, SegmentWriter out) {
    // AK103 came with 005010.
    boolean older = out.agreement().version().compareTo("005010") < 0;
    out.segment(
        "AK1",
        acknowledgment.groupCode(),
        acknowledgment.control(),
        older ? "" : acknowledgment.version());
    acknowledgment.sets().forEach(set -> set(set, older, out));
    List<Object> ak9 = new ArrayList<>();
    ak9.add(acknowledgment.code());
    ak9.add(Integer.toString(acknowledgment.included()));
    ak9.add(Integer.toString(acknowledgment.received()));
    ak9.add(Integer.toString(acknowledgment.accepted()));
    ak9.addAll(five(acknowledgment.errors()));
    out.segment("AK9", ak9.toArray());
  }

  private static void set(SetOutcome set, boolean older, SegmentWriter out) {
    out.segment("AK2", set.type(), set.control(), older ? "" : set.version());
    for (SegmentError error : set.segments()) {
      out.segment("AK3", error.tag(), Integer.toString(error.position()), "", error.code());
      error.elements().forEach(element -> element(element, out));
    }
    List<Object> ak5 = new ArrayList<>();
    ak5.add(set.code());
    ak5.addAll(five(set.errors()));
    out.segment("AK5", ak5.toArray());
  }

  private static void element(ElementError error, SegmentWriter out) {
    String component = error.component() == 0 ? "" : Integer.toString(error.component());
    out.segment(
        "AK4",
        List.of(Integer.toString(error.element()), component),
        "",
        error.code(),
        error.value());
  }

  private static List<String> five(List<String> errors) {
    return errors.subList(0, Math.min(5, errors.size()));
  }
}
