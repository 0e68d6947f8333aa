package io.serai.edi.read;

import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** 997 and 999: AK1, for each set AK2 to AK5, AK9. */
final class Acknowledged extends X12Reading {
  private final List<SetOutcome> sets = new ArrayList<>();
  private final List<SegmentError> segments = new ArrayList<>();
  private final List<ElementError> elements = new ArrayList<>();
  private Segment ak1 = new Segment("AK1", 2);
  private Segment ak2;
  private Segment ak3;
  private Segment ak9 = new Segment("AK9", 2);

  Acknowledged(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "AK1" -> ak1 = segment;
      case "AK2" -> ak2 = segment;
      case "AK3", "IK3" -> {
        closeSegment();
        ak3 = segment;
      }
      case "AK4", "IK4" ->
          elements.add(
              new ElementError(
                  whole(segment, 1, 1), whole(segment, 1, 2), segment.get(3), segment.get(4)));
      case "AK5", "IK5" -> set(segment);
      case "AK9" -> ak9 = segment;
      default -> {
        // CTX tells the circumstances, for people.
      }
    }
  }

  private void closeSegment() {
    if (ak3 != null) {
      segments.add(new SegmentError(ak3.get(1), whole(ak3, 2, 1), ak3.get(4), copy(elements)));
    }
    ak3 = null;
    elements.clear();
  }

  private void set(Segment ak5) {
    closeSegment();
    sets.add(
        new SetOutcome(
            ak2.get(1),
            ak2.get(2),
            ak2.get(3),
            status(ak5),
            ak5.get(1),
            errors(ak5, 2),
            copy(segments)));
    segments.clear();
  }

  // A, E, P say that it was taken, R, M, W, X that it was not.
  private String status(Segment ak) {
    return switch (values().required(ak, 1)) {
      case "A" -> "accepted";
      case "E" -> "acceptedWithErrors";
      case "P" -> "partlyAccepted";
      case "R", "M", "W", "X" -> "rejected";
      default -> values().meaning(ak, 1, 1, "acknowledgments");
    };
  }

  private int whole(Segment segment, int element, int component) {
    return values().numberIfAny(segment, element, component).map(Number::intValue).orElse(0);
  }

  private static List<String> errors(Segment segment, int from) {
    List<String> errors = list();
    for (int i = from; i <= segment.count(); i++) {
      if (!segment.get(i).isEmpty()) {
        errors.add(segment.get(i));
      }
    }
    return copy(errors);
  }

  @Override
  void line() {}

  @Override
  FunctionalAcknowledgment document(Segment end) {
    return new FunctionalAcknowledgment(
        ak1.get(1),
        values().required(ak1, 2),
        ak1.get(3),
        status(ak9),
        ak9.get(1),
        whole(ak9, 2, 1),
        whole(ak9, 3, 1),
        whole(ak9, 4, 1),
        errors(ak9, 5),
        copy(sets));
  }
}
