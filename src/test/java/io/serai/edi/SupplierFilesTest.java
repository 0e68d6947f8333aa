package io.serai.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.serai.document.Refused;
import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderChange;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.document.OrderStatus;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.ShipNotice;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.order.Address;
import io.serai.stock.StockAdviceLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What documents say to the hub. */
class SupplierFilesTest {
  private static final PartnerAgreement NORTH =
      PartnerAgreement.x12(new Mailbox("SERAI", "ZZ"), new Mailbox("NORTH", "ZZ"));

  @Test
  void aLineMayBeAnsweredInParts() {
    assertThat(answers("PO1*1*5*EA***VN*A~ACK*IA*3*EA*068*20261201~ACK*IB*2*EA*018*20261208~"))
        .containsExactly("3 ACCEPTED ship 2026-12-01", "2 BACKORDERED restock 2026-12-08");
  }

  @Test
  void aChangedQuantityRejectsTheRestAndAPartBackordersIt() {
    assertThat(answers("PO1*1*25*EA***VN*A~ACK*IP~ACK*DR***106*20170520~ACK*IQ*20~"))
        .containsExactly("20 ACCEPTED ship 2017-05-20", "5 REJECTED");
    assertThat(answers("PO1*1*5*EA***VN*A~ACK*BP*2*EA~"))
        .containsExactly("2 ACCEPTED", "3 BACKORDERED");
  }

  @Test
  void anAnswerWithoutAQuantityIsThatOfTheRest() {
    assertThat(answers("PO1*1*5*EA***VN*A~ACK*IR~")).containsExactly("5 REJECTED");
    assertThat(answers("PO1*1*5*EA***VN*A~ACK*IA*2*EA~ACK*ID~"))
        .containsExactly("2 ACCEPTED", "3 CANCELLED");
    assertThat(answers("PO1*1*5*EA***VN*A~ACK*IH~")).containsExactly("5 HELD");
  }

  @Test
  void aLineWithoutAnAnswerHasThatOfTheWholeOnTheDaysOfItsSchedule() {
    assertThat(answers("PO1*1*5*EA***VN*A~")).containsExactly("5 ACCEPTED");
    assertThat(answers("PO1*1*5*EA***VN*A~SCH*2*EA***068*20261201~SCH*3*EA***068*20261215~"))
        .containsExactly("2 ACCEPTED ship 2026-12-01", "3 ACCEPTED ship 2026-12-15");
  }

  @Test
  void aSubstituteIsNamedByItsOwnCodeAndDozensAreCounted() {
    AcknowledgedLine line =
        acknowledged("PO1*1*2*DZ***VN*A~ACK*IS*2*DZ****VN*B~").said().lines().get(0);
    assertThat(line.code()).isEqualTo("A");
    assertThat(line.substitute()).contains("B");
    assertThat(line.quantity()).isEqualTo(24);
  }

