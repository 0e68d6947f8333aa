package io.serai.edi.read;

import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.OrderChange;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ORDERS, and ORDCHG, which differs by what LIN02 says of a line. */
final class PurchaseOrderOrders extends EdifactReading {
  private final boolean change;
  private final List<OrderLine> lines = new ArrayList<>();
  private final List<ChangedLine> changed = new ArrayList<>();
  private Segment lin;
  private Optional<BigDecimal> quantity = Optional.empty();
  private Optional<BigDecimal> left = Optional.empty();
  private String unit = "";

  PurchaseOrderOrders(Made made, boolean change) {
    super(made);
    this.change = change;
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "LIN" -> {
        lin(segment);
        lin = segment;
        quantity = Optional.empty();
        left = Optional.empty();
        unit = "";
        if (change && !segment.get(2).isEmpty()) {
          values().meaning(segment, 2, 1, "lineChanges");
        }
      }
      case "QTY" -> units(segment);
      case "UNS" -> endLine();
      case "CNT" -> total(segment);
      default -> {
        if (!inLine()) {
          common(segment);
        } else {
          ofLine(segment);
        }
      }
    }
  }

  // 1 is a discrete quantity, as older partners write for 21.
  private void units(Segment qty) {
    if (qty.get(1).equals("21") || qty.get(1).equals("1") && quantity.isEmpty()) {
      quantity = Optional.of(quantity(qty));
      unit = unit(qty);
    } else if (qty.get(1).equals("73")) {
      left = Optional.of(quantity(qty));
    }
  }

  @Override
  void line() {
    OrderLine line =
        new OrderLine(
            lineNumber(), products(), quantity.orElse(BigDecimal.ZERO), unit, price(), lineText());
    if (change) {
      String what = lin.get(2).isEmpty() ? "changed" : values().meaning(lin, 2, 1, "lineChanges");
      changed.add(new ChangedLine(linePlace(), what, line, left));
    } else {
      lines.add(line);
    }
  }

  @Override
  EdiDocument document(Segment end) {
    return change ? orderChange() : order();
  }

  private PurchaseOrder order() {
    return new PurchaseOrder(
        number(),
        purpose(),
        bgm().get(1),
        date(),
        currency(),
        shipBy(),
        deliverBy(),
        references(),
        parties().all(),
        copy(lines));
  }

  // The number of an ORDCHG is its own; the purchase order is referred to.
  private OrderChange orderChange() {
    boolean refers = !reference("ON").isEmpty();
    return new OrderChange(
        refers ? reference("ON") : number(),
        purpose(),
        bgm().get(1),
        refers ? number() : "",
        date(),
        references(),
        parties().all(),
        copy(changed));
  }
}
