package io.serai.sandbox.paper;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.sandbox.paper.Asked.Stop;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.PurchaseOrder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Comma-separated values, a kind of document a file. */
public final class CsvPaper implements Paper {
  private static final String ENDING = "csv";
  private static final String CANCELLATION = "CANCEL-";
  private static final List<String> PURCHASE_ORDER =
      List.of(
          "po_number",
          "line",
          "sku",
          "quantity",
          "unit_cost",
          "currency",
          "ship_to_name",
          "ship_to_company",
          "address1",
          "address2",
          "city",
          "state",
          "postal_code",
          "country",
          "phone",
          "order_number");
  private static final List<String> ACK =
      List.of("po_number", "line", "sku", "quantity", "status", "restock_date", "reason");
  private static final List<String> ASN =
      List.of(
          "po_number",
          "line",
          "sku",
          "quantity",
          "carrier",
          "tracking_number",
          "shipped_at",
          "package");
  private static final List<String> STOCK =
      List.of("sku", "quantity", "unit_cost", "lead_days", "restock_date", "restock_quantity");

  private final String supplier;
  private final Dialect dialect;

  /**
   * How one supplier writes.
   *
   * @param separator between columns
   * @param decimalMark in amounts
   * @param dateFormat of dates, as of {@link DateTimeFormatter}
   */
  public record Dialect(char separator, char decimalMark, Charset charset, String dateFormat) {}

  /** The paper of a supplier. */
  public CsvPaper(String supplier, Dialect dialect) {
    this.supplier = supplier;
    this.dialect = dialect;
  }

  @Override
  public boolean reads(String name) {
    return name.matches("(PO|CANCEL)-.*\\.csv");
  }

  @Override
  public Asked read(String name, byte[] content) {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(dialect.separator())
            .ofNamedCsvRecord(new String(content, dialect.charset()))) {
      rows = csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return name.startsWith(CANCELLATION)
        ? new Asked(List.of(), rows.stream().map(CsvPaper::stop).toList())
        : new Asked(orders(rows), List.of());
  }

  private List<PurchaseOrder> orders(List<NamedCsvRecord> rows) {
    Map<String, List<PurchaseOrder.Line>> byNumber = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      PurchaseOrder.Line line = line(row);
      byNumber.computeIfAbsent(row.getField("po_number"), any -> new ArrayList<>()).add(line);
    }
    return byNumber.entrySet().stream()
        .map(each -> new PurchaseOrder(supplier, each.getKey(), each.getValue()))
        .toList();
  }

  private static PurchaseOrder.Line line(NamedCsvRecord row) {
    List<String> missing =
        PURCHASE_ORDER.stream().filter(column -> row.findField(column).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("without the columns " + missing);
    }
    int quantity = Integer.parseInt(row.getField("quantity").strip());
    if (quantity <= 0) {
      throw new IllegalArgumentException(
          "purchase order " + row.getField("po_number") + " asks for " + quantity + " units");
    }
    return new PurchaseOrder.Line(
        row.getField("line"), row.getField("sku"), quantity, row.getFieldsAsMap());
  }

  private static Stop stop(NamedCsvRecord row) {
    return new Stop(
        row.getField("po_number"),
        row.getField("line"),
        row.getField("sku"),
        Integer.parseInt(row.getField("quantity")));
  }

  @Override
  public List<Sheet> write(News news) {
    return Stream.of(
            sheet("ACK", ACK, news.answers().stream().map(this::answer).toList()),
            sheet("ASN", ASN, news.parcels().stream().map(CsvPaper::parcel).toList()),
            sheet("STOCK", STOCK, news.stock().stream().map(this::stock).toList()))
        .flatMap(List::stream)
        .toList();
  }

  private List<Sheet> sheet(String kind, List<String> header, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().fieldSeparator(dialect.separator()).build(text);
    csv.writeRecord(header);
    rows.forEach(csv::writeRecord);
    return List.of(new Sheet(kind, ENDING, text.toString().getBytes(dialect.charset())));
  }

  private List<String> answer(News.Answer answer) {
    return List.of(
        answer.said().purchaseOrder(),
        answer.said().line(),
        answer.said().sku(),
        "" + answer.said().quantity(),
        answer.said().status().name().toLowerCase(Locale.ROOT),
        answer.restock().map(this::date).orElse(""),
        answer.reason());
  }

  private static List<String> parcel(Parcel parcel) {
    return List.of(
        parcel.purchaseOrder(),
        parcel.line(),
        parcel.sku(),
        "" + parcel.quantity(),
        parcel.carrier(),
        parcel.trackingNumber(),
        parcel.shippedAt().toString(),
        parcel.parcel());
  }

  private List<String> stock(News.Stock stock) {
    return List.of(
        stock.sku(),
        "" + stock.onHand(),
        stock.unitCost().toPlainString().replace('.', dialect.decimalMark()),
        "" + stock.leadDays(),
        stock.restock().map(restock -> date(restock.date())).orElse(""),
        stock.restock().map(restock -> "" + restock.quantity()).orElse(""));
  }

  private String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern(dialect.dateFormat(), Locale.ROOT));
  }
}