  @Test
  void aUnitThatCannotBeCountedIsLeftForAPersonUntilItIsAgreed() {
    String line = "PO1*1*2*CA***VN*A~ACK*IA*2*CA~";
    assertThat(acknowledged(line).said().lines()).isEmpty();
    assertThat(acknowledged(line).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.cause().cure()).contains("codes.eaches"));
    PartnerAgreement agreed = with(Map.of("eaches", Map.of("CA", "6")));
    assertThat(
            new SupplierFiles(agreed)
                .acknowledgment(acknowledgment(line))
                .said()
                .lines()
                .get(0)
                .quantity())
        .isEqualTo(12);
  }

  @Test
  void eachUnitShipsUnderTheTrackingNumberOfItsCarton() {
    String body =
        "BSN*00*N1*20261202*153000*0001~HL*1**S~TD5**2*UPSN~REF*CN*MASTER~DTM*011*20261202*1530*UT~"
            + "HL*2*1*O~PRF*PO1~HL*3*2*P~MAN*GM*00340123450000000018**CP*1Z1~HL*5*3*I~LIN*1*VN*A~SN1*1*2*EA~"
            + "HL*4*2*P~MAN*CP*1Z2~HL*6*4*I~LIN*1*VN*A~SN1*1*3*EA~CTT*6*5~";
    ShipNotice notice = Heard.of(interchange("SH", "856", body)).only(ShipNotice.class);
    List<NoticedLine> lines = new SupplierFiles(NORTH).shipNotice(notice).said().lines();
    assertThat(lines)
        .extracting(
            NoticedLine::poNumber,
            NoticedLine::line,
            NoticedLine::quantity,
            NoticedLine::tracking,
            NoticedLine::carrier,
            NoticedLine::packageId)
        .containsExactly(
            tuple("PO1", 1, 2, "1Z1", "UPSN", "00340123450000000018"),
            tuple("PO1", 1, 3, "1Z2", "UPSN", "#4"));
    assertThat(lines.get(0).shippedAt()).isEqualTo(Instant.parse("2026-12-02T15:30:00Z"));
  }

  @Test
  void aNumberOfThePalletOrTheShipmentIsThatOfTheCartonsWithoutTheirOwn() {
    String body =
        "BSN*00*N1*20261202*153000*0001~HL*1**S~TD5**2*UPSN~REF*CN*MASTER~DTM*011*20261202*1530*UT~"
            + "HL*2*1*O~PRF*PO1~REF*CN*OFORDER~HL*3*2*T~MAN*GM*00340123450000000001**CP*PAL~"
            + "HL*4*3*P~MAN*GM*00340123450000000018**CP*1Z1~REF*CN*1Z2~HL*5*4*I~LIN*1*VN*A~SN1*1*2*EA~"
            + "HL*6*3*P~MAN*GM*00340123450000000025~HL*7*6*I~LIN*1*VN*A~SN1*1*3*EA~"
            + "HL*8*1*O~PRF*PO2~HL*9*8*I~LIN*1*VN*B~SN1*1*1*EA~CTT*9*6~";
    ShipNotice notice = Heard.of(interchange("SH", "856", body)).only(ShipNotice.class);
    assertThat(new SupplierFiles(NORTH).shipNotice(notice).said().lines())
        .extracting(
            NoticedLine::poNumber,
            NoticedLine::quantity,
            NoticedLine::trackingNumbers,
            NoticedLine::sscc)
        .containsExactly(
            tuple("PO1", 2, List.of("1Z1", "1Z2"), "00340123450000000018"),
            tuple("PO1", 3, List.of("PAL"), "00340123450000000025"),
            tuple("PO2", 1, List.of("MASTER"), ""));
  }

  @Test
  void whoAcceptsARemovalCancelsAndWhoRejectsItShips() {
    assertThat(changed("POC*1*DI*3**EA***VN*A~ACK*IA~")).containsExactly("3 CANCELLED");
    assertThat(changed("POC*1*DI*3**EA***VN*A~ACK*IR~")).containsExactly("3 ACCEPTED");
    assertThat(changed("POC*1*DI*3**EA***VN*A~ACK*IA*2*EA~ACK*AC*1*EA~"))
        .containsExactly("2 CANCELLED", "1 ACCEPTED");
    assertThat(changed("POC*1*DI*3**EA***VN*A~")).containsExactly("3 CANCELLED");
    assertThat(changed("POC*1*CT*3**EA***VN*A~ACK*DR***068*20261210~"))
        .containsExactly("3 ACCEPTED ship 2026-12-10");
  }

  @Test
  void anInvoiceIsInSingleUnitsWithWhatIsChargedBesideThem() {
    String body =
        "BIG*20261201*I1**PO1***DI~CUR*SE*USD~IT1*1*2*DZ*49.2**VN*A~IT1*2*3*EA*1.00**VN*B~TDS*10390~"
            + "SAC*C*D240***250~SAC*A*C310***100~CTT*2~";
    SupplierFile.Invoice invoice = billed(body);
    assertThat(invoice.credit()).isFalse();
    assertThat(invoice.currency()).isEqualTo("USD");
    assertThat(invoice.charges()).isEqualByComparingTo("1.50");
    assertThat(invoice.total()).contains(new BigDecimal("103.9"));
    assertThat(invoice.lines())
        .extracting(
            SupplierFile.InvoicedLine::poNumber,
            SupplierFile.InvoicedLine::line,
            SupplierFile.InvoicedLine::quantity,
            SupplierFile.InvoicedLine::unitPrice)
        .containsExactly(
            tuple("PO1", 1, 24, new BigDecimal("4.1")), tuple("PO1", 2, 3, new BigDecimal("1")));
    assertThat(billed(body.replace("DI~", "CR~")).credit()).isTrue();
  }

  @Test
  void anInvoiceWithALineAtFaultIsLeftToAPersonWhole() {
    String body = "BIG*20261201*I1**PO1~IT1*1*2*CA*49.2**VN*A~IT1*2*3*EA*1.00**VN*B~TDS*300~CTT*2~";
    Invoice document = Heard.of(interchange("IN", "810", body)).only(Invoice.class);
    SupplierFiles.Result<SupplierFile.Invoices> result = new SupplierFiles(NORTH).invoice(document);
    assertThat(result.said().invoices()).isEmpty();
    assertThat(result.faults()).hasSize(1);
  }

  @Test
  void anOrderStatusSpeaksOfOrdersAndOfTheirLines() {
    String body =
        "BSR*3*PA*S1*20261201~HL*1**O~PRF*PO1~ISR*PR~HL*2*1*I~PO1*1*3*EA***VN*A~ISR*BO*20261208~CTT*1~";
    OrderStatus document = Heard.of(interchange("RS", "870", body)).only(OrderStatus.class);
    assertThat(new SupplierFiles(NORTH).orderStatus(document).said().lines())
        .extracting(
            SupplierFile.StatusLine::line,
            SupplierFile.StatusLine::status,
            SupplierFile.StatusLine::date)
        .containsExactly(
            tuple(0, "inProcess", Optional.empty()),
            tuple(1, "backordered", Optional.of(LocalDate.of(2026, 12, 8))));
  }

  private static SupplierFile.Invoice billed(String body) {
    Invoice document = Heard.of(interchange("IN", "810", body)).only(Invoice.class);
    return new SupplierFiles(NORTH).invoice(document).said().invoices().get(0);
  }

  private static List<String> changed(String lines) {
    String body = "BCA*00*AC*PO1*C1**20261123~" + lines;
    OrderChangeAnswer document =
        Heard.of(interchange("CA", "865", body)).only(OrderChangeAnswer.class);
    return shown(new SupplierFiles(NORTH).changeAnswer(document));
  }

  @Test
  void stockIsWhatIsOnHandWithWhatComesNext() {
    String body =
        "BIA*00*SI*S1*20261123~LIN*1*VN*A*UP*123456789012~QTY*33*90*EA~QTY*17*100*EA~SCH*500*EA***018*20261215~SCH*50*EA***018*20261208~CTT*1~";
    Heard heard = Heard.of(interchange("IB", "846", body));
    SupplierFiles files = new SupplierFiles(NORTH);
    StockAdviceLine line = files.stock(heard.items.get(0), code -> "N-" + code);
    assertThat(line.sku()).isEqualTo("N-A");
    assertThat(line.quantity()).isEqualTo(100);
    assertThat(line.restockDate()).contains(LocalDate.of(2026, 12, 8));
    assertThat(line.restockQuantity()).contains(50);
    Heard none =
        Heard.of(interchange("IB", "846", "BIA*00*SI*S1*20261123~LIN*1*VN*A~QTY*29*1*EA~"));
    assertThatThrownBy(() -> files.stock(none.items.get(0), code -> code))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no quantity on hand");
  }

  @Test
  void thePurchaseOrdersOfTheHubAreWrittenAndReadBack() {
    Address ana =
        new Address(
            "Ana *Lima", "", "12 Main St", "Apt 4", "Portland", "OR", "97201", "US", "+1 503");
    var order =
        new io.serai.exchange.PurchaseOrder(
            "PO1",
            "1001",
            "USD",
            ana,
            List.of(
                new io.serai.exchange.PurchaseOrder.Line(1, "N-MUG", 2, new BigDecimal("4.10"))));
    PurchaseOrder document =
        OrderDocuments.order(order, "vendor", LocalDate.of(2026, 11, 23), Standard.X12);
    PurchaseOrder back = Heard.of(write(document)).only(PurchaseOrder.class);
    assertThat(back.parties().get(0).address().name()).isEqualTo("Ana  Lima");
    assertThat(back.lines().get(0).price()).contains(new BigDecimal("4.1"));
    assertThat(back.references().get(0).value()).isEqualTo("1001");

    List<OrderChange> changes =
        OrderDocuments.cancellations(
            List.of(new CancellationRequest("PO1", 1, "N-MUG", 2, "the channel cancelled")),
            "vendor",
            "7",
            LocalDate.of(2026, 11, 23),
            Standard.X12);
    OrderChange change = Heard.of(write(changes.get(0))).only(OrderChange.class);
    assertThat(change.lines().get(0).change()).isEqualTo("removed");
    assertThat(change.poNumber()).isEqualTo("PO1");
  }

  @Test
  void anInterchangeFromSomebodyElseIsObjectedTo() {
    Heard heard =
        Heard.of(interchange("IB", "846", "BIA*00*SI*S1*20261123~LIN*1*VN*A~QTY*17*1*EA~"));
    Interchange interchange = heard.interchanges.get(0);
    assertThat(NORTH.objection(interchange)).isEmpty();
    PartnerAgreement south =
        PartnerAgreement.x12(new Mailbox("SERAI", "ZZ"), new Mailbox("SOUTH", "ZZ"));
    assertThat(south.objection(interchange).orElseThrow().reason()).contains("ZZ:NORTH");
  }

  private static byte[] write(EdiDocument document) {
    Envelope envelope = new Envelope(1, 1, 1, LocalDateTime.of(2026, 11, 23, 12, 0));
    return new EdiWriter(NORTH).write(envelope, List.of(document));
  }

  private static List<String> answers(String lines) {
    return shown(acknowledged(lines));
  }

  private static List<String> shown(SupplierFiles.Result<SupplierFile.Acknowledgment> result) {
    assertThat(result.faults()).isEmpty();
    return result.said().lines().stream()
        .map(
            line ->
                line.quantity()
                    + " "
                    + line.answer()
                    + line.shipDate().map(date -> " ship " + date).orElse("")
                    + line.restockDate().map(date -> " restock " + date).orElse(""))
        .toList();
  }

  private static SupplierFiles.Result<SupplierFile.Acknowledgment> acknowledged(String lines) {
    return new SupplierFiles(NORTH).acknowledgment(acknowledgment(lines));
  }

  private static Acknowledgment acknowledgment(String lines) {
    return Heard.of(interchange("PR", "855", "BAK*00*AC*PO1*20261123~" + lines))
        .only(Acknowledgment.class);
  }

  private static PartnerAgreement with(Map<String, Map<String, String>> codes) {
    return new PartnerAgreement(
        NORTH.standard(),
        NORTH.own(),
        NORTH.partner(),
        "",
        "",
        NORTH.version(),
        "",
        NORTH.delimiters(),
        NORTH.charset(),
        ' ',
        false,
        NORTH.codes().with(codes),
        NORTH.products(),
        NORTH.zone(),
        NORTH.mostLines(),
        false);
  }

  static String interchange(String group, String type, String body) {
    long segments = body.chars().filter(c -> c == '~').count() + 2;
    return "ISA*00*          *00*          *ZZ*NORTH          *ZZ*SERAI          *261123*1200*U*00401*000000101*0*P*>~GS*"
        + group
        + "*NORTH*SERAI*20261123*1200*7*X*004010~ST*"
        + type
        + "*0001~"
        + body
        + "SE*"
        + segments
        + "*0001~GE*1*7~IEA*1*000000101~";
  }
}
