package io.serai.sandbox.paper;

import io.serai.sandbox.paper.Asked.Stop;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.PurchaseOrder;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records in which each value has its columns, by the layout that connectors/suppliers/fixed-ftps
 * describes: told here once more, by hand, so that one reading checks the other.
 */
public final class FixedPaper implements Paper {
  private static final Charset CHARSET = StandardCharsets.ISO_8859_1;
  private static final String ENDING = "txt";
  private static final String CANCELLATION = "CANCEL-";
  private static final int ORDER_LENGTH = 330;
  private static final int CANCELLATION_LENGTH = 120;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final String supplier;

  /** The paper of a supplier. */
  public FixedPaper(String supplier) {
    this.supplier = supplier;
  }

  @Override
  public boolean reads(String name) {
    return name.matches("(PO|CANCEL)-.*\\.txt");
  }

  @Override
  public Asked read(String name, byte[] content) {
    boolean cancellation = name.startsWith(CANCELLATION);
    int length = cancellation ? CANCELLATION_LENGTH : ORDER_LENGTH;
    List<String> records = new String(content, CHARSET).lines().toList();
    for (String each : records) {
      if (each.length() != length) {
        throw new IllegalArgumentException(
            "a record has %d characters, not %d".formatted(each.length(), length));
      }
    }
    checkTrailer(records, cancellation ? 48 : 36);
    return cancellation
        ? new Asked(List.of(), lines(records).map(FixedPaper::stop).toList())
        : new Asked(orders(records), List.of());
  }

  private static Stream<String> lines(List<String> records) {
    return records.stream().filter(each -> each.startsWith("D"));
  }

  private static void checkTrailer(List<String> records, int quantityAt) {
    String last = records.isEmpty() ? "" : records.get(records.size() - 1);
    if (!last.startsWith("T")) {
      throw new IllegalArgumentException("its last record is no T");
    }
    long sum = lines(records).mapToLong(each -> number(each, quantityAt, 7)).sum();
    if (number(last, 2, 7) != lines(records).count() || number(last, 9, 9) != sum) {
      throw new IllegalArgumentException("its T counts otherwise: " + last.strip());
    }
  }

  private List<PurchaseOrder> orders(List<String> records) {
    Map<String, List<PurchaseOrder.Line>> byNumber = new LinkedHashMap<>();
    Map<String, String> head = new LinkedHashMap<>();
    for (String record : records) {
      switch (record.charAt(0)) {
        case 'H' -> {
          head.clear();
          put(head, record, 2, 12, "po_number");
          put(head, record, 14, 30, "order_number");
          put(head, record, 44, 3, "currency");
        }
        case 'A' -> address(head, record);
        case 'D' ->
            byNumber
                .computeIfAbsent(head.get("po_number"), any -> new ArrayList<>())
                .add(line(head, record));
        case 'T' -> head.clear();
        default -> throw new IllegalArgumentException("no record begins with " + record.charAt(0));
      }
    }
    return byNumber.entrySet().stream()
        .map(each -> new PurchaseOrder(supplier, each.getKey(), each.getValue()))
        .toList();
  }

  private static void address(Map<String, String> head, String record) {
    put(head, record, 2, 50, "ship_to_name");
    put(head, record, 52, 50, "ship_to_company");
    put(head, record, 102, 60, "address1");
    put(head, record, 162, 60, "address2");
    put(head, record, 222, 40, "city");
    put(head, record, 262, 30, "state");
    put(head, record, 292, 12, "postal_code");
    put(head, record, 304, 2, "country");
    put(head, record, 306, 25, "phone");
  }

  private static PurchaseOrder.Line line(Map<String, String> head, String record) {
    if (head.get("po_number") == null || head.get("country") == null) {
      throw new IllegalArgumentException("a line stands without its H and A: " + record.strip());
    }
    Map<String, String> row = new LinkedHashMap<>(head);
    row.put("unit_cost", BigDecimal.valueOf(number(record, 43, 11), 4).toPlainString());
    return new PurchaseOrder.Line(
        "" + number(record, 2, 4), text(record, 6, 30), (int) number(record, 36, 7), row);
  }

