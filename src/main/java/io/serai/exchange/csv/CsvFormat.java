package io.serai.exchange.csv;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.document.Refused;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.order.Address;
import io.serai.stock.StockAdviceLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

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

  private static final Pattern NUMBER_OR_PHONE = Pattern.compile("[+-]?[0-9][0-9 ().-]*");

  private final CsvLayout layout;
  private final Function<String, String> skuOf;

  /**
   * The format of one supplier.
   *
   * @param settings those of its connector: separator, decimalMark, dateFormat, charset, columns,
   *     fileNames
   * @param skuOf the SKU that the supplier's own code names
   */
  public CsvFormat(JsonNode settings, Function<String, String> skuOf) {
    this.layout = CsvLayout.from(settings);
    this.skuOf = skuOf;
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
  public SupplierFile read(String fileName, byte[] content) {
    if (layout.names("acknowledgment", fileName)) {
      return new SupplierFile.Acknowledgment(
          rows(fileName, content, ACKNOWLEDGMENT, this::acknowledged));
    }
    if (layout.names("shipNotice", fileName)) {
      return new SupplierFile.ShipNotice(rows(fileName, content, SHIP_NOTICE, this::noticed));
    }
    if (layout.names("stockAdvice", fileName)) {
      return new SupplierFile.StockAdvice(rows(fileName, content, STOCK_ADVICE, this::stocked));
    }
    throw new Refused(
        fileName + ": is named like no kind of file that this supplier sends",
        "Ask the supplier to rename it, or add its pattern under settings.fileNames: "
            + layout.patterns());
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
        .map(CsvFormat::withoutFormula)
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
        row.text("reason"));
  }

  private NoticedLine noticed(CsvRow row) {
    return new NoticedLine(
        row.place(),
        row.required("po_number"),
        row.units("line"),
        row.required("sku"),
        row.units("quantity"),
        row.required("carrier"),
        row.required("tracking_number"),
        row.instant("shipped_at"),
        row.text("package"));
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
      default ->
          throw row.refused(
              "status",
              status,
              "is no answer we know",
              "It is one of accepted, rejected, backordered.");
    };
  }

  private <T> List<T> rows(
      String file, byte[] content, List<String> columns, Function<CsvRow, T> reader) {
    String text = text(file, content);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(layout.separator())
            .ignoreDifferentFieldCount(false)
            .ofNamedCsvRecord(text)) {
      List<T> rows = new ArrayList<>();
      for (NamedCsvRecord row : csv) {
        if (rows.isEmpty()) {
          refuseUnlessColumns(file, row.getHeader(), columns);
        }
        rows.add(reader.apply(new CsvRow(file, layout, row)));
      }
      return rows;
    } catch (CsvParseException e) {
      throw new Refused(
          file + ": " + cause(e),
          "Ask the supplier to send it again whole; check separator '"
              + layout.separator()
              + "' if it always happens.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String file, byte[] content) {
    String text = new String(content, layout.charset());
    if (text.isBlank()) {
      throw new Refused(file + ": is empty", "Ask the supplier to send it again.");
    }
    if (layout.finalNewline() && !text.endsWith("\n")) {
      throw new Refused(
          file + ": does not end with a line break, so it was cut short",
          "Ask the supplier to send it again whole, or set settings.finalNewline to false if its files always end so.");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void refuseUnlessColumns(String file, List<String> header, List<String> columns) {
    List<String> missing =
        columns.stream().map(layout::column).filter(name -> !header.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new Refused(
          file
              + ":1: has no column "
              + String.join(", ", missing)
              + "; its columns are "
              + String.join(", ", header),
          "Ask the supplier for the column, or name its own under settings.columns.");
    }
  }

  private static String cause(CsvParseException e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  // A customer's words open in a supplier's spreadsheet: none of them may be taken for a formula.
  private static String withoutFormula(String field) {
    boolean startsLikeOne = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
    return startsLikeOne && !NUMBER_OR_PHONE.matcher(field).matches() ? "'" + field : field;
  }
}
