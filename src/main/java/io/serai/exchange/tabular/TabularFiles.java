package io.serai.exchange.tabular;

import io.serai.document.Refused;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.stock.StockAdviceLine;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a supplier's files of rows by what their names say that they are. */
public final class TabularFiles {
  private final FileNames names;
  private final Rows rows;
  private final Lines lines;

  /**
   * The files of one supplier.
   *
   * @param skuOf the SKU that the supplier's own code names
   */
  public TabularFiles(FileNames names, Rows rows, Function<String, String> skuOf) {
    this.names = names;
    this.rows = rows;
    this.lines = new Lines(skuOf);
  }

  /**
   * Reads a whole file; of a stock file only that it is one.
   *
   * @throws Refused when it is no file of this supplier's, or cannot be read
   */
  public SupplierFile read(String fileName, byte[] content) {
    FileKind kind =
        names
            .kind(fileName)
            .orElseThrow(
                () ->
                    new Refused(
                        fileName + ": is named like no kind of file that this supplier sends",
                        "Ask the supplier to rename it, or add its pattern under settings.fileNames: "
                            + names));
    return switch (kind) {
      case ACKNOWLEDGMENT ->
          new SupplierFile.Acknowledgment(lines(kind, fileName, content, lines::acknowledged));
      case SHIP_NOTICE ->
          new SupplierFile.ShipNotice(lines(kind, fileName, content, lines::noticed));
      case STOCK_ADVICE -> new SupplierFile.StockAdvice();
      case INVOICE -> new SupplierFile.Invoices(invoices(fileName, content));
      case PURCHASE_ORDER, CANCELLATION ->
          throw new IllegalStateException(fileName + " is none that a supplier sends");
    };
  }

  /** Whether a file of this name says what is in stock. */
  public boolean isStockAdvice(String fileName) {
    return names.kind(fileName).filter(FileKind.STOCK_ADVICE::equals).isPresent();
  }

  /**
   * Reads a stock file row by row.
   *
   * @throws Refused when the file as a whole cannot be read
   */
  public void readStock(String fileName, Supplier<InputStream> content, StockReader reader) {
    rows.each(FileKind.STOCK_ADVICE, fileName, content, row -> stocked(row, reader));
  }

  private void stocked(Row row, StockReader reader) {
    StockAdviceLine line;
    try {
      line = lines.stocked(row);
    } catch (Refused fault) {
      reader.fault(new StockReader.Fault(row.place(), row.says(), fault));
      return;
    }
    reader.row(row::place, line);
  }

  private List<SupplierFile.Invoice> invoices(String fileName, byte[] content) {
    InvoiceRows invoices = new InvoiceRows();
    rows.each(FileKind.INVOICE, fileName, () -> new ByteArrayInputStream(content), invoices::take);
    return invoices.all();
  }

  private <T> List<T> lines(
      FileKind kind, String fileName, byte[] content, Function<Row, T> reader) {
    List<T> read = new ArrayList<>();
    rows.each(
        kind,
        fileName,
        () -> new ByteArrayInputStream(content),
        row -> read.add(reader.apply(row)));
    return read;
  }
}
