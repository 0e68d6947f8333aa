package io.serai.exchange.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.CancellationRequest;
import io.serai.mapping.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Requests not to ship, as CSV files with a header row, one row a purchase order line. */
final class CsvCancellations implements CancellationFormat {
  private static final List<String> COLUMNS =
      List.of("po_number", "line", "sku", "quantity", "reason");

  private final CsvLayout layout;

  CsvCancellations(CsvLayout layout) {
    this.layout = layout;
  }

  @Override
  public String fileName(long number) {
    return layout.patterns().get("cancellation").replace("*", Long.toString(number));
  }

  @Override
  public byte[] write(List<CancellationRequest> requests) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(layout.separator()).build(text)) {
      csv.writeRecord(COLUMNS.stream().map(layout::column).toList());
      for (CancellationRequest request : requests) {
        csv.writeRecord(
            request.poNumber(),
            Integer.toString(request.line()),
            SpreadsheetCell.safe(request.code()),
            Integer.toString(request.quantity()),
            SpreadsheetCell.safe(request.reason()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(layout.charset());
  }
}
