package io.serai.exchange.csv;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.tabular.CancellationRow;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.PurchaseOrderRow;
import io.serai.exchange.tabular.TabularFormat;
import io.serai.mapping.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Suppliers that exchange CSV files with a header row, one row a line. FastCSV reads them by the
 * whole record, so that a quoted line break inside a field is data and not a new row.
 */
public final class CsvFormat extends TabularFormat {
  private final CsvLayout layout;

  /**
   * The format of one supplier.
   *
   * @param settings those of its connector: separator, decimalMark, dateFormat, charset, columns,
   *     fileNames, cancellations
   * @param skuOf the SKU that the supplier's own code names
   */
  public CsvFormat(JsonNode settings, Function<String, String> skuOf) {
    this(settings, CsvLayout.from(settings), skuOf);
  }

  private CsvFormat(JsonNode settings, CsvLayout layout, Function<String, String> skuOf) {
    super(
        settings,
        ".csv",
        (kind, name, content, reader) ->
            new CsvFile(name, layout).each(content, kind.needed(), reader),
        skuOf);
    this.layout = layout;
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
  protected byte[] cancelling(List<CancellationRequest> requests) {
    return write(FileKind.CANCELLATION, requests.stream().map(CancellationRow::of));
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
}
