package io.serai.edi.read;

import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.OrderChange;
import io.serai.edi.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** 860: BCH and its POCs. */
final class OrderChange860 extends X12Reading {
  private final List<ChangedLine> lines = new ArrayList<>();
  private Segment bch = new Segment("BCH", 2);
  private ChangedLine line;

  OrderChange860(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BCH" -> bch = segment;
      case "POC" -> {
        beginLine(segment);
        line = ChangedLines.read(segment, this);
        addToHash(line.line().quantity());
      }
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
    lines.add(ChangedLines.described(line, takeDescription()));
  }

  @Override
  OrderChange document(Segment end) {
    return new OrderChange(
        values().required(bch, 3),
        purpose(bch, 1),
        bch.get(2),
        bch.get(5),
        values().day(bch, 6),
        copy(references()),
        parties().all(),
        copy(lines));
  }
}
