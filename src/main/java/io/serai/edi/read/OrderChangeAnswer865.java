package io.serai.edi.read;

import io.serai.edi.document.Answer;
import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** 865: BCA, and for each POC its ACKs. */
final class OrderChangeAnswer865 extends X12Reading {
  private final List<OrderChangeAnswer.Line> lines = new ArrayList<>();
  private Segment bca = new Segment("BCA", 2);
  private ChangedLine line;
  private List<Answer> answers = List.of();

  OrderChangeAnswer865(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BCA" -> bca = segment;
      case "POC" -> {
        beginLine(segment);
        answers = list();
        line = ChangedLines.read(segment, this);
        addToHash(line.line().quantity());
      }
      case "ACK" -> answers.add(Answers.read(segment, this));
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
        new OrderChangeAnswer.Line(ChangedLines.described(line, takeDescription()), copy(answers)));
  }

  @Override
  OrderChangeAnswer document(Segment end) {
    return new OrderChangeAnswer(
        values().required(bca, 3),
        purpose(bca, 1),
        values().meaning(bca, 2, 1, "outcomes"),
        bca.get(5),
        values().day(bca, 6),
        copy(references()),
        parties().all(),
        copy(lines));
  }
}
