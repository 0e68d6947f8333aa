package io.serai.edi.read;

import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Scheduled;
import io.serai.edi.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** 855: BAK, and for each PO1 its ACKs and SCHs. */
final class Acknowledgment855 extends X12Reading {
  private final List<Acknowledgment.Line> lines = new ArrayList<>();
  private Segment bak = new Segment("BAK", 2);
  private OrderLine line;
  private List<Answer> answers = List.of();
  private List<Scheduled> schedules = List.of();

  Acknowledgment855(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BAK" -> bak = segment;
      case "PO1" -> {
        beginLine(segment);
        answers = list();
        schedules = list();
        line = orderLine(segment);
        addToHash(line.quantity());
      }
      case "ACK" -> answers.add(Answers.read(segment, this));
      case "SCH" -> schedules.add(schedule(segment));
      case "CTT" -> totals(segment, lines());
      case "PID" -> describe(segment);
      default -> {
        if (!inLine()) {
          common(segment);
        }
      }
    }
  }

  @Override
  void line() {
    lines.add(
        new Acknowledgment.Line(
            linePlace(), described(line, takeDescription()), copy(answers), copy(schedules)));
  }

  @Override
  Acknowledgment document(Segment end) {
    return new Acknowledgment(
        values().required(bak, 3),
        purpose(bak, 1),
        values().meaning(bak, 2, 1, "outcomes"),
        bak.get(8),
        values().dayIfAny(bak, 9).orElseGet(() -> values().day(bak, 4)),
        copy(references()),
        parties().all(),
        copy(lines));
  }
}
