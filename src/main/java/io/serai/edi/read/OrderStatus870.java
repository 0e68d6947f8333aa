package io.serai.edi.read;

import io.serai.edi.document.OrderStatus;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** 870: BSR, and HL levels with PRF for an order, PO1 for its lines, ISR for how far they are. */
final class OrderStatus870 extends X12Reading {
  private final List<OrderStatus.Order> orders = new ArrayList<>();
  private Segment bsr = new Segment("BSR", 2);
  private String poNumber = "";
  private boolean inOrder;
  private List<OrderStatus.Status> ofOrder = List.of();
  private List<OrderStatus.Line> lines = List.of();
  private Segment po1;
  private List<OrderStatus.Status> ofLine = List.of();
  private int levels;

  OrderStatus870(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BSR" -> bsr = segment;
      case "HL" -> nextLevel();
      case "PRF" -> order(values().required(segment, 1));
      case "PO1" -> {
        beginLine(segment);
        po1 = segment;
        ofLine = list();
      }
      case "ISR" -> status(segment);
      case "CTT" -> {
        endLine();
        boolean ofLines = values().number(segment, 1, 1).intValue() == lines();
        checkCount(segment, 1, 1, "levels", ofLines ? lines() : levels);
      }
      default -> {
        if (!inLine() && !inOrder) {
          common(segment);
        }
      }
    }
  }

  private void nextLevel() {
    endLine();
    levels++;
  }

  private void order(String number) {
    close();
    inOrder = true;
    poNumber = number;
    ofOrder = list();
    lines = list();
  }

  private void close() {
    endLine();
    if (inOrder) {
      orders.add(new OrderStatus.Order(poNumber, copy(ofOrder), copy(lines)));
    }
    inOrder = false;
  }

  private void status(Segment isr) {
    OrderStatus.Status status =
        new OrderStatus.Status(
            isr.get(1), values().meaning(isr, 1, 1, "status"), values().dayIfAny(isr, 2));
    if (inLine()) {
      ofLine.add(status);
    } else if (inOrder) {
      ofOrder.add(status);
    }
  }

  @Override
  void line() {
    if (!inOrder) {
      order("");
    }
    BigDecimal quantity = values().numberIfAny(po1, 2, 1).orElse(BigDecimal.ZERO);
    lines.add(
        new OrderStatus.Line(
            linePlace(),
            po1.get(1),
            products(po1, 6),
            quantity,
            values().unit(po1.get(3)),
            copy(ofLine)));
  }

  @Override
  OrderStatus document(Segment end) {
    close();
    return new OrderStatus(
        values().required(bsr, 3), values().day(bsr, 4), copy(references()), copy(orders));
  }
}
