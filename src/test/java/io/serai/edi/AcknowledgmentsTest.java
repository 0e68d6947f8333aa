package io.serai.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.InterchangeReceipt;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we tell the sender of a broken interchange: codes of elements 716, 718, 720, 723, 0085. */
class AcknowledgmentsTest {
  private static final String ISA =
      "ISA*00*          *00*          *ZZ*NORTH          *ZZ*SERAI          *261123*1200*U*00401*000000101*0*P*>~";
  private static final String GS = "GS*PR*NORTH*SERAI*20261123*1200*7*X*004010~";
  private static final String GOOD =
      "ST*855*0001~BAK*00*AD*PO1*20261123~PO1*1*2*EA***VN*N-MUG~ACK*IA*2*EA~CTT*1~SE*6*0001~";
  private static final String END = "GE*1*7~IEA*1*000000101~";

  @Test
  void aGoodGroupIsAccepted() {
    assertThat(x12(ISA + GS + GOOD + END)).isEqualTo("AK1*PR*7~AK2*855*0001~AK5*A~AK9*A*1*1*1~");
  }

  @Test
  void aCodeThatWeDoNotKnowIsAnErrorInAnAcceptedSet() {
    assertThat(x12(ISA + GS + GOOD.replace("ACK*IA", "ACK*ZZ") + END))
        .isEqualTo("AK1*PR*7~AK2*855*0001~AK3*ACK*4**8~AK4*1**7~AK5*E*5~AK9*E*1*1*1~");
  }

  @Test
  void aMissingSegmentIsNamed() {
    String set = "ST*855*0001~PO1*1*2*EA***VN*N-MUG~ACK*IA*2*EA~CTT*1~SE*5*0001~";
    assertThat(x12(ISA + GS + set + END))
        .isEqualTo("AK1*PR*7~AK2*855*0001~AK3*BAK*2**3~AK5*R*5~AK9*R*1*1*0~");
  }

  @Test
  void aSegmentTooManyIsNamed() {
    String set = GOOD.replace("CTT*1~SE*6", "CTT*1~CTT*1~SE*7");
    assertThat(x12(ISA + GS + set + END)).contains("AK3*CTT*6**").contains("AK5*R*5~AK9*R*1*1*0~");
  }

  @Test
  void anElementThatIsMissingOrTooLongIsNamed() {
    String set = GOOD.replace("BAK*00*AD*PO1*20261123", "BAK*00**" + "P".repeat(23) + "*2026112");
    assertThat(x12(ISA + GS + set + END))
        .contains("AK3*BAK*2**8~AK4*2**1~AK4*3**5~AK4*4**")
        .contains("AK5*R*5~");
  }

  @Test
  void aDateThatIsNoneIsNamed() {
    assertThat(x12(ISA + GS + GOOD.replace("20261123~PO1", "20261341~PO1") + END))
        .contains("AK3*BAK*2**8~AK4*4**8~AK5*R*5~");
  }

  @Test
  void aCountOfSegmentsIsCompared() {
    assertThat(x12(ISA + GS + GOOD.replace("SE*6", "SE*9") + END))
        .isEqualTo("AK1*PR*7~AK2*855*0001~AK5*R*4~AK9*R*1*1*0~");
  }

  @Test
  void aControlNumberIsCompared() {
    assertThat(x12(ISA + GS + GOOD.replace("SE*6*0001", "SE*6*0002") + END))
        .isEqualTo("AK1*PR*7~AK2*855*0001~AK5*R*3~AK9*R*1*1*0~");
  }

  @Test
  void aSetWithoutItsTrailerDoesNotTakeTheNextWithIt() {
    String cut = GOOD.replace("SE*6*0001~", "");
    String next = GOOD.replace("0001", "0002");
    Heard heard = Heard.of(ISA + GS + cut + next + "GE*2*7~IEA*1*000000101~");
    assertThat(heard.accepted()).hasSize(1);
    assertThat(x12(heard))
        .isEqualTo("AK1*PR*7~AK2*855*0001~AK5*R*2~AK2*855*0002~AK5*A~AK9*P*2*2*1~");
  }

  @Test
  void aSetThatWeDoNotReadIsNotSupported() {
    String other = "ST*864*0002~BMG*00~SE*3*0002~";
    assertThat(x12(ISA + GS + GOOD + other + "GE*2*7~IEA*1*000000101~"))
        .isEqualTo("AK1*PR*7~AK2*855*0001~AK5*A~AK2*864*0002~AK5*R*1~AK9*P*2*2*1~");
  }

  @Test
  void aGroupThatCountsOtherwiseIsRefusedWhole() {
    Heard heard = Heard.of(ISA + GS + GOOD + "GE*3*7~IEA*1*000000101~");
    assertThat(heard.accepted()).isEmpty();
    assertThat(x12(heard)).endsWith("AK9*R*3*1*0*5~");
  }

