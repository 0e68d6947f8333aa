package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Product;
import io.serai.edi.document.Scheduled;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ORDRSP: what LIN02 says of a line, or its quantities do: 113 and 12 are shipped, 83 is
 * backordered. PIA+3 is what is sent instead.
 */
final class AcknowledgmentOrdrsp extends EdifactReading {
  private final List<Acknowledgment.Line> lines = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private Segment lin;
  private Optional<BigDecimal> ordered = Optional.empty();
  private String unit = "";
  private Optional<LocalDate> day = Optional.empty();
  private String dayKind = "";
  private String poLine = "";
  private boolean inReference;
  private final List<Product> instead = new ArrayList<>();

  AcknowledgmentOrdrsp(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "LIN" -> begin(segment);
      case "PIA" -> {
        if (segment.get(1).equals("3")) {
          instead.addAll(products(segment));
        } else {
          ofLine(segment);
        }
      }
      case "UNS" -> endLine();
      case "CNT" -> total(segment);
      default -> {
        if (!inLine()) {
          common(segment);
        } else if (!ofLine(segment)) {
          detail(segment);
        }
      }
    }
  }

  private void begin(Segment segment) {
    lin(segment);
    lin = segment;
    answers.clear();
    ordered = Optional.empty();
    unit = "";
    day = Optional.empty();
    dayKind = "";
    poLine = "";
    inReference = false;
    instead.clear();
    if (!segment.get(2).isEmpty()) {
      values().meaning(segment, 2, 1, "lineActions");
    }
  }

  private void detail(Segment segment) {
    switch (segment.tag()) {
      case "QTY" -> quantity855(segment);
      case "DTM" -> {
        if (!inReference && !dateKind(segment.get(1)).equals("137")) {
          day = Optional.of(EdifactDates.day(segment, values()));
          dayKind = dateKind(segment.get(1));
        }
      }
      case "RFF" -> {
        inReference = true;
        if (segment.get(1).equals("ON") && !segment.get(1, 3).isEmpty()) {
          poLine = segment.get(1, 3);
        }
      }
      default -> {
        // Of no use to us; it stays in the raw document.
      }
    }
  }

  private void quantity855(Segment qty) {
    String code = qty.get(1);
    switch (code) {
      case "21" -> {
        ordered = Optional.of(quantity(qty));
        unit = unit(qty);
      }
      case "113", "12" -> answer(code, "accepted", qty);
      case "83" -> answer(code, "backordered", qty);
      default -> {
        // Quantities of something else: per pack, free of charge.
      }
    }
  }

  private void answer(String code, String meaning, Segment qty) {
    answers.add(answer(code, meaning, Optional.of(quantity(qty)), unit(qty)));
  }

  // The date of a line is that of its backordered units, where it has some.
  @Override
  void line() {
    String action = lin.get(2);
    if (answers.isEmpty() && !action.isEmpty()) {
      String meaning = values().meaning(lin, 2, 1, "lineActions");
      answers.add(answer(action, meaning, Optional.empty(), ""));
    }
    answers.replaceAll(this::amended);
    if (!instead.isEmpty()) {
      answers.add(
          new Answer(
              "PIA", "substituted", Optional.empty(), "", Optional.empty(), "", copy(instead)));
    }
    List<Answer> dated = list();
    boolean backordered = answers.stream().anyMatch(each -> each.meaning().equals("backordered"));
    for (Answer each : answers) {
      boolean gets = day.isPresent() && each.meaning().equals("backordered") == backordered;
      dated.add(
          new Answer(
              each.code(),
              each.meaning(),
              each.quantity(),
              each.unit(),
              gets ? day : Optional.empty(),
              gets ? dayKind : "",
              each.products()));
    }
    OrderLine line =
        new OrderLine(
            poLine.isEmpty() ? lineNumber() : poLine,
            products(),
            ordered.orElseGet(this::answered),
            unit.isEmpty() && !answers.isEmpty() ? answers.get(0).unit() : unit,
            price(),
            lineText());
    List<Scheduled> none = List.of();
    lines.add(new Acknowledgment.Line(linePlace(), line, copy(dated), none));
  }

  // Of a line that is amended, the units that are not named do not ship.
  private Answer amended(Answer each) {
    boolean amended =
        answers.size() == 1
            && each.meaning().equals("accepted")
            && each.quantity().isPresent()
            && meansChanged(lin.get(2));
    return amended ? answer(each.code(), "quantityChanged", each.quantity(), each.unit()) : each;
  }

  private boolean meansChanged(String action) {
    return values().codes().meaning("lineActions", action).filter("changed"::equals).isPresent();
  }

  private static Answer answer(
      String code, String meaning, Optional<BigDecimal> quantity, String unit) {
    return new Answer(code, meaning, quantity, unit, Optional.empty(), "", List.of());
  }

  private BigDecimal answered() {
    return answers.stream()
        .flatMap(each -> each.quantity().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  Acknowledgment document(Segment end) {
    String poNumber = reference("ON");
    if (poNumber.isEmpty()) {
      throw new Unreadable(
          new Segment("RFF", 3),
          0,
          0,
          FaultKind.SEGMENT_MISSING,
          "it names no purchase order (RFF+ON)",
          "ask the sender for RFF+ON");
    }
    String code = bgm().get(4);
    String outcome =
        code.isEmpty()
            ? values().codes().meaning("messageOutcomes", bgm().get(3)).orElse("")
            : values().meaning(bgm(), 4, 1, "outcomes");
    return new Acknowledgment(
        poNumber,
        purpose(),
        outcome,
        bgm().get(2),
        date(),
        references(),
        parties().all(),
        copy(lines));
  }
}
