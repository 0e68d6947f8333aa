package io.serai.sandbox.order;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Orders from a file of invoice lines. Cancellations (invoice numbers that start with C) and lines
 * without a positive quantity are left out; invoices with nothing left are no orders.
 */
final class InvoiceFile implements OrderSource {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Set<String> SERVICES =
      Set.of(
          "POST",
          "DOT",
          "M",
          "D",
          "S",
          "C2",
          "C3",
          "B",
          "CRUK",
          "PADS",
          "BANK CHARGES",
          "AMAZONFEE",
          "ADJUST",
          "ADJUST2",
          "SP1002");
  private static final String VOUCHER = "GIFT_";
  private static final Map<String, String> UNUSUAL_COUNTRIES =
      Map.of(
          "EIRE", "IE",
          "Channel Islands", "JE",
          "USA", "US",
          "RSA", "ZA",
          "Korea", "KR",
          "Hong Kong", "HK",
          "Czech Republic", "CZ",
          "West Indies", "BB");

  private record Row(String invoice, Instant at, String customer, String country, SoldLine line) {}

  private final Path file;
  private final long seed;
  private final Map<String, String> countries = Buyers.codesByName();

  InvoiceFile(Path file, long seed) {
    this.file = file;
    this.seed = seed;
    countries.putAll(UNUSUAL_COUNTRIES);
  }

  @Override
  public List<SoldOrder> orders(Instant start, Duration span) {
    List<List<Row>> invoices = List.copyOf(read().values());
    Instant first = invoices.stream().map(rows -> rows.get(0).at()).min(Instant::compareTo).get();
    Instant last = invoices.stream().map(rows -> rows.get(0).at()).max(Instant::compareTo).get();
    double scale =
        span.toSeconds() / (double) Math.max(1, Duration.between(first, last).toSeconds());
    return invoices.stream()
        .sorted((a, b) -> a.get(0).at().compareTo(b.get(0).at()))
        .map(rows -> order(rows, start, first, scale))
        .toList();
  }

  private Map<String, List<Row>> read() {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      Map<String, List<Row>> invoices =
          csv.stream()
              .filter(InvoiceFile::isSale)
              .map(this::row)
              .collect(
                  Collectors.groupingBy(Row::invoice, LinkedHashMap::new, Collectors.toList()));
      if (invoices.isEmpty()) {
        throw new IllegalArgumentException(file + ": holds no invoice with a positive quantity");
      }
      return invoices;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot read the invoices", e);
    }
  }

  private static boolean isSale(NamedCsvRecord line) {
    return !line.getField("InvoiceNo").startsWith("C")
        && new BigDecimal(line.getField("Quantity")).signum() > 0;
  }

  private Row row(NamedCsvRecord line) {
    String code = line.getField("StockCode").strip();
    String title = line.getField("Description").strip();
    SoldLine sold =
        new SoldLine(
            code,
            title.isEmpty() ? code : title,
            new BigDecimal(line.getField("Quantity")).intValue(),
            new BigDecimal(line.getField("UnitPrice")),
            isGoods(code));
    return new Row(
        line.getField("InvoiceNo"),
        LocalDateTime.parse(line.getField("InvoiceDate"), DATE).toInstant(ZoneOffset.UTC),
        line.getField("CustomerID").replaceAll("\\.0$", ""),
        countries.getOrDefault(line.getField("Country").strip(), "GB"),
        sold);
  }

  private static boolean isGoods(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return !SERVICES.contains(upper) && !upper.startsWith(VOUCHER);
  }

  private SoldOrder order(List<Row> rows, Instant start, Instant first, double scale) {
    Row head = rows.get(0);
    String customer = head.customer().isEmpty() ? head.invoice() : head.customer();
    Address address =
        Buyers.address(new SplittableRandom(seed ^ customer.hashCode()), head.country());
    long offset = (long) (Duration.between(first, head.at()).toSeconds() * scale);
    return new SoldOrder(
        "#" + head.invoice(),
        start.plusSeconds(offset).truncatedTo(ChronoUnit.SECONDS),
        "customer-" + customer + "@example.com",
        address.phone(),
        Buyers.locale(head.country()),
        "GBP",
        address,
        rows.stream().map(Row::line).toList());
  }
}
