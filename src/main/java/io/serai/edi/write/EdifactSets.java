package io.serai.edi.write;

import io.serai.edi.CodeBook;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.Charge;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderChange;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Party;
import io.serai.edi.document.Product;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.Reference;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The segments of each message of EDIFACT, between UNH and UNT. */
public final class EdifactSets {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final int MOST = 35;

  private final SegmentWriter out;
  private final CodeBook codes;

  /** Writes messages by this writer's agreement. */
  public EdifactSets(SegmentWriter out) {
    this.out = out;
    this.codes = out.agreement().codes();
  }

  /** Writes what stands between UNH and UNT. */
  public void write(EdiDocument document) {
    if (document instanceof PurchaseOrder order) {
      order(order);
    } else if (document instanceof Acknowledgment acknowledgment) {
      acknowledgment(acknowledgment);
    } else if (document instanceof ShipNotice notice) {
      new EdifactShipNotice(this, out).write(notice);
    } else if (document instanceof Invoice invoice) {
      invoice(invoice);
    } else if (document instanceof OrderChange change) {
      change(change);
    } else if (document instanceof FunctionalAcknowledgment acknowledgment) {
      EdifactAcknowledgment.write(acknowledgment, out);
    } else {
      throw new IllegalArgumentException(document.kind() + " is none of EDIFACT");
    }
  }

  private void order(PurchaseOrder order) {
    out.segment("BGM", order.type(), order.number(), purpose(order.purpose()));
    date("137", order.date());
    order.shipBy().ifPresent(day -> date("10", day));
    order.deliverBy().ifPresent(day -> date("2", day));
    references(order.references());
    parties(order.parties());
    currency(order.currency());
    for (OrderLine line : order.lines()) {
      lin(line, "");
      quantity("21", line.quantity(), line.unit());
      price(line.price());
    }
    out.segment("UNS", "S");
    count(order.lines().size());
  }

  private void acknowledgment(Acknowledgment acknowledgment) {
    out.segment(
        "BGM",
        "231",
        acknowledgment.supplierOrder(),
        purpose(acknowledgment.purpose()),
        code("edifactOutcomes", acknowledgment.outcome()));
    date("137", acknowledgment.date());
    referring(acknowledgment.poNumber(), acknowledgment.references());
    parties(acknowledgment.parties());
    for (Acknowledgment.Line line : acknowledgment.lines()) {
      answered(line);
    }
    out.segment("UNS", "S");
    count(acknowledgment.lines().size());
  }

  // The answer to a whole line stands in LIN; those for a part of its units are quantities.
  private void answered(Acknowledgment.Line line) {
    List<Answer> answers = line.answers();
    boolean whole = answers.size() == 1 && answers.get(0).quantity().isEmpty();
    lin(line.line(), whole ? answers.get(0).code() : "");
    quantity("21", line.line().quantity(), line.line().unit());
    for (Answer answer : answers) {
      answer
          .quantity()
          .ifPresent(
              units ->
                  quantity(
                      answer.meaning().equals("backordered") ? "83" : "113", units, answer.unit()));
    }
    answers.stream()
        .filter(answer -> answer.date().isPresent())
        .reduce((first, second) -> second)
        .ifPresent(answer -> date(dateCode(answer.dateKind()), answer.date().orElseThrow()));
    price(line.line().price());
  }

  /** INVRPT, item by item. */
  public void stock(StockAdvice advice, Iterator<StockItem> items) {
    out.segment("BGM", "35", advice.number(), purpose(advice.purpose()));
    date("137", advice.date());
    references(advice.references());
    parties(advice.parties());
    currency(advice.currency());
    int count = 0;
    while (items.hasNext()) {
      item(items.next());
      count++;
    }
    count(count);
  }

  private void item(StockItem item) {
    lin(
        new OrderLine(
            item.number(),
            item.products(),
            BigDecimal.ZERO,
            "",
            Optional.empty(),
            item.description()),
        "");
    item.availableOn().ifPresent(day -> date(dateCode("available"), day));
    for (StockItem.Quantity quantity : item.quantities()) {
      quantity(code("edifactStock", quantity.kind()), quantity.quantity(), quantity.unit());
    }
    for (Scheduled expected : item.expected()) {
      quantity("113", expected.quantity(), expected.unit());
      date(dateCode(expected.dateKind()), expected.date());
    }
    price(item.price());
  }

