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
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.OrderStatus;
import io.serai.edi.document.Party;
import io.serai.edi.document.Product;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.Reference;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The segments of each set of X12, between ST and SE. */
public final class X12Sets {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final int NAME = 60;
  private static final int STREET = 55;
  private static final int TEXT = 80;

  private final SegmentWriter out;
  private final CodeBook codes;
  private BigDecimal hash = BigDecimal.ZERO;

  /** Writes sets by this writer's agreement. */
  public X12Sets(SegmentWriter out) {
    this.out = out;
    this.codes = out.agreement().codes();
  }

  /** Writes what stands between ST and SE. */
  public void write(EdiDocument document) {
    if (document instanceof PurchaseOrder order) {
      order(order);
    } else if (document instanceof Acknowledgment acknowledgment) {
      acknowledgment(acknowledgment);
    } else if (document instanceof ShipNotice notice) {
      new X12ShipNotice(this, out).write(notice);
    } else if (document instanceof Invoice invoice) {
      invoice(invoice);
    } else if (document instanceof OrderChange change) {
      change(change);
    } else if (document instanceof OrderChangeAnswer answer) {
      changeAnswer(answer);
    } else if (document instanceof OrderStatus status) {
      status(status);
    } else if (document instanceof FunctionalAcknowledgment acknowledgment) {
      X12Acknowledgment.write(acknowledgment, out);
    } else {
      throw new IllegalArgumentException(document.kind() + " is not written as a set");
    }
  }

  private void order(PurchaseOrder order) {
    out.segment(
        "BEG", purpose(order.purpose()), order.type(), order.number(), "", day(order.date()));
    currency("BY", order.currency());
    references(order.references());
    order.shipBy().ifPresent(date -> out.segment("DTM", "010", day(date)));
    order.deliverBy().ifPresent(date -> out.segment("DTM", "002", day(date)));
    parties(order.parties());
    for (OrderLine line : order.lines()) {
      line("PO1", line);
      describe(line.description());
    }
    totals(order.lines().size());
  }

  private void acknowledgment(Acknowledgment acknowledgment) {
    out.segment(
        "BAK",
        purpose(acknowledgment.purpose()),
        code("x12Outcomes", acknowledgment.outcome()),
        acknowledgment.poNumber(),
        day(acknowledgment.date()),
        "",
        "",
        "",
        acknowledgment.supplierOrder());
    references(acknowledgment.references());
    parties(acknowledgment.parties());
    for (Acknowledgment.Line line : acknowledgment.lines()) {
      line("PO1", line.line());
      describe(line.line().description());
      line.schedules().forEach(this::schedule);
      line.answers().forEach(this::answer);
    }
    totals(acknowledgment.lines().size());
  }

  private void answer(Answer answer) {
    List<Object> elements = new ArrayList<>();
    elements.add(answer.code());
    elements.add(answer.quantity().map(X12Sets::number).orElse(""));
    elements.add(answer.quantity().map(quantity -> unit(answer.unit())).orElse(""));
    elements.add(answer.date().map(date -> dateCode(answer.dateKind())).orElse(""));
    elements.add(answer.date().map(X12Sets::day).orElse(""));
    elements.add("");
    elements.addAll(products(answer.products()));
    out.segment("ACK", elements.toArray());
  }

  private void schedule(Scheduled scheduled) {
    out.segment(
        "SCH",
        number(scheduled.quantity()),
        unit(scheduled.unit()),
        "",
        "",
        dateCode(scheduled.dateKind()),
        day(scheduled.date()));
  }

  /** 846, item by item. */
  public void stock(StockAdvice advice, Iterator<StockItem> items) {
    out.segment("BIA", purpose(advice.purpose()), "SI", advice.number(), day(advice.date()));
    currency("SE", advice.currency());
    references(advice.references());
    parties(advice.parties());
    int count = 0;
    while (items.hasNext()) {
      item(items.next());
      count++;
    }
    // CTT01 has six digits, and CTT may be left out.
    if (count <= 999_999) {
      totals(count);
    }
  }

  private void item(StockItem item) {
    List<Object> lin = new ArrayList<>();
    lin.add(item.number());
    lin.addAll(products(item.products()));
    out.segment("LIN", lin.toArray());
    describe(item.description());
    item.availableOn().ifPresent(date -> out.segment("DTM", "018", day(date)));
    item.price().ifPresent(price -> out.segment("CTP", "", "", number(price)));
    for (StockItem.Quantity quantity : item.quantities()) {
      hash = hash.add(quantity.quantity());
      out.segment(
          "QTY",
          code("x12Stock", quantity.kind()),
          number(quantity.quantity()),
          unit(quantity.unit()));
    }
    item.expected().forEach(this::schedule);
  }

  private void invoice(Invoice invoice) {
    out.segment(
        "BIG",
        day(invoice.date()),
        invoice.number(),
        "",
        invoice.poNumber(),
        "",
        "",
        invoice.type(),
        purpose(invoice.purpose()));
    currency("SE", invoice.currency());
    references(invoice.references());
    parties(invoice.parties());
    for (Invoice.Line line : invoice.lines()) {
      line("IT1", line.line());
      charges(line.charges(), true);
      describe(line.line().description());
      if (!line.poNumber().isEmpty()) {
        out.segment("REF", "PO", line.poNumber());
      }
      charges(line.charges(), false);
    }
    out.segment("TDS", cents(invoice.total()));
    charges(invoice.charges(), true);
    charges(invoice.charges(), false);
    totals(invoice.lines().size());
  }

