package io.serai.exchange.csv;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.document.Refused;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.mapping.SpreadsheetCell;
import io.serai.order.Address;
import io.serai.stock.StockAdviceLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Suppliers that exchange CSV files with a header row, one row a line. FastCSV reads them by the
 * whole record, so that a quoted line break inside a field is data and not a new row.
 */
public final class CsvFormat implements DocumentFormat {
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
  private static final List<String> ACKNOWLEDGMENT =
      List.of("po_number", "line", "sku", "quantity", "status");
  private static final List<String> SHIP_NOTICE =
      List.of("po_number", "line", "sku", "quantity", "carrier", "tracking_number", "shipped_at");
  private static final List<String> STOCK_ADVICE = List.of("sku", "quantity");

  private final CsvLayout layout;
  private final Function<String, String> skuOf;
  private final Optional<CancellationFormat> cancellations;

  /**
   * The format of one supplier.
   *
   * @param settings those of its connector: separator, decimalMark, dateFormat, charset, columns,
   *     fileNames, cancellations
   * @param skuOf the SKU that the supplier's own code names
   */
  public CsvFormat(JsonNode settings, Function<String, String> skuOf) {
    this.layout = CsvLayout.from(settings);
    this.skuOf = skuOf;
    this.cancellations =
        settings.path("cancellations").asBoolean(true)
            ? Optional.of(new CsvCancellations(layout))
            : Optional.empty();
  }

  @Override
  public String fileName(long number) {
    return layout.patterns().get("purchaseOrder").replace("*", Long.toString(number));
  }

  @Override
  public byte[] write(List<PurchaseOrder> orders) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(layout.separator()).build(text)) {
      csv.writeRecord(PURCHASE_ORDER.stream().map(layout::column).toList());
      for (PurchaseOrder order : orders) {
        for (PurchaseOrder.Line line : order.lines()) {
          csv.writeRecord(row(order, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(layout.charset());
  }

  @Override
  public Optional<CancellationFormat> cancellations() {
    return cancellations;
  }

  @Override
  public SupplierFile read(String fileName, byte[] content) {
    CsvFile file = new CsvFile(fileName, layout);
    if (layout.names("acknowledgment", fileName)) {
      return new SupplierFile.Acknowledgment(
          file.rows(content, ACKNOWLEDGMENT, this::acknowledged));
    }
    if (layout.names("shipNotice", fileName)) {
      return new SupplierFile.ShipNotice(file.rows(content, SHIP_NOTICE, this::noticed));
    }
    if (layout.names("stockAdvice", fileName)) {
      return new SupplierFile.StockAdvice();
    }
    if (layout.names("invoice", fileName)) {
      CsvInvoices invoices = new CsvInvoices();
      file.each(() -> new ByteArrayInputStream(content), CsvInvoices.COLUMNS, invoices::take);
      return new SupplierFile.Invoices(invoices.all());
    }
    throw new Refused(
        fileName + ": is named like no kind of file that this supplier sends",
        "Ask the supplier to rename it, or add its pattern under settings.fileNames: "
            + layout.patterns());
  }

  @Override
  public boolean isStockAdvice(String fileName) {
    return layout.names("stockAdvice", fileName)
        && !layout.names("acknowledgment", fileName)
        && !layout.names("shipNotice", fileName);
  }

  @Override
  public void readStock(String fileName, Supplier<InputStream> content, StockReader reader) {
    new CsvFile(fileName, layout).each(content, STOCK_ADVICE, row -> stocked(row, reader));
  }

  private void stocked(CsvRow row, StockReader reader) {
    StockAdviceLine line;
    try {
      line = stocked(row);
    } catch (Refused fault) {
      reader.fault(new StockReader.Fault(row.place(), row.says(), fault));
      return;
    }
    reader.row(line);
  }

  private List<String> row(PurchaseOrder order, PurchaseOrder.Line line) {
    Address to = order.shipTo();
    return List.of(
            order.poNumber(),
            Integer.toString(line.number()),
            line.code(),
            Integer.toString(line.quantity()),
            line.unitCost().toPlainString().replace('.', layout.decimalMark()),
            order.currency(),
            to.name(),
            to.company(),
            to.address1(),
            to.address2(),
            to.city(),
            to.state(),
            to.postalCode(),
            to.country(),
            to.phone(),
            order.orderNumber())
        .stream()
        .map(SpreadsheetCell::safe)
        .toList();
  }

  private AcknowledgedLine acknowledged(CsvRow row) {
    return new AcknowledgedLine(
        row.place(),
        row.required("po_number"),
        row.units("line"),
        row.required("sku"),
        row.units("quantity"),
        answer(row),
        row.dateIfAny("restock_date"),
        row.dateIfAny("ship_date"),
        row.text("reason"),
        row.amountIfAny("unit_cost"),
        row.textIfAny("substitute"));
  }

  private NoticedLine noticed(CsvRow row) {
    return new NoticedLine(
        row.place(),
        row.required("po_number"),
        row.units("line"),
        row.required("sku"),
        row.units("quantity"),
        row.required("carrier"),
        trackingNumbers(row),
        row.instant("shipped_at"),
        row.text("package"),
        row.text("sscc"));
  }

  private static List<String> trackingNumbers(CsvRow row) {
    Stream<String> more =
        Pattern.compile("[|]").splitAsStream(row.text("more_tracking_numbers")).map(String::strip);
    return Stream.concat(Stream.of(row.required("tracking_number")), more)
        .filter(number -> !number.isEmpty())
        .distinct()
        .toList();
  }

  private StockAdviceLine stocked(CsvRow row) {
    return new StockAdviceLine(
        skuOf.apply(row.required("sku")),
        row.units("quantity"),
        row.amountIfAny("unit_cost"),
        row.unitsIfAny("lead_days"),
        row.dateIfAny("restock_date"),
        row.unitsIfAny("restock_quantity"));
  }

  private static Answer answer(CsvRow row) {
    String status = row.required("status");
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "accepted" -> Answer.ACCEPTED;
      case "rejected" -> Answer.REJECTED;
      case "backordered" -> Answer.BACKORDERED;
      case "cancelled" -> Answer.CANCELLED;
      case "held" -> Answer.HELD;
      default ->
          throw row.refused(
              "status",
              status,
              "is no answer we know",
              "It is one of accepted, rejected, backordered, cancelled, held.");
    };
  }
}