  private static Stop stop(String record) {
    return new Stop(
        text(record, 2, 12),
        "" + number(record, 14, 4),
        text(record, 18, 30),
        (int) number(record, 48, 7));
  }

  private static void put(
      Map<String, String> row, String record, int at, int length, String column) {
    row.put(column, text(record, at, length));
  }

  // Columns are counted from 1, as in the layout.
  private static String text(String record, int at, int length) {
    return record.substring(at - 1, at - 1 + length).strip();
  }

  private static long number(String record, int at, int length) {
    return Long.parseLong(record, at - 1, at - 1 + length, 10);
  }

  @Override
  public List<Sheet> write(News news) {
    return Stream.of(
            sheet("ACK", 120, acknowledgment(news.answers()), 36),
            sheet("ASN", 110, shipNotice(news.parcels()), 36),
            sheet("STOCK", 70, news.stock().stream().map(FixedPaper::stock).toList(), 32))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> acknowledgment(List<News.Answer> answers) {
    List<String> records = new ArrayList<>();
    AnswerSets.byOrder(answers)
        .forEach(
            (order, ofOrder) -> {
              records.add("H%-12s".formatted(order));
              ofOrder.forEach(each -> records.add(answer(each)));
            });
    return records;
  }

  private static String answer(News.Answer answer) {
    char status =
        switch (answer.said().status()) {
          case ACCEPTED -> 'A';
          case REJECTED -> 'R';
          case BACKORDERED -> 'B';
          case CANCELLED -> 'C';
        };
    return "D%04d%-30s%07d%c%-8s%-8s%-60s"
        .formatted(
            Integer.parseInt(answer.said().line()),
            answer.said().sku(),
            answer.said().quantity(),
            status,
            answer.restock().map(FixedPaper::date).orElse(""),
            "",
            answer.reason());
  }

  private static List<String> shipNotice(List<Parcel> parcels) {
    List<String> records = new ArrayList<>();
    String before = "";
    for (Parcel each : parcels) {
      String head =
          "H%-12s%-20s%-40s%s%-20s"
              .formatted(
                  each.purchaseOrder(),
                  each.carrier(),
                  each.trackingNumber(),
                  SECOND.withZone(ZoneOffset.UTC).format(each.shippedAt()),
                  each.parcel());
      if (!head.equals(before)) {
        records.add(head);
        before = head;
      }
      records.add(
          "D%04d%-30s%07d".formatted(Integer.parseInt(each.line()), each.sku(), each.quantity()));
    }
    return records;
  }

  private static String stock(News.Stock stock) {
    return "D%-30s%07d%011d%03d%-8s%-7s"
        .formatted(
            stock.sku(),
            stock.onHand(),
            stock.unitCost().movePointRight(4).longValueExact(),
            stock.leadDays(),
            stock.restock().map(restock -> date(restock.date())).orElse(""),
            stock.restock().map(restock -> "%07d".formatted(restock.quantity())).orElse(""));
  }

  private static String date(LocalDate date) {
    return DAY.format(date);
  }

  private static List<Sheet> sheet(String kind, int length, List<String> records, int quantityAt) {
    if (records.isEmpty()) {
      return List.of();
    }
    long sum = lines(records).mapToLong(each -> number(each, quantityAt, 7)).sum();
    String trailer = "T%07d%09d".formatted(lines(records).count(), sum);
    String text =
        Stream.concat(records.stream(), Stream.of(trailer))
            .map(each -> ("%-" + length + "s\r\n").formatted(each))
            .collect(Collectors.joining());
    return List.of(new Sheet(kind, ENDING, text.getBytes(CHARSET)));
  }
}
