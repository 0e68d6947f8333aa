package io.serai.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.document.Acknowledgment;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each code of an answer comes to, for five units that were asked for. */
class AnswerCodesTest {
  private static final Mailbox NORTH = new Mailbox("NORTH", "ZZ");
  private static final Mailbox SERAI = new Mailbox("SERAI", "ZZ");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IA | 5 ACCEPTED at 4.1",
        "AC | 5 ACCEPTED at 4.1",
        "AR | 5 ACCEPTED at 4.1",
        "AA | 5 ACCEPTED at 4.1",
        "IP | 5 ACCEPTED at 4.1",
        "IE | 5 ACCEPTED at 4.1 (IE, the price is still to come)",
        "IC | 5 ACCEPTED at 4.1",
        "DR***068*20261201 | 5 ACCEPTED on 2026-12-01 at 4.1",
        "SP | 5 ACCEPTED at 4.1 (SP, the schedule is still to come)",
        "IS******VN*B | 5 ACCEPTED at 4.1 as B",
        "IS | 5 ACCEPTED at 4.1",
        "IB***018*20261208 | 5 BACKORDERED until 2026-12-08",
        "IB | 5 BACKORDERED",
        "IQ*3*EA | 3 ACCEPTED at 4.1, 2 REJECTED",
        "BP*3*EA | 3 ACCEPTED at 4.1, 2 BACKORDERED",
        "BP*3*EA*018*20261208 | 3 ACCEPTED at 4.1, 2 BACKORDERED until 2026-12-08",
        "BP*3*EA*068*20261201 | 3 ACCEPTED on 2026-12-01 at 4.1, 2 BACKORDERED",
        "IF | 5 HELD (IF, on hold, the description is incomplete)",
        "IH | 5 HELD (IH, on hold)",
        "IW*2*EA | 2 HELD (IW, on hold, a waiver is wanted)",
        "ID | 5 CANCELLED",
        "IR | 5 REJECTED",
        "R1 | 5 REJECTED (R1, it is not an item of the contract)",
        "R2 | 5 REJECTED (R2, the item number is not valid)",
        "R3 | 5 REJECTED (R3, the unit is not valid)",
        "R4 | 5 REJECTED (R4, the item of the contract is not available)",
        "R5 | 5 REJECTED (R5, to be ordered again for delivery just in time)",
        "R6 | 5 REJECTED (R6, to be ordered again for extended delivery)",
        "R7 | 5 REJECTED (R7, to be ordered again as a drop shipment)",
        "R8 | 5 REJECTED (R8, to be ordered again as a surge order)",
      })
  void aCodeOfX12(String ack, String meaning) {
    assertThat(x12("ACK*" + ack + "~")).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // They add up to what was asked for, to less, and to more.
        "IA*3*EA~ACK*IB*2*EA*018*20261208 | 3 ACCEPTED at 4.1, 2 BACKORDERED until 2026-12-08",
        "IA*1*EA~ACK*IR*1*EA | 1 ACCEPTED at 4.1, 1 REJECTED",
        "IA*5*EA~ACK*IB*2*EA | 5 ACCEPTED at 4.1, 2 BACKORDERED",
        "IA*2*EA*068*20261201~ACK*IA*3*EA*068*20261215 | 2 ACCEPTED on 2026-12-01 at 4.1, 3 ACCEPTED on 2026-12-15 at 4.1",
        // What has changed is said beside what becomes of the line.
        "IP~ACK*IH | 5 HELD (IH, on hold)",
        "IP~ACK*DR***068*20261201 | 5 ACCEPTED on 2026-12-01 at 4.1",
        "IQ*3*EA~ACK*IS******VN*B | 3 ACCEPTED at 4.1 as B, 2 REJECTED",
      })
  void severalCodesOfX12(String acks, String meaning) {
    assertThat(x12("ACK*" + acks + "~")).isEqualTo(meaning);
  }

  @Test
  void whatIsBackorderedWithoutADayComesOnThatOfItsSchedule() {
    assertThat(x12("SCH*5*EA***018*20261208~ACK*IB~")).isEqualTo("5 BACKORDERED until 2026-12-08");
  }

  @ParameterizedTest
  @CsvSource({"CW", "KK", "ZZ"})
  void aCodeThatNobodyKnowsIsForAPersonAndTheOtherLinesCount(String code) {
    Heard heard = heard("ACK*" + code + "*5*EA~PO1*2*1*EA***VN*B~ACK*IA~");
    assertThat(heard.faults).singleElement().asString().contains("codes.ack");
    assertThat(said(heard.document(Acknowledgment.class))).isEqualTo("1 ACCEPTED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | QTY+21:5' | 5 ACCEPTED at 4.1",
        "11 | QTY+21:5' | 5 ACCEPTED at 4.1",
        "3 | QTY+21:5' | 5 ACCEPTED at 4.1",
        "6 | QTY+21:5'QTY+113:3' | 3 ACCEPTED at 4.1, 2 REJECTED",
        "24 | QTY+21:5'QTY+113:5' | 5 ACCEPTED at 4.1",
        "7 | QTY+21:5' | 5 REJECTED",
        "10 | QTY+21:5' | 5 REJECTED (10, the line was not found)",
        "2 | QTY+21:5' | 5 CANCELLED",
        "23 | QTY+21:5' | 5 HELD (23, an amendment is proposed)",
        "5 | QTY+21:5'QTY+113:3'QTY+83:2'DTM+44:20261208:102' | 3 ACCEPTED at 4.1, 2 BACKORDERED until 2026-12-08",
        "3 | PIA+3+B:SA'QTY+21:5' | 5 ACCEPTED at 4.1 as B",
      })
  void aCodeOfEdifact(String action, String segments, String meaning) {
    String line = "LIN+1+" + action + "+A:SA'" + segments + "PRI+AAA:4.1'";
    assertThat(said(edifact(line).only(Acknowledgment.class))).isEqualTo(meaning);
  }

  @Test
  void anOrderThatIsHeldAsAWholeHoldsItsLines() {
    String body = "BAK*00*AH*PO1*20261123~PO1*1*5*EA*4.10**VN*A~";
    assertThat(said(Heard.of(x12Set(body)).only(Acknowledgment.class))).isEqualTo("5 HELD");
  }

  @Test
  void aPriceIsThatOfASingleUnit() {
    String body = "BAK*00*AC*PO1*20261123~PO1*1*2*DZ*50**VN*A~ACK*IP~";
    assertThat(said(Heard.of(x12Set(body)).only(Acknowledgment.class)))
        .isEqualTo("24 ACCEPTED at 4.166667");
    String hundred = "BAK*00*AC*PO1*20261123~PO1*1*5*EA*410*HP*VN*A~ACK*IA~";
    assertThat(said(Heard.of(x12Set(hundred)).only(Acknowledgment.class)))
        .isEqualTo("5 ACCEPTED at 4.1");
    assertThat(said(edifact("LIN+1+5+A:SA'QTY+21:5'PRI+AAA:410:::100'").only(Acknowledgment.class)))
        .isEqualTo("5 ACCEPTED at 4.1");
  }

  private static String x12(String acks) {
    return said(heard(acks).only(Acknowledgment.class));
  }

  private static Heard heard(String acks) {
    return Heard.of(x12Set("BAK*00*AC*PO1*20261123~PO1*1*5*EA*4.10**VN*A~" + acks));
  }

  private static String said(Acknowledgment document) {
    SupplierFiles files = new SupplierFiles(PartnerAgreement.x12(SERAI, NORTH));
    List<AcknowledgedLine> lines = files.acknowledgment(document).said().lines();
    return lines.stream().map(AnswerCodesTest::said).collect(Collectors.joining(", "));
  }

  // A reason is shown where it says more than its code.
  private static String said(AcknowledgedLine line) {
    return line.quantity()
        + " "
        + line.answer()
        + line.shipDate().map(date -> " on " + date).orElse("")
        + line.restockDate().map(date -> " until " + date).orElse("")
        + line.unitPrice().map(price -> " at " + price.toPlainString()).orElse("")
        + line.substitute().map(code -> " as " + code).orElse("")
        + (line.reason().contains(",") ? " (" + line.reason() + ")" : "");
  }

  private static String x12Set(String body) {
    return SupplierFilesTest.interchange("PR", "855", body);
  }

  private static Heard edifact(String line) {
    String body = "BGM+231+N1+29'DTM+137:20261123:102'RFF+ON:PO1'" + line + "UNS+S'CNT+2:1'";
    long segments = body.chars().filter(c -> c == '\'').count() + 2;
    return Heard.of(
        "UNB+UNOC:3+NORTH:ZZ+SERAI:ZZ+261123:1200+101'UNH+1+ORDRSP:D:96A:UN'"
            + body
            + "UNT+"
            + segments
            + "+1'UNZ+1+101'");
  }
}