  private void invoice(Invoice invoice) {
    out.segment("BGM", invoice.type(), invoice.number(), purpose(invoice.purpose()));
    date("137", invoice.date());
    referring(invoice.poNumber(), invoice.references());
    parties(invoice.parties());
    currency(invoice.currency());
    for (Invoice.Line line : invoice.lines()) {
      lin(line.line(), "");
      quantity("47", line.line().quantity(), line.line().unit());
      price(line.line().price());
      if (!line.poNumber().isEmpty()) {
        out.segment("RFF", List.of("ON", line.poNumber()));
      }
      charges(line.charges());
    }
    out.segment("UNS", "S");
    count(invoice.lines().size());
    out.segment("MOA", List.of("86", number(invoice.total())));
    charges(invoice.charges());
  }

  // Taxes stand before allowances and charges.
  private void charges(List<Charge> charges) {
    for (Charge charge : charges) {
      if (charge.kind().equals("tax")) {
        out.segment("TAX", "7", charge.code());
        out.segment("MOA", List.of("124", number(charge.amount())));
      }
    }
    for (Charge charge : charges) {
      if (!charge.kind().equals("tax")) {
        String kind = charge.kind().equals("allowance") ? "A" : "C";
        out.segment(
            "ALC", kind, "", "", "", List.of(charge.code(), "", "", cut(charge.description())));
        out.segment("MOA", List.of("8", number(charge.amount())));
      }
    }
  }

  private void change(OrderChange change) {
    out.segment("BGM", change.type(), change.sequence(), purpose(change.purpose()));
    date("137", change.date());
    referring(change.poNumber(), change.references());
    parties(change.parties());
    for (ChangedLine changed : change.lines()) {
      lin(changed.line(), code("edifactChanges", changed.change()));
      quantity("21", changed.line().quantity(), changed.line().unit());
      changed.left().ifPresent(left -> quantity("73", left, changed.line().unit()));
      price(changed.line().price());
    }
    out.segment("UNS", "S");
    count(change.lines().size());
  }

  void lin(OrderLine line, String action) {
    List<Product> products = line.products();
    Object first = products.isEmpty() ? "" : product(products.get(0));
    out.segment("LIN", line.number(), action, first);
    for (int i = 1; i < products.size(); i++) {
      out.segment("PIA", "1", product(products.get(i)));
    }
    if (!line.description().isBlank()) {
      out.segment("IMD", "F", "", List.of("", "", "", cut(line.description())));
    }
  }

  private List<String> product(Product product) {
    return List.of(product.id(), code("edifactProducts", product.kind()));
  }

  void quantity(String what, BigDecimal quantity, String unit) {
    out.segment("QTY", List.of(what, number(quantity), code("edifactUnits", unit)));
  }

  private void price(Optional<BigDecimal> price) {
    price.ifPresent(amount -> out.segment("PRI", List.of("AAA", number(amount))));
  }

  void date(String what, LocalDate day) {
    out.segment("DTM", List.of(what, DAY.format(day), "102"));
  }

  // The purchase order stands first, unless it is among the references already.
  void referring(String poNumber, List<Reference> references) {
    if (!poNumber.isEmpty() && references.stream().noneMatch(each -> each.kind().equals("ON"))) {
      out.segment("RFF", List.of("ON", poNumber));
    }
    references(references);
  }

  void references(List<Reference> references) {
    references.forEach(each -> out.segment("RFF", List.of(each.kind(), each.value())));
  }

  private void currency(String currency) {
    if (!currency.isEmpty()) {
      out.segment("CUX", List.of("2", currency));
    }
  }

  void parties(List<Party> parties) {
    for (Party party : parties) {
      var address = party.address();
      out.segment(
          "NAD",
          code("edifactParties", party.role()),
          party.id().isEmpty() ? "" : List.of(party.id(), "", party.idKind()),
          "",
          List.of(cut(address.name()), cut(address.company())),
          List.of(cut(address.address1()), cut(address.address2())),
          cut(address.city()),
          address.state(),
          address.postalCode(),
          address.country());
      if (!address.phone().isBlank()) {
        out.segment("CTA", "IC");
        out.segment("COM", List.of(address.phone(), "TE"));
      }
    }
  }

  void count(int lines) {
    out.segment("CNT", List.of("2", Integer.toString(lines)));
  }

  String purpose(String purpose) {
    return code("edifactPurposeCodes", purpose);
  }

  private String dateCode(String kind) {
    return code("edifactDateCodes", kind);
  }

  private String code(String table, String meaning) {
    return codes.meaningOrSelf(table, meaning);
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST);
  }
}