  @Test
  void aCutInterchangeIsRefusedByItsEnvelope() {
    Heard heard = Heard.of(ISA + GS + GOOD + "GE*1*7~");
    assertThat(heard.accepted()).isEmpty();
    InterchangeReport report = heard.reports.get(0);
    assertThat(FunctionalAcknowledgments.of(report)).isEmpty();
    InterchangeReceipt receipt = FunctionalAcknowledgments.receipt(report).orElseThrow();
    assertThat(receipt.code()).isEqualTo("R");
    assertThat(receipt.note()).isEqualTo("023");
  }

  @Test
  void anInterchangeWithAnotherNumberAtItsEndIsRefusedByItsEnvelope() {
    Heard heard = Heard.of(ISA + GS + GOOD + "GE*1*7~IEA*1*000000102~");
    assertThat(FunctionalAcknowledgments.receipt(heard.reports.get(0)).orElseThrow().note())
        .isEqualTo("001");
  }

  @Test
  void anAcknowledgmentIsNeverAcknowledged() {
    String fa =
        "GS*FA*NORTH*SERAI*20261123*1200*7*X*004010~ST*997*0001~AK1*PO*5~AK9*A*1*1*1~SE*4*0001~";
    assertThat(FunctionalAcknowledgments.of(Heard.of(ISA + fa + END).reports.get(0))).isEmpty();
  }

  @Test
  void edifactIsToldByOneContrl() {
    String good = "UNH+1+ORDERS:D:96A:UN'BGM+220+A1+9'DTM+137:20261123:102'UNS+S'UNT+5+1'";
    String bad = "UNH+2+ORDERS:D:96A:UN'BGM+220+A1+9'DTM+137:20261323:102'UNS+S'UNT+6+2'";
    Heard heard =
        Heard.of("UNB+UNOC:3+NORTH:14+SERAI:14+261123:1200+55'" + good + bad + "UNZ+2+55'");
    List<FunctionalAcknowledgment> told = FunctionalAcknowledgments.of(heard.reports.get(0));
    byte[] contrl = new EdiWriter(edifact()).write(envelope(), told);
    assertThat(body(contrl, "'"))
        .isEqualTo(
            "UCI+55+NORTH:14+SERAI:14+7'UCM+1+ORDERS:D:96A:UN+7'"
                + "UCM+2+ORDERS:D:96A:UN+4+29'UCS+3'UCD+12+1:2'");
    Heard back = Heard.of(contrl);
    assertThat(back.only(FunctionalAcknowledgment.class).status()).isEqualTo("partlyAccepted");
    assertThat(FunctionalAcknowledgments.of(back.reports.get(0))).isEmpty();
  }

  @Test
  void anEdifactInterchangeThatIsCutIsRefusedWhole() {
    String good = "UNH+1+ORDERS:D:96A:UN'BGM+220+A1+9'DTM+137:20261123:102'UNS+S'UNT+5+1'";
    Heard heard = Heard.of("UNB+UNOC:3+NORTH:14+SERAI:14+261123:1200+55'" + good);
    byte[] contrl =
        new EdiWriter(edifact())
            .write(envelope(), FunctionalAcknowledgments.of(heard.reports.get(0)));
    assertThat(body(contrl, "'")).isEqualTo("UCI+55+NORTH:14+SERAI:14+4+13'");
  }

  private static String x12(String interchange) {
    return x12(Heard.of(interchange));
  }

  // As StAEDI writes it, checked by its control schema and ours of the 997.
  private static String x12(Heard heard) {
    Mailbox us = new Mailbox("SERAI", "ZZ");
    PartnerAgreement agreement = PartnerAgreement.x12(us, new Mailbox("NORTH", "ZZ"));
    byte[] written =
        new EdiWriter(agreement)
            .write(envelope(), FunctionalAcknowledgments.of(heard.reports.get(0)));
    assertThat(Heard.of(written).faults).isEmpty();
    return body(written, "~");
  }

  private static PartnerAgreement edifact() {
    return PartnerAgreement.edifact(new Mailbox("SERAI", "14"), new Mailbox("NORTH", "14"));
  }

  private static Envelope envelope() {
    return new Envelope(1, 1, 1, LocalDateTime.of(2026, 11, 23, 12, 0));
  }

  private static String body(byte[] written, String end) {
    String text = new String(written, StandardCharsets.ISO_8859_1);
    String header = end.equals("~") ? "ST\\*" : "UNH\\+";
    String trailer = end.equals("~") ? "SE\\*" : "UNT\\+";
    return text.replaceAll("(?s)^.*?" + header + ".*?" + end, "")
        .replaceAll("(?s)" + trailer + ".*$", "");
  }
}
