package io.serai.exchange.csv;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.tabular.CancellationRow;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.FileNames;
import io.serai.exchange.tabular.PurchaseOrderRow;
import io.serai.exchange.tabular.TabularFiles;
import io.serai.mapping.SpreadsheetCell;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Suppliers that exchange CSV files with a header row, one row a line. FastCSV reads them by the
 * whole record, so that a quoted line break inside a field is data and not a new row.
 */
public final class CsvFormat implements DocumentFormat {

  private final CsvLayout layout;
  private final FileNames names;
  private final TabularFiles files;
  private final boolean cancellations;

  /**
   * The format of one supplier.
   *
   * @param settings those of its connector: separator, decimalMark, dateFormat, charset, columns,
   *     fileNames, cancellations
   * @param skuOf the SKU that the supplier's own code names
   */
  public CsvFormat(JsonNode settings, Function<String, String> skuOf) {
    this.layout = CsvLayout.from(settings);
    this.names = new FileNames(settings, ".csv");
    this.files =
        new TabularFiles(
            names,
            (kind, name, content, reader) ->
                new CsvFile(name, layout).each(content, kind.needed(), reader),
            skuOf);
    this.cancellations = settings.path("cancellations").asBoolean(true);
  }

  @Override
  public String fileName(long number) {
    return names.of(FileKind.PURCHASE_ORDER, number);
  }

  @Override
  public byte[] write(Numbers numbers, List<PurchaseOrder> orders) {
    return write(
        FileKind.PURCHASE_ORDER,
        orders.stream()
            .flatMap(
                order -> order.lines().stream().map(line -> PurchaseOrderRow.of(order, line))));
  }

  @Override
  public Optional<CancellationFormat> cancellations() {
    return cancellations ? Optional.of(new Cancellations()) : Optional.empty();
  }

  @Override
  public SupplierFile read(String fileName, byte[] content) {
    return files.read(fileName, content);
  }

  @Override
  public boolean isStockAdvice(String fileName) {
    return files.isStockAdvice(fileName);
  }

  @Override
  public void readStock(String fileName, Supplier<InputStream> content, StockReader reader) {
    files.readStock(fileName, content, reader);
  }

  private byte[] write(FileKind kind, Stream<Map<String, String>> rows) {
    List<String> columns = Stream.concat(kind.needed().stream(), kind.optional().stream()).toList();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(layout.separator()).build(text)) {
      csv.writeRecord(columns.stream().map(layout::column).toList());
      rows.forEach(
          row -> csv.writeRecord(columns.stream().map(column -> field(row, column)).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(layout.charset());
  }

  private String field(Map<String, String> row, String column) {
    String value = row.get(column);
    return SpreadsheetCell.safe(
        column.equals("unit_cost") ? value.replace('.', layout.decimalMark()) : value);
  }

  private final class Cancellations implements CancellationFormat {
    @Override
    public String fileName(long number) {
      return names.of(FileKind.CANCELLATION, number);
    }

    @Override
    public byte[] write(Numbers numbers, List<CancellationRequest> requests) {
      return CsvFormat.this.write(
          FileKind.CANCELLATION, requests.stream().map(CancellationRow::of));
    }
  }
}
