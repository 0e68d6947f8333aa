package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.document.Product;
import io.serai.edi.document.Reference;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the messages of EDIFACT have in common: parties, references, dates, products. */
abstract class EdifactReading extends SetReading {
  // The date of the order, or of the invoice, for those who do not write that of the message.
  private static final List<String> DATES = List.of("3", "4");

  private final PartyParts parties = new PartyParts();
  private final List<Reference> references = new ArrayList<>();
  private final List<Product> products = new ArrayList<>();
  private Segment bgm = new Segment("BGM", 2);
  private String currency = "";
  private String lineNumber = "";
  private String lineText = "";
  private Optional<BigDecimal> price = Optional.empty();
  private Optional<LocalDate> date = Optional.empty();
  private Optional<LocalDate> shipBy = Optional.empty();
  private Optional<LocalDate> deliverBy = Optional.empty();
  private boolean afterReference;

  EdifactReading(Made made) {
    super(made);
  }

  /** Takes a segment of the header that all messages may have. */
  final void common(Segment segment) {
    switch (segment.tag()) {
      case "BGM" -> bgm = segment;
      case "DTM" -> date(segment);
      case "RFF" -> references.add(new Reference(segment.get(1), segment.get(1, 2)));
      case "NAD" -> party(segment);
      case "COM" -> contact(segment);
      case "CUX" -> currency = currency.isEmpty() ? segment.get(1, 2) : currency;
      default -> {
        // Of no use to us; it stays in the raw document.
      }
    }
    afterReference = segment.tag().equals("RFF") || afterReference && segment.tag().equals("DTM");
  }

  // A date behind a reference is the reference's.
  private void date(Segment dtm) {
    if (afterReference) {
      return;
    }
    String qualifier = dtm.get(1);
    if (qualifier.equals("137") || date.isEmpty() && DATES.contains(qualifier)) {
      date = Optional.of(EdifactDates.day(dtm, values()));
      return;
    }
    String kind = dateKind(dtm.get(1));
    if (kind.equals("ship")) {
      shipBy = Optional.of(EdifactDates.day(dtm, values()));
    } else if (kind.equals("deliver")) {
      deliverBy = Optional.of(EdifactDates.day(dtm, values()));
    }
  }

  private void party(Segment nad) {
    boolean named = !nad.get(4).isEmpty();
    parties.begin(
        values().codes().meaningOrSelf("parties", nad.get(1)),
        nad.get(2),
        nad.get(2, 3),
        named ? nad.get(4) : nad.get(3));
    if (named) {
      parties.company(nad.get(4, 2));
    }
    for (int i = 1; i <= 4; i++) {
      parties.street(nad.get(5, i));
    }
    parties.place(nad.get(6), nad.get(7), nad.get(8), nad.get(9));
  }

  private void contact(Segment com) {
    if (com.get(1, 2).equals("TE") && parties.isOpen()) {
      parties.phone(com.get(1));
    }
  }

  /** Begins a line with LIN. */
  final void lin(Segment lin) {
    beginLine(lin);
    lineNumber = lin.get(1);
    lineText = "";
    price = Optional.empty();
    products.clear();
    product(lin, 3);
  }

  /** Takes a segment that any line may have; false where it is none. */
  final boolean ofLine(Segment segment) {
    switch (segment.tag()) {
      case "PIA" -> {
        for (int element = 2; element <= segment.count(); element++) {
          product(segment, element);
        }
      }
      case "IMD" -> lineText = lineText.isEmpty() ? segment.get(3, 4) : lineText;
      case "PRI" -> price = price.or(() -> perUnit(segment));
      default -> {
        return false;
      }
    }
    return true;
  }

  // The fifth component says for how many units a price is.
  private Optional<BigDecimal> perUnit(Segment pri) {
    Optional<BigDecimal> basis = values().numberIfAny(pri, 1, 5).filter(each -> each.signum() > 0);
    return values()
        .numberIfAny(pri, 1, 2)
        .map(amount -> basis.map(each -> Values.perUnit(amount, each)).orElse(amount));
  }

  private void product(Segment segment, int element) {
    if (!segment.get(element).isEmpty()) {
      String kind = segment.get(element, 2);
      products.add(
          new Product(values().codes().meaningOrSelf("products", kind), segment.get(element)));
    }
  }

  /** The products that a PIA names. */
  final List<Product> products(Segment pia) {
    List<Product> named = list();
    for (int element = 2; element <= pia.count(); element++) {
      if (!pia.get(element).isEmpty()) {
        String kind = values().codes().meaningOrSelf("products", pia.get(element, 2));
        named.add(new Product(kind, pia.get(element)));
      }
    }
    return named;
  }

  final BigDecimal quantity(Segment qty) {
    return values().number(qty, 1, 2);
  }

  final String unit(Segment qty) {
    return values().unit(qty.get(1, 3));
  }

  final String dateKind(String qualifier) {
    return values().codes().meaningOrSelf("edifactDates", qualifier);
  }

  /** CNT: 2 counts the lines, 1 adds up their quantities. */
  final void total(Segment cnt) {
    if (cnt.get(1).equals("2")) {
      checkCount(cnt, 1, 2, "lines", lines());
    }
  }

  final Segment bgm() {
    return bgm;
  }

  /** BGM's number: a simple element in D.96A, the first component later. */
  final String number() {
    return values().required(bgm, 2);
  }

  final String purpose() {
    return bgm.get(3).isEmpty() ? "original" : values().meaning(bgm, 3, 1, "edifactPurposes");
  }

  /** The date of the message (DTM 137). */
  final LocalDate date() {
    return date.orElseThrow(
        () ->
            new Unreadable(
                new Segment("DTM", 3),
                0,
                0,
                FaultKind.SEGMENT_MISSING,
                "there is no date of the message (DTM+137)",
                "ask the sender for DTM+137"));
  }

  /** The first reference of this kind; empty where there is none. */
  final String reference(String kind) {
    return references.stream()
        .filter(each -> each.kind().equals(kind))
        .map(Reference::value)
        .findFirst()
        .orElse("");
  }

  final List<Reference> references() {
    return copy(references);
  }

  final PartyParts parties() {
    return parties;
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

  final String lineNumber() {
    return lineNumber;
  }

  final String lineText() {
    return lineText;
  }

  final Optional<BigDecimal> price() {
    return price;
  }

  final List<Product> products() {
    return copy(products);
  }
}
