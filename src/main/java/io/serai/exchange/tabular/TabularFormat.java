package io.serai.exchange.tabular;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.Numbers;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Suppliers that exchange files of rows, which are known by their names. */
public abstract class TabularFormat implements DocumentFormat {
  private final FileNames names;
  private final TabularFiles files;
  private final boolean cancellations;

  /**
   * The format of one supplier.
   *
   * @param settings of its account, with fileNames and cancellations
   * @param suffix of the usual names, such as {@code .csv}
   * @param skuOf the SKU that the supplier's own code names
   */
  protected TabularFormat(
      JsonNode settings, String suffix, Rows rows, Function<String, String> skuOf) {
    this.names = new FileNames(settings, suffix);
    this.files = new TabularFiles(names, rows, skuOf);
    this.cancellations = settings.path("cancellations").asBoolean(true);
  }

  /** The requests as one file. */
  protected abstract byte[] cancelling(List<CancellationRequest> requests);

  @Override
  public final String fileName(long number) {
    return names.of(FileKind.PURCHASE_ORDER, number);
  }

  @Override
  public final Optional<CancellationFormat> cancellations() {
    return cancellations ? Optional.of(new Cancellations()) : Optional.empty();
  }

  @Override
  public final SupplierFile read(String fileName, byte[] content) {
    return files.read(fileName, content);
  }

  @Override
  public final boolean isStockAdvice(String fileName) {
    return files.isStockAdvice(fileName);
  }

  @Override
  public final void readStock(String fileName, Supplier<InputStream> content, StockReader reader) {
    files.readStock(fileName, content, reader);
  }

  private final class Cancellations implements CancellationFormat {
    @Override
    public String fileName(long number) {
      return names.of(FileKind.CANCELLATION, number);
    }

    @Override
    public byte[] write(Numbers numbers, List<CancellationRequest> requests) {
      return cancelling(requests);
    }
  }
}
