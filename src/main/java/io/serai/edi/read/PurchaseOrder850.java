package io.serai.edi.read;

import io.serai.edi.document.OrderLine;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** 850: BEG and its PO1s. */
final class PurchaseOrder850 extends X12Reading {
  private final List<OrderLine> lines = new ArrayList<>();
  private Segment beg = new Segment("BEG", 2);
  private OrderLine line;

  PurchaseOrder850(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BEG" -> beg = segment;
      case "PO1" -> {
        beginLine(segment);
        line = orderLine(segment);
        addToHash(line.quantity());
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
    lines.add(described(line, takeDescription()));
  }

  @Override
  PurchaseOrder document(Segment end) {
    return new PurchaseOrder(
        values().required(beg, 3),
        purpose(beg, 1),
        beg.get(2),
        values().day(beg, 5),
        currency(),
        shipBy(),
        deliverBy(),
        copy(references()),
        parties().all(),
        copy(lines));
  }
}
