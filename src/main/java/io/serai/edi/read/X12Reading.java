package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Product;
import io.serai.edi.document.Reference;
import io.serai.edi.document.Scheduled;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the documents of X12 have in common: parties, references, dates, products. */
abstract class X12Reading extends SetReading {
  private final PartyParts parties = new PartyParts();
  private final List<Reference> references = new ArrayList<>();
  private String currency = "";
  private Optional<LocalDate> shipBy = Optional.empty();
  private Optional<LocalDate> deliverBy = Optional.empty();
  private String lineText = "";

  X12Reading(Made made) {
    super(made);
  }

  /** Takes a segment of the header that all documents may have. */
  final void common(Segment segment) {
    switch (segment.tag()) {
      case "CUR" -> currency = segment.get(2);
      case "REF", "N9" -> references.add(reference(segment));
      case "N1" -> party(segment);
      case "N2" -> parties.company(segment.get(1));
      case "N3" -> {
        parties.street(segment.get(1));
        parties.street(segment.get(2));
      }
      case "N4" -> place(segment);
      case "PER" -> contact(segment);
      case "DTM" -> date(segment);
      default -> {
        // Of no use to us; it stays in the raw document.
      }
    }
  }

  private void place(Segment n4) {
    boolean region = n4.get(2).isEmpty() && n4.get(5).equals("SP");
    parties.place(n4.get(1), region ? n4.get(6) : n4.get(2), n4.get(3), n4.get(4));
  }

  private void party(Segment segment) {
    parties.begin(
        values().codes().meaningOrSelf("parties", values().required(segment, 1)),
        segment.get(4),
        segment.get(3),
        segment.get(2));
  }

  private void contact(Segment segment) {
    for (int i = 3; i < segment.count(); i += 2) {
      if (parties.isOpen() && segment.get(i).equals("TE")) {
        parties.phone(segment.get(i + 1));
      }
    }
  }

  private void date(Segment segment) {
    String kind = dateKind(segment.get(1));
    if (kind.equals("ship")) {
      shipBy = values().dayIfAny(segment, 2);
    } else if (kind.equals("deliver")) {
      deliverBy = values().dayIfAny(segment, 2);
    }
  }

  final Reference reference(Segment segment) {
    String value = segment.get(2).isEmpty() ? segment.get(3) : segment.get(2);
    return new Reference(segment.get(1), value);
  }

  /** The description that PID gives for a line. */
  final void describe(Segment pid) {
    if (lineText.isEmpty()) {
      lineText = pid.get(5);
    }
  }

  final String takeDescription() {
    String text = lineText;
    lineText = "";
    return text;
  }

  /** Pairs of a qualifier and an id, from this element on. */
  final List<Product> products(Segment segment, int from) {
    List<Product> products = list();
    for (int i = from; i < segment.count(); i += 2) {
      if (!segment.get(i).isEmpty() && !segment.get(i + 1).isEmpty()) {
        products.add(
            new Product(
                values().codes().meaningOrSelf("products", segment.get(i)), segment.get(i + 1)));
      }
    }
    return copy(products);
  }

  /** A line that begins as PO1 and IT1 do. */
  final OrderLine orderLine(Segment segment) {
    return new OrderLine(
        segment.get(1),
        products(segment, 6),
        segment.get(2).isBlank() ? BigDecimal.ZERO : values().number(segment, 2, 1),
        values().unit(segment.get(3)),
        values().numberIfAny(segment, 4, 1).map(price -> perUnit(price, segment.get(5))),
        "");
  }

  private BigDecimal perUnit(BigDecimal price, String basis) {
    return values()
        .codes()
        .meaning("x12PriceBasis", basis)
        .map(units -> Values.perUnit(price, new BigDecimal(units)))
        .orElse(price);
  }

  static OrderLine described(OrderLine line, String text) {
    return new OrderLine(
        line.number(), line.products(), line.quantity(), line.unit(), line.price(), text);
  }

  final Scheduled schedule(Segment sch) {
    return new Scheduled(
        values().number(sch, 1, 1),
        values().unit(sch.get(2)),
        values().day(sch, 6),
        dateKind(sch.get(5)));
  }

  final String dateKind(String qualifier) {
    return values().codes().meaningOrSelf("x12Dates", qualifier);
  }

  /** CTT: the number of lines, and the sum of their quantities. */
  final void totals(Segment ctt, int count) {
    checkCount(ctt, 1, 1, "lines", count);
    if (!ctt.get(2).isBlank() && values().number(ctt, 2, 1).signum() != 0) {
      BigDecimal told = values().number(ctt, 2, 1);
      if (told.compareTo(hash()) != 0) {
        throw new Unreadable(
            ctt,
            2,
            0,
            FaultKind.SET_COUNT,
            "the quantities add up to "
                + hash().toPlainString()
                + ", not to "
                + told.toPlainString(),
            "something is missing or was added: ask the sender for it again");
      }
    }
  }

  final PartyParts parties() {
    return parties;
  }

  final List<Reference> references() {
    return references;
  }

  final String currency() {
    return currency;
  }

  final Optional<LocalDate> shipBy() {
    return shipBy;
  }

  final Optional<LocalDate> deliverBy() {
    return deliverBy;
  }

  final String purpose(Segment segment, int element) {
    return values().meaning(segment, element, 1, "x12Purposes");
  }
}
