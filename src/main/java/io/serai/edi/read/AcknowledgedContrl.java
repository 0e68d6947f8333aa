package io.serai.edi.read;

import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** CONTRL: UCI for the interchange, UCM for each message that it speaks of. */
final class AcknowledgedContrl extends EdifactReading {
  private final List<SetOutcome> sets = new ArrayList<>();
  private final List<SegmentError> segments = new ArrayList<>();
  private final List<ElementError> elements = new ArrayList<>();
  private Segment uci = new Segment("UCI", 2);
  private Segment ucm;
  private Segment ucs;

  AcknowledgedContrl(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "UCI" -> uci = segment;
      case "UCM" -> {
        closeSet();
        ucm = segment;
      }
      case "UCS" -> {
        closeSegment();
        ucs = segment;
      }
      case "UCD" ->
          elements.add(
              new ElementError(whole(segment, 2, 1), whole(segment, 2, 2), segment.get(1), ""));
      default -> {
        // Of no use to us; it stays in the raw document.
      }
    }
  }

  private void closeSegment() {
    if (ucs != null) {
      segments.add(new SegmentError("", whole(ucs, 1, 1), ucs.get(2), copy(elements)));
    }
    ucs = null;
    elements.clear();
  }

  private void closeSet() {
    closeSegment();
    if (ucm != null) {
      sets.add(
          new SetOutcome(
              ucm.get(2),
              ucm.get(1),
              ucm.get(2, 2) + ucm.get(2, 3),
              status(ucm.get(3)),
              ucm.get(3),
              error(ucm.get(4)),
              copy(segments)));
    }
    ucm = null;
    segments.clear();
  }

  // 7 and 8 say that it was received and may be taken; what UCM says counts for its message.
  private static String status(String action) {
    return action.equals("7") || action.equals("8") ? "accepted" : "rejected";
  }

  private static List<String> error(String code) {
    return code.isEmpty() ? List.of() : List.of(code);
  }

  private int whole(Segment segment, int element, int component) {
    return values().numberIfAny(segment, element, component).map(Number::intValue).orElse(0);
  }

  @Override
  void line() {}

  @Override
  FunctionalAcknowledgment document(Segment end) {
    closeSet();
    int accepted = (int) sets.stream().filter(each -> each.status().equals("accepted")).count();
    String status = status(values().required(uci, 4));
    boolean some = status.equals("accepted") && accepted < sets.size();
    return new FunctionalAcknowledgment(
        "",
        values().required(uci, 1),
        "",
        some ? "partlyAccepted" : status,
        uci.get(4),
        sets.size(),
        sets.size(),
        accepted,
        error(uci.get(5)),
        copy(sets));
  }
}
