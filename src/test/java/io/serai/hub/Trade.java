package io.serai.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.config.LocatedYaml;
import io.serai.edi.DocumentKind;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.EdiWriter;
import io.serai.edi.Envelope;
import io.serai.edi.Interchange;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.SetHeader;
import io.serai.edi.Standard;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.OrderStatus;
import io.serai.edi.document.Product;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import io.serai.interchange.EdiFormat;
import io.serai.interchange.Partner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A supplier that speaks X12 or EDIFACT: what it writes, and what it reads of ours. */
final class Trade {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  final PartnerAgreement agreement;
  private final String format;
  private long control = 100;

  /** A supplier by its connector's format. */
  Trade(String format) {
    this.format = format;
    PartnerAgreement ours = partner("{}").agreement();
    agreement =
        new PartnerAgreement(
            ours.standard(),
            ours.partner(),
            ours.own(),
            "",
            "",
            ours.version(),
            ours.syntax(),
            ours.delimiters(),
            ours.charset(),
            ours.replacement(),
            false,
            ours.codes(),
            ours.products(),
            ours.zone(),
            ours.mostLines(),
            false);
  }

  /** What the hub has agreed with it, with some settings of its own. */
  EdiFormat format(String settings) {
    return new EdiFormat(partner(settings));
  }

  private Partner partner(String settings) {
    ObjectNode json = (ObjectNode) LocatedYaml.parse("settings", settings).root();
    json.putObject("own").put("qualifier", "ZZ").put("id", "MYSHOP");
    json.putObject("partner").put("qualifier", "ZZ").put("id", "NORTH");
    return Partner.of(format, json, code -> code);
  }

  /** The next interchange is numbered like this. */
  Trade next(long number) {
    control = number;
    return this;
  }

  /** Documents of one kind as an interchange. */
  String write(EdiDocument... documents) {
    return text(new EdiWriter(agreement).write(envelope(), List.of(documents)));
  }

