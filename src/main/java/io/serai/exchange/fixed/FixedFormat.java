package io.serai.exchange.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.document.Refused;
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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Suppliers that exchange files of records in which each value stands in its columns. */
public final class FixedFormat implements DocumentFormat {
  private final FixedLayout layout;
  private final FileNames names;
  private final TabularFiles files;
  private final boolean cancellations;

  /**
   * The format of one supplier.
   *
   * @param settings of its account: charset, lineEnd, dateFormat, fileNames, layout and so on
   * @param usual the layout of its connector, for each kind of file that the account does not lay
   *     out anew
   * @param skuOf the SKU that the supplier's own code names
   * @throws IllegalArgumentException when the layout makes no sense
   */
  public FixedFormat(JsonNode settings, JsonNode usual, Function<String, String> skuOf) {
    refuseFaults(settings.path("layout"));
    refuseFaults(usual);
    this.layout = FixedLayout.from(settings, usual);
    this.names = new FileNames(settings, ".txt");
    this.files =
        new TabularFiles(
            names,
            (kind, name, content, reader) ->
                new FixedFile(name, layout, layout.file(kind, name)).each(content, reader),
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
            .map(
                order ->
                    order.lines().stream().map(line -> PurchaseOrderRow.of(order, line)).toList())
            .toList());
  }

  @Override
  public Optional<Refused> refusal(PurchaseOrder order) {
    try {
      write(Numbers.NONE, List.of(order));
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused);
    }
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

  private static void refuseFaults(JsonNode layout) {
    for (FileKind kind : FileKind.values()) {
      if (layout.path(kind.word()).isObject()) {
        LayoutCheck.faults(kind, layout.path(kind.word())).stream()
            .findFirst()
            .ifPresent(
                fault -> {
                  throw new IllegalArgumentException(
                      "layout"
                          + fault.at()
                          + " "
                          + fault.what()
                          + "; ./serai check names the line");
                });
      }
    }
  }

  private byte[] write(FileKind kind, List<List<Map<String, String>>> groups) {
    return new FixedWriter(layout, layout.file(kind, "")).write(groups);
  }

  private final class Cancellations implements CancellationFormat {
    @Override
    public String fileName(long number) {
      return names.of(FileKind.CANCELLATION, number);
    }

    @Override
    public byte[] write(Numbers numbers, List<CancellationRequest> requests) {
      Map<String, List<Map<String, String>>> byPurchaseOrder = new LinkedHashMap<>();
      for (CancellationRequest request : requests) {
        byPurchaseOrder
            .computeIfAbsent(request.poNumber(), poNumber -> new ArrayList<>())
            .add(CancellationRow.of(request));
      }
      return FixedFormat.this.write(FileKind.CANCELLATION, List.copyOf(byPurchaseOrder.values()));
    }
  }
}
