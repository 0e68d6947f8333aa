package io.serai.edi.read;

import io.serai.edi.document.Charge;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderLine;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** 810: BIG, its IT1s, and behind TDS the allowances, charges and taxes of the whole. */
final class Invoice810 extends X12Reading {
  private final List<Invoice.Line> lines = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();
  private Segment big = new Segment("BIG", 2);
  private Segment tds = new Segment("TDS", 2);
  private OrderLine line;
  private String poNumber = "";
  private List<Charge> ofLine = List.of();

  Invoice810(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BIG" -> big = segment;
      case "IT1" -> {
        beginLine(segment);
        ofLine = list();
        poNumber = "";
        line = orderLine(segment);
        addToHash(line.quantity());
      }
      case "SAC" -> charge(segment);
      case "TXI" -> tax(segment);
      case "TDS" -> {
        endLine();
        tds = segment;
      }
      case "CTT" -> totals(segment, lines());
      case "PID" -> describe(segment);
      default -> {
        if (!inLine()) {
          common(segment);
        } else if (segment.tag().equals("REF") && segment.get(1).equals("PO")) {
          poNumber = segment.get(2);
        }
      }
    }
  }

  // N says nothing of money, and amounts may be left out for a rate.
  private void charge(Segment sac) {
    boolean allowance = sac.get(1).equals("A");
    if (!allowance && !sac.get(1).equals("C") || sac.get(5).isBlank()) {
      return;
    }
    String kind = allowance ? "allowance" : "charge";
    add(new Charge(kind, sac.get(2), values().cents(sac, 5).abs(), sac.get(15)));
  }

  private void tax(Segment txi) {
    values()
        .numberIfAny(txi, 2, 1)
        .ifPresent(amount -> add(new Charge("tax", txi.get(1), amount, "")));
  }

  private void add(Charge charge) {
    (inLine() ? ofLine : charges).add(charge);
  }

  @Override
  void line() {
    lines.add(
        new Invoice.Line(linePlace(), described(line, takeDescription()), poNumber, copy(ofLine)));
  }

  @Override
  Invoice document(Segment end) {
    BigDecimal total = values().cents(tds, 1);
    return new Invoice(
        values().required(big, 2),
        values().day(big, 1),
        big.get(7),
        big.get(8).isEmpty() ? "original" : purpose(big, 8),
        big.get(4),
        currency(),
        copy(references()),
        parties().all(),
        copy(lines),
        copy(charges),
        total);
  }
}
