package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.document.Charge;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderLine;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** INVOIC: its lines, and behind UNS the totals (MOA), taxes and charges of the whole. */
final class InvoiceInvoic extends EdifactReading {
  private static final List<String> TOTALS = List.of("9", "77", "86", "39", "388");

  private final List<Invoice.Line> lines = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();
  private List<Charge> ofLine = List.of();
  private BigDecimal total;
  private int totalRank = Integer.MAX_VALUE;
  private Optional<BigDecimal> quantity = Optional.empty();
  private String unit = "";
  private String poNumber = "";
  private Segment cause;
  private boolean summary;

  InvoiceInvoic(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "LIN" -> begin(segment);
      case "UNS" -> {
        endLine();
        summary = true;
        cause = null;
      }
      case "CNT" -> total(segment);
      case "ALC", "TAX" -> cause = segment;
      case "MOA" -> amount(segment);
      default -> {
        if (inLine()) {
          if (!ofLine(segment)) {
            detail(segment);
          }
        } else if (!summary) {
          common(segment);
        }
      }
    }
  }

  private void begin(Segment segment) {
    lin(segment);
    cause = null;
    ofLine = list();
    quantity = Optional.empty();
    unit = "";
    poNumber = "";
  }

  private void detail(Segment segment) {
    if (segment.tag().equals("QTY") && segment.get(1).equals("47")) {
      quantity = Optional.of(quantity(segment));
      unit = unit(segment);
    } else if (segment.tag().equals("RFF") && segment.get(1).equals("ON")) {
      poNumber = segment.get(1, 2);
    }
  }

  // 8, 23 and 204 follow ALC; 124 follows TAX.
  private void amount(Segment moa) {
    String kind = moa.get(1);
    boolean ofCause = cause != null && List.of("8", "23", "204", "124").contains(kind);
    if (ofCause) {
      values().numberIfAny(moa, 1, 2).ifPresent(this::charge);
    } else if (summary && TOTALS.contains(kind) && TOTALS.indexOf(kind) < totalRank) {
      totalRank = TOTALS.indexOf(kind);
      total = values().number(moa, 1, 2);
    }
  }

  private void charge(BigDecimal amount) {
    boolean tax = cause.tag().equals("TAX");
    boolean allowance = cause.get(1).equals("A");
    String kind = tax ? "tax" : allowance ? "allowance" : "charge";
    String code = tax ? cause.get(2) : cause.get(5).isEmpty() ? cause.get(2) : cause.get(5);
    Charge charge = new Charge(kind, code, amount.abs(), tax ? "" : cause.get(5, 4));
    (inLine() ? ofLine : charges).add(charge);
  }

  @Override
  void line() {
    OrderLine line =
        new OrderLine(
            lineNumber(), products(), quantity.orElse(BigDecimal.ZERO), unit, price(), lineText());
    lines.add(new Invoice.Line(linePlace(), line, poNumber, copy(ofLine)));
  }

  @Override
  Invoice document(Segment end) {
    if (total == null) {
      throw new Unreadable(
          new Segment("MOA", end.position()),
          0,
          0,
          FaultKind.SEGMENT_MISSING,
          "it has no total (MOA+9, 77, 86, 39 or 388 behind UNS)",
          "ask the sender for the total");
    }
    return new Invoice(
        number(),
        date(),
        bgm().get(1),
        purpose(),
        reference("ON"),
        currency(),
        references(),
        parties().all(),
        copy(lines),
        copy(charges),
        total);
  }
}
