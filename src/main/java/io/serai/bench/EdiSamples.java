package io.serai.bench;

import io.serai.edi.EdiWriter;
import io.serai.edi.Envelope;
import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Party;
import io.serai.edi.document.Product;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.Reference;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import io.serai.order.Address;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Good files of both standards, as our own writer makes them. */
public final class EdiSamples {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Mailbox NORTH = new Mailbox("NORTH", "14");
  private static final Mailbox SERAI = new Mailbox("SERAI", "14");

  private EdiSamples() {}

  /** A small file of each document that suppliers send, in both standards. */
  public static List<byte[]> small() {
    List<byte[]> files = new ArrayList<>();
    for (PartnerAgreement agreement :
        List.of(PartnerAgreement.x12(NORTH, SERAI), PartnerAgreement.edifact(NORTH, SERAI))) {
      EdiWriter writer = new EdiWriter(agreement);
      files.add(writer.write(envelope(), List.of(acknowledgment(1), acknowledgment(2))));
      files.add(writer.write(envelope(), List.of(notice(1, 3), notice(2, 2))));
      files.add(writer.write(envelope(), List.of(order())));
      ByteArrayOutputStream stock = new ByteArrayOutputStream();
      stock(agreement, 4, stock);
      files.add(stock.toByteArray());
    }
    return files;
  }

  /** A stock advice of so many items. */
  public static void stock(PartnerAgreement agreement, int items, OutputStream out) {
    StockAdvice advice =
        new StockAdvice("STOCK-1", "original", DAY, "", List.of(), List.of(party("supplier")));
    new EdiWriter(agreement)
        .writeStock(
            envelope(),
            advice,
            IntStream.range(0, items).mapToObj(EdiSamples::item).iterator(),
            out);
  }

  /** So many ship notices, each of so many items. */
  public static byte[] notices(PartnerAgreement agreement, int notices, int items) {
    List<EdiDocument> documents =
        IntStream.range(0, notices)
            .mapToObj(number -> (EdiDocument) notice(number, items))
            .toList();
    return new EdiWriter(agreement).write(envelope(), documents);
  }

  /** X12 from NORTH to SERAI. */
  public static PartnerAgreement x12() {
    return PartnerAgreement.x12(NORTH, SERAI);
  }

  private static Envelope envelope() {
    return new Envelope(101, 7, 1, LocalDateTime.of(2026, 11, 23, 12, 0));
  }

  private static StockItem item(int number) {
    boolean soldOut = number % 10 == 0;
    return new StockItem(
        "",
        Integer.toString(number + 1),
        List.of(
            new Product("vendor", "N-" + (100_000 + number)),
            new Product("upc", Long.toString(100_000_000_000L + number))),
        "",
        Optional.empty(),
        List.of(
            new StockItem.Quantity("onHand", BigDecimal.valueOf(soldOut ? 0 : number % 500), "EA")),
        soldOut
            ? List.of(new Scheduled(BigDecimal.valueOf(500), "EA", DAY.plusDays(14), "available"))
            : List.of(),
        Optional.empty());
  }

  private static Acknowledgment acknowledgment(int number) {
    Answer accepted = answer("IA", "accepted", 3, Optional.empty());
    Answer waiting = answer("IB", "backordered", 2, Optional.of(DAY.plusDays(15)));
    return new Acknowledgment(
        "PO100000" + number,
        "original",
        "changed",
        "S" + number,
        DAY,
        List.of(),
        List.of(party("supplier")),
        List.of(
            new Acknowledgment.Line("", line(1), List.of(accepted, waiting), List.of()),
            new Acknowledgment.Line("", line(2), List.of(accepted), List.of())));
  }

  private static Answer answer(String code, String meaning, int units, Optional<LocalDate> date) {
    return new Answer(
        code,
        meaning,
        Optional.of(BigDecimal.valueOf(units)),
        "EA",
        date,
        date.isPresent() ? "available" : "",
        List.of());
  }

  private static ShipNotice notice(int number, int items) {
    List<ShipNotice.Container> cartons =
        List.of(
            new ShipNotice.Container(
                "2", "", "pallet", "003401234500000000" + (10 + number % 90), List.of()),
            new ShipNotice.Container(
                "3", "2", "carton", "", List.of("1Z999AA1012345" + (1000 + number % 9000))));
    return new ShipNotice(
        "N" + number,
        "original",
        Instant.parse("2026-12-02T15:30:00Z"),
        Optional.of(DAY.plusDays(12)),
        "UPSN",
        List.of("1Z999AA10123456784"),
        List.of(new Reference("BM", "BM" + number)),
        List.of(party("shipTo")),
        cartons,
        IntStream.rangeClosed(1, items)
            .mapToObj(
                each ->
                    new ShipNotice.Item(
                        "",
                        "PO100000" + number,
                        Integer.toString(each),
                        line(each).products(),
                        BigDecimal.valueOf(each % 7 + 1),
                        "EA",
                        "3",
                        "",
                        List.of()))
            .toList());
  }

  private static PurchaseOrder order() {
    return new PurchaseOrder(
        "PO1000001",
        "original",
        "DS",
        DAY,
        "USD",
        Optional.of(DAY.plusDays(2)),
        Optional.empty(),
        List.of(),
        List.of(party("shipTo"), party("buyer")),
        List.of(line(1), line(2), line(3)));
  }

  private static OrderLine line(int number) {
    return new OrderLine(
        Integer.toString(number),
        List.of(
            new Product("vendor", "N-" + (1000 + number)),
            new Product("upc", "12345678901" + number % 10)),
        BigDecimal.valueOf(5),
        "EA",
        Optional.of(new BigDecimal("4.1")),
        "Mug No. " + number);
  }

  private static Party party(String role) {
    return new Party(
        role,
        "4711",
        "92",
        new Address(
            "Ana Lima",
            "",
            "12 Main St",
            "Apt 4",
            "Portland",
            "OR",
            "97201",
            "US",
            "+1 503 555 0100"));
  }
}