  private void charges(List<Charge> charges, boolean taxes) {
    for (Charge charge : charges) {
      boolean tax = charge.kind().equals("tax");
      if (tax && taxes) {
        out.segment("TXI", charge.code(), number(charge.amount()));
      } else if (!tax && !taxes) {
        String kind = charge.kind().equals("allowance") ? "A" : "C";
        out.segment(
            "SAC",
            kind,
            charge.code(),
            "",
            "",
            cents(charge.amount()),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            cut(charge.description(), TEXT));
      }
    }
  }

  private void change(OrderChange change) {
    out.segment(
        "BCH",
        purpose(change.purpose()),
        change.type(),
        change.poNumber(),
        "",
        change.sequence(),
        day(change.date()));
    references(change.references());
    parties(change.parties());
    change.lines().forEach(this::changed);
    totals(change.lines().size());
  }

  private void changeAnswer(OrderChangeAnswer answer) {
    out.segment(
        "BCA",
        purpose(answer.purpose()),
        code("x12Outcomes", answer.outcome()),
        answer.poNumber(),
        "",
        answer.sequence(),
        day(answer.date()));
    references(answer.references());
    parties(answer.parties());
    for (OrderChangeAnswer.Line line : answer.lines()) {
      changed(line.changed());
      line.answers().forEach(this::answer);
    }
    totals(answer.lines().size());
  }

  private void changed(ChangedLine changed) {
    OrderLine line = changed.line();
    hash = hash.add(line.quantity());
    List<Object> poc = new ArrayList<>();
    poc.add(line.number());
    poc.add(code("x12Changes", changed.change()));
    poc.add(number(line.quantity()));
    poc.add(changed.left().map(X12Sets::number).orElse(""));
    poc.add(unit(line.unit()));
    poc.add(line.price().map(X12Sets::number).orElse(""));
    poc.add("");
    poc.addAll(products(line.products()));
    out.segment("POC", poc.toArray());
    describe(line.description());
  }

  private void status(OrderStatus status) {
    out.segment("BSR", "3", "PA", status.number(), day(status.date()));
    references(status.references());
    int level = 0;
    for (OrderStatus.Order order : status.orders()) {
      out.segment("HL", Integer.toString(++level), "", "O");
      out.segment("PRF", order.poNumber());
      order.statuses().forEach(this::status);
      for (OrderStatus.Line line : order.lines()) {
        line(
            "PO1",
            new OrderLine(
                line.number(),
                line.products(),
                line.quantity(),
                line.unit(),
                Optional.empty(),
                ""));
        line.statuses().forEach(this::status);
      }
    }
    out.segment("CTT", Integer.toString(level));
  }

  private void status(OrderStatus.Status status) {
    out.segment("ISR", status.code(), status.date().map(X12Sets::day).orElse(""));
  }

  private void line(String tag, OrderLine line) {
    hash = hash.add(line.quantity());
    List<Object> elements = new ArrayList<>();
    elements.add(line.number());
    elements.add(number(line.quantity()));
    elements.add(unit(line.unit()));
    elements.add(line.price().map(X12Sets::number).orElse(""));
    elements.add("");
    elements.addAll(products(line.products()));
    out.segment(tag, elements.toArray());
  }

  List<String> products(List<Product> products) {
    List<String> pairs = new ArrayList<>();
    for (Product product : products) {
      pairs.add(code("x12Products", product.kind()));
      pairs.add(product.id());
    }
    return pairs;
  }

  void describe(String text) {
    if (!text.isBlank()) {
      out.segment("PID", "F", "", "", "", cut(text, TEXT));
    }
  }

  void references(List<Reference> references) {
    references.forEach(each -> out.segment("REF", each.kind(), each.value()));
  }

  private void currency(String whose, String currency) {
    if (!currency.isEmpty()) {
      out.segment("CUR", whose, currency);
    }
  }

  void parties(List<Party> parties) {
    for (Party party : parties) {
      var address = party.address();
      out.segment(
          "N1",
          code("x12Parties", party.role()),
          cut(address.name(), NAME),
          party.id().isEmpty() ? "" : party.idKind(),
          party.id());
      if (!address.company().isBlank()) {
        out.segment("N2", cut(address.company(), NAME));
      }
      if (!address.address1().isBlank() || !address.address2().isBlank()) {
        boolean first = !address.address1().isBlank();
        out.segment(
            "N3",
            cut(first ? address.address1() : address.address2(), STREET),
            first ? cut(address.address2(), STREET) : "");
      }
      if (!(address.city() + address.state() + address.postalCode() + address.country())
          .isBlank()) {
        // N402 takes two letters; the regions of other countries stand in N406, as a state (SP).
        boolean code = address.state().length() <= 2;
        out.segment(
            "N4",
            cut(address.city(), 30),
            code ? address.state() : "",
            address.postalCode(),
            address.country(),
            code ? "" : "SP",
            code ? "" : cut(address.state(), 30));
      }
      if (!address.phone().isBlank()) {
        out.segment("PER", "CN", "", "TE", cut(address.phone(), TEXT));
      }
    }
  }

  void addToHash(BigDecimal quantity) {
    hash = hash.add(quantity);
  }

  void totals(int lines) {
    out.segment("CTT", Integer.toString(lines), number(hash));
  }

  String purpose(String purpose) {
    return code("x12PurposeCodes", purpose);
  }

  String unit(String unit) {
    return code("x12Units", unit);
  }

  private String dateCode(String kind) {
    return code("x12DateCodes", kind);
  }

  String code(String table, String meaning) {
    return codes.meaningOrSelf(table, meaning);
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  private static String cents(BigDecimal amount) {
    return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