  /** What is in stock: {@code stock("A,5", "B,0")}. */
  String stock(String... items) {
    List<StockItem> rows = new ArrayList<>();
    for (String item : items) {
      String[] parts = item.split(",");
      rows.add(
          new StockItem(
              "",
              Integer.toString(rows.size() + 1),
              List.of(new Product("vendor", parts[0])),
              "",
              Optional.empty(),
              List.of(new StockItem.Quantity("onHand", new BigDecimal(parts[1]), "EA")),
              List.of(),
              Optional.empty()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new EdiWriter(agreement)
        .writeStock(
            envelope(),
            new StockAdvice("S" + control, "original", DAY, "", List.of(), List.of()),
            rows.iterator(),
            bytes);
    return text(bytes.toByteArray());
  }

  /** Answers a purchase order: {@code answer("PO1", "1,A,2,IA")}. */
  Acknowledgment answer(String po, String... lines) {
    List<Acknowledgment.Line> answered = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(",");
      boolean x12 = agreement.standard() == Standard.X12;
      Answer answer =
          new Answer(
              parts[3],
              "",
              x12 ? Optional.of(new BigDecimal(parts[2])) : Optional.empty(),
              x12 ? "EA" : "",
              Optional.empty(),
              "",
              List.of());
      answered.add(
          new Acknowledgment.Line(
              "", line(parts[0], parts[1], parts[2]), List.of(answer), List.of()));
    }
    return new Acknowledgment(
        po, "original", "changed", "S" + po, DAY, List.of(), List.of(), answered);
  }

  /** Tells of a parcel: {@code notice("PO1", "1Z", "1,A,2")}. */
  ShipNotice notice(String po, String tracking, String... lines) {
    List<ShipNotice.Item> items = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(",");
      items.add(
          new ShipNotice.Item(
              "",
              po,
              parts[0],
              List.of(new Product("vendor", parts[1])),
              new BigDecimal(parts[2]),
              "EA",
              "C1",
              "",
              List.of()));
    }
    return new ShipNotice(
        "N" + po,
        "original",
        Instant.parse("2026-11-24T10:00:00Z"),
        Optional.empty(),
        "UPSN",
        List.of(),
        List.of(),
        List.of(),
        List.of(new ShipNotice.Container("C1", "", "carton", "", List.of(tracking))),
        items);
  }

  /** Bills units of a purchase order: {@code invoice("I1", "PO1", "1,A,2,4.00")}. */
  Invoice invoice(String number, String po, String line) {
    String[] parts = line.split(",");
    BigDecimal price = new BigDecimal(parts[3]);
    OrderLine billed =
        new OrderLine(
            parts[0],
            List.of(new Product("vendor", parts[1])),
            new BigDecimal(parts[2]),
            "EA",
            Optional.of(price),
            "");
    boolean x12 = agreement.standard() == Standard.X12;
    return new Invoice(
        number,
        DAY,
        x12 ? "DI" : "380",
        "original",
        po,
        "USD",
        List.of(),
        List.of(),
        List.of(new Invoice.Line("", billed, "", List.of())),
        List.of(),
        price.multiply(new BigDecimal(parts[2])));
  }

  /** Tells that a line is held: {@code status("PO1", "1,A,2")}. */
  OrderStatus status(String po, String line) {
    String[] parts = line.split(",");
    OrderStatus.Status held = new OrderStatus.Status("HL", "held", Optional.empty());
    OrderStatus.Line told =
        new OrderStatus.Line(
            "",
            parts[0],
            List.of(new Product("vendor", parts[1])),
            new BigDecimal(parts[2]),
            "EA",
            List.of(held));
    return new OrderStatus(
        "R1", DAY, List.of(), List.of(new OrderStatus.Order(po, List.of(), List.of(told))));
  }

  /** Answers that units are removed: {@code changeAnswer("PO1", "1,A,2,IA")}. */
  OrderChangeAnswer changeAnswer(String po, String line) {
    String[] parts = line.split(",");
    ChangedLine changed =
        new ChangedLine("", "removed", line(parts[0], parts[1], parts[2]), Optional.empty());
    Answer answer =
        new Answer(
            parts[3],
            "accepted",
            Optional.of(new BigDecimal(parts[2])),
            "EA",
            Optional.empty(),
            "",
            List.of());
    return new OrderChangeAnswer(
        po,
        "original",
        "accepted",
        "1",
        DAY,
        List.of(),
        List.of(),
        List.of(new OrderChangeAnswer.Line(changed, List.of(answer))));
  }

  private static OrderLine line(String number, String code, String quantity) {
    return new OrderLine(
        number,
        List.of(new Product("vendor", code)),
        new BigDecimal(quantity),
        "EA",
        Optional.empty(),
        "");
  }

  /**
   * Acknowledges an interchange of ours; refused: the control numbers of sets that are not taken.
   */
  FunctionalAcknowledgment acknowledges(String file, List<String> refused) {
    Read read = read(file);
    List<SetOutcome> outcomes =
        read.sets.stream().map(set -> outcome(set, refused.contains(set.control()))).toList();
    boolean x12 = agreement.standard() == Standard.X12;
    boolean all = !refused.isEmpty() && refused.size() == outcomes.size();
    return new FunctionalAcknowledgment(
        x12 ? read.sets.get(0).groupCode() : "",
        x12 ? read.sets.get(0).group() : read.sets.get(0).interchange().control(),
        "",
        all ? "rejected" : refused.isEmpty() ? "accepted" : "partlyAccepted",
        x12 ? all ? "R" : refused.isEmpty() ? "A" : "P" : "7",
        outcomes.size(),
        outcomes.size(),
        outcomes.size() - refused.size(),
        List.of(),
        outcomes);
  }

  private SetOutcome outcome(SetHeader set, boolean refused) {
    boolean x12 = agreement.standard() == Standard.X12;
    FunctionalAcknowledgment.ElementError element =
        new FunctionalAcknowledgment.ElementError(3, 0, x12 ? "7" : "12", "");
    return new SetOutcome(
        set.type(),
        set.control(),
        x12 ? "" : set.version(),
        refused ? "rejected" : "accepted",
        x12 ? refused ? "R" : "A" : refused ? "4" : "7",
        refused ? List.of(x12 ? "5" : "12") : List.of(),
        refused
            ? List.of(
                new FunctionalAcknowledgment.SegmentError(
                    x12 ? "PO1" : "", 5, x12 ? "8" : "", List.of(element)))
            : List.of());
  }

  /** What a file of ours says. */
  static final class Read implements EdiListener {
    final List<Interchange> interchanges = new ArrayList<>();
    final List<SetHeader> sets = new ArrayList<>();
    final List<EdiDocument> documents = new ArrayList<>();

    @Override
    public void interchangeBegins(Interchange interchange) {
      interchanges.add(interchange);
    }

    @Override
    public void document(SetHeader set, EdiDocument document) {
      sets.add(set);
      documents.add(document);
    }

    @Override
    public void receipt(Interchange interchange, EdiDocument receipt) {
      documents.add(receipt);
    }

    @Override
    public void refused(io.serai.edi.EdiFault fault) {
      throw new AssertionError(fault);
    }
  }

  /** Reads a file of ours, which is to be without a fault. */
  Read read(String file) {
    Read read = new Read();
    try {
      new EdiReader(agreement.reading())
          .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)), read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  /** The purchase orders in a file of ours. */
  List<PurchaseOrder> orders(String file) {
    return read(file).documents.stream().map(PurchaseOrder.class::cast).toList();
  }

  /** The type of a document of this kind, such as 850. */
  String type(DocumentKind kind) {
    return kind.type(agreement.standard());
  }

  private Envelope envelope() {
    control++;
    return new Envelope(control - 1, control - 1, 1, LocalDateTime.parse("2026-11-23T12:00:00"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
