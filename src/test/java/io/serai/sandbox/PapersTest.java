package io.serai.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.Standard;
import io.serai.exchange.PurchaseOrder;
import io.serai.order.Address;
import io.serai.sandbox.paper.Asked;
import io.serai.sandbox.paper.CsvPaper;
import io.serai.sandbox.paper.EdiPaper;
import io.serai.sandbox.paper.FixedPaper;
import io.serai.sandbox.paper.News;
import io.serai.sandbox.paper.Paper;
import io.serai.sandbox.paper.Sheet;
import io.serai.sandbox.supplier.Format;
import io.serai.sandbox.supplier.SupplierProfile;
import io.serai.sandbox.world.InterchangeFigures;
import io.serai.sandbox.world.Interchanges;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.SupplierAnswer;
import io.serai.sandbox.world.SupplierAnswer.Status;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What suppliers of the sandbox read and write, beside what the hub makes of it. */
class PapersTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
  private static final News NOTHING = new News(List.of(), List.of(), List.of());

  private final Interchanges books = new Interchanges();
  private int files;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aSupplierReadsWhatIsOrdered(Format format) {
    Asked asked = read(paper(format, false), format, desk(format).write(List.of(order("P1"))));

    assertThat(asked.faults()).isEmpty();
    assertThat(asked.orders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.number()).isEqualTo("P1");
              assertThat(order.lines())
                  .extracting(line -> line.line() + " " + line.sku() + " " + line.quantity())
                  .containsExactly("1 MUG 3", "2 TEA 1");
              assertThat(order.lines().get(0).columns())
                  .containsEntry("ship_to_name", "Ada Archer")
                  .containsEntry("city", "Leeds")
                  .containsEntry("country", "GB")
                  .hasEntrySatisfying(
                      "unit_cost",
                      cost -> assertThat(new BigDecimal(cost)).isEqualByComparingTo("4.10"));
            });
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theHubReadsWhatASupplierAnswersUnitByUnit(Format format) {
    List<Map<String, String>> rows =
        written(
            format,
            new News(
                List.of(
                    answer("P1", "1", "MUG", 2, Status.ACCEPTED),
                    answer("P1", "1", "MUG", 3, Status.BACKORDERED),
                    answer("P2", "1", "TEA", 1, Status.ACCEPTED),
                    answer("P2", "1", "TEA", 4, Status.REJECTED),
                    answer("P3", "7", "MUG", 1, Status.CANCELLED)),
                List.of(),
                List.of()));

    assertThat(rows)
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("po_number"),
                    row.get("line"),
                    row.get("sku"),
                    row.get("quantity"),
                    row.get("status"),
                    row.get("status").equals("backordered") ? row.get("restock_date") : ""))
        .containsExactlyInAnyOrder(
            "P1 1 MUG 2 accepted ",
            "P1 1 MUG 3 backordered 2026-01-09",
            "P2 1 TEA 1 accepted ",
            "P2 1 TEA 4 rejected ",
            "P3 7 MUG 1 cancelled ");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theHubReadsWhatASupplierHasShippedAndHas(Format format) {
    Instant left = Instant.parse("2026-01-07T10:20:00Z");
    List<Map<String, String>> rows =
        written(
            format,
            new News(
                List.of(),
                List.of(
                    new Parcel("s", "P1", "1", "MUG", 2, "UPS", "1Z1", left, "1"),
                    new Parcel("s", "P1", "2", "TEA", 1, "UPS", "1Z1", left, "1"),
                    new Parcel("s", "P1", "1", "MUG", 1, "UPS", "1Z2", left, "2")),
                List.of(
                    new News.Stock(
                        "MUG",
                        12,
                        new BigDecimal("4.10"),
                        2,
                        Optional.of(new News.Restock(FRIDAY, 50))))));

    assertThat(rows)
        .filteredOn(row -> row.get("kind").equals("ASN"))
        .allMatch(row -> Instant.parse(row.get("shipped_at")).equals(left))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("po_number"),
                    row.get("line"),
                    row.get("quantity"),
                    row.get("tracking_number")))
        .containsExactlyInAnyOrder("P1 1 2 1Z1", "P1 2 1 1Z1", "P1 1 1 1Z2");
    assertThat(rows)
        .filteredOn(row -> row.get("kind").equals("STOCK"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("sku", "MUG")
                  .containsEntry("quantity", "12")
                  .containsEntry("restock_date", "2026-01-09")
                  .containsEntry("restock_quantity", "50");
              assertThat(new BigDecimal(row.get("unit_cost"))).isEqualByComparingTo("4.10");
            });
  }

  @Test
  void parcelsThatLeaveTogetherStandOnAPalletWithSerialShippingContainerCodes() {
    News news =
        new News(
            List.of(),
            List.of(
                new Parcel("s", "P1", "1", "MUG", 2, "UPS", "1Z1", MONDAY, "1"),
                new Parcel("s", "P1", "1", "MUG", 1, "UPS", "1Z2", MONDAY, "2")),
            List.of());

    String x12 = text(paper(Format.X12, false).write(news).get(0));

    assertThat(x12)
        .contains("~HL*2*1*T~", "~HL*3*2*P~", "~HL*4*2*P~", "~TD5**2*UPSN~")
        .containsPattern("~MAN\\*GM\\*00499999\\d{10}~MAN\\*CP\\*1Z1~");
  }

  @ParameterizedTest
  @EnumSource(names = {"X12", "EDIFACT"})
  void anInterchangeIsAcknowledgedBeforeItIsAnswered(Format format) {
    Paper paper = paper(format, false);
    read(paper, format, desk(format).write(List.of(order("P1"))));

    List<Sheet> sheets =
        paper.write(
            new News(List.of(answer("P1", "1", "MUG", 3, Status.ACCEPTED)), List.of(), List.of()));

    String all = String.join("", sheets.stream().map(PapersTest::text).toList());
    assertThat(all.indexOf(format == Format.X12 ? "~ST*997*" : "CONTRL:"))
        .isPositive()
        .isLessThan(all.indexOf(format == Format.X12 ? "~ST*855*" : "ORDRSP:"));
    assertThat(books.figures().acknowledgments()).isEqualTo(1);
    assertThat(paper.write(NOTHING)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"X12", "EDIFACT"})
  void aSpoiltSetIsSentAnewOnceTheHubHasRejectedItAndADuplicateChangesNothing(Format format) {
    Paper paper = paper(format, true);
    EdiDesk hub = new EdiDesk(profile(format)).lenient();
    List<News.Answer> answers =
        List.of(
            answer("P1", "1", "MUG", 3, Status.ACCEPTED),
            answer("P2", "1", "TEA", 1, Status.ACCEPTED));
    List<String> heard = new ArrayList<>();
    News news = new News(answers, List.of(), List.of());
    for (int round = 0; round < 4; round++) {
      for (Sheet sheet : paper.write(round == 0 ? news : NOTHING)) {
        hub.read("", sheet.content()).forEach(row -> heard.add(row.get("po_number")));
        hub.receipt(sheet.content()).ifPresent(receipt -> read(paper, format, receipt));
      }
    }

    InterchangeFigures seen = books.figures();
    assertThat(heard).startsWith("P1").contains("P2");
    assertThat(seen.badSets()).isEqualTo(1);
    assertThat(seen.corrected()).isEqualTo(1);
    assertThat(seen.duplicates()).isPositive();
    assertThat(seen.sent()).isEqualTo(2);
    assertThat(seen.isKept()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"X12", "EDIFACT"})
  void theHubsControlNumbersAreCompared(Format format) {
    Paper paper = paper(format, false);
    byte[] first = desk(format).write(List.of(order("P1")));
    byte[] otherFirst = desk(format).write(List.of(order("P2")));
    DeskPaper later = desk(format);
    later.write(List.of(order("P3")));
    later.write(List.of(order("P4")));
    byte[] third = later.write(List.of(order("P5")));

    read(paper, format, first);
    read(paper, format, first);
    assertThat(books.figures().isKept()).isTrue();
    assertThat(books.figures().repeated()).isEqualTo(1);

    read(paper, format, otherFirst);
    read(paper, format, third);
    assertThat(books.figures().clashes()).isEqualTo(1);
    assertThat(books.figures().gaps()).isEqualTo(1);
    assertThat(books.figures().isKept()).isFalse();
  }

  @Test
  void aFixedLengthFileThatWasCutShortIsRefused() {
    String whole = new String(desk(Format.FIXED).write(List.of(order("P1"))), ISO_8859_1);
    String cut = whole.substring(0, whole.length() - 332);

    assertThatThrownBy(() -> paper(Format.FIXED, false).read("PO-1.txt", cut.getBytes(ISO_8859_1)))
        .hasMessage("its last record is no T");
  }

  private Asked read(Paper paper, Format format, byte[] file) {
    String name = "PO-" + ++files + "." + desk(format).ending();
    assertThat(paper.reads(name)).isTrue();
    return paper.read(name, file);
  }

  private List<Map<String, String>> written(Format format, News news) {
    Paper paper = paper(format, false);
    List<Sheet> sheets = new ArrayList<>(paper.write(news));
    sheets.addAll(paper.write(NOTHING));
    return sheets.stream()
        .flatMap(
            sheet ->
                desk(format).read(sheet.kind() + "-1." + sheet.ending(), sheet.content()).stream())
        .toList();
  }

  private static String text(Sheet sheet) {
    return new String(sheet.content(), ISO_8859_1);
  }

  private static News.Answer answer(
      String order, String line, String sku, int units, Status status) {
    return new News.Answer(
        new SupplierAnswer("s", order, line, sku, units, status, MONDAY),
        status == Status.BACKORDERED ? Optional.of(FRIDAY) : Optional.empty(),
        "");
  }

  private static PurchaseOrder order(String number) {
    Address to =
        new Address("Ada Archer", "", "1 Elm Ave", "", "Leeds", "Yorkshire", "LS1 4DY", "GB", "");
    return new PurchaseOrder(
        number,
        "1001",
        "USD",
        to,
        List.of(
            new PurchaseOrder.Line(1, "MUG", 3, new BigDecimal("4.10")),
            new PurchaseOrder.Line(2, "TEA", 1, new BigDecimal("3.00"))));
  }

  private static DeskPaper desk(Format format) {
    return format.isEdi() ? new EdiDesk(profile(format)) : TabularDesk.of(profile(format));
  }

  private Paper paper(Format format, boolean mistakes) {
    SupplierProfile profile = profile(format);
    return switch (format) {
      case CSV ->
          new CsvPaper("s", new CsvPaper.Dialect(',', '.', StandardCharsets.UTF_8, "yyyy-MM-dd"));
      case FIXED -> new FixedPaper("s");
      case X12, EDIFACT ->
          new EdiPaper(
              new EdiPaper.Terms(
                  "s",
                  format == Format.X12 ? Standard.X12 : Standard.EDIFACT,
                  new Mailbox(profile.mailbox(), profile.qualifier()),
                  new Mailbox(SupplierProfile.SHOP, profile.qualifier()),
                  "USD",
                  mistakes),
              books,
              new HandClock(MONDAY),
              new SplittableRandom(1));
    };
  }

  private static SupplierProfile profile(Format format) {
    return new SupplierProfile(
        "s",
        "Supplier",
        "s",
        "secret",
        format,
        "SUPPLIER",
        "",
        ',',
        '.',
        StandardCharsets.UTF_8,
        "yyyy-MM-dd",
        2,
        BigDecimal.ONE,
        1,
        List.of());
  }
}
