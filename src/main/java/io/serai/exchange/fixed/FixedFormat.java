package io.serai.exchange.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.document.Refused;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.tabular.CancellationRow;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.PurchaseOrderRow;
import io.serai.exchange.tabular.TabularFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Suppliers that exchange files of records in which each value stands in its columns. */
public final class FixedFormat extends TabularFormat {
  private final FixedLayout layout;

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
    this(settings, layout(settings, usual), skuOf);
  }

  private FixedFormat(JsonNode settings, FixedLayout layout, Function<String, String> skuOf) {
    super(
        settings,
        ".txt",
        (kind, name, content, reader) ->
            new FixedFile(name, layout, layout.file(kind, name)).each(content, reader),
        skuOf);
    this.layout = layout;
  }

  private static FixedLayout layout(JsonNode settings, JsonNode usual) {
    refuseFaults(settings.path("layout"));
    refuseFaults(usual);
    return FixedLayout.from(settings, usual);
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
  protected byte[] cancelling(List<CancellationRequest> requests) {
    Map<String, List<Map<String, String>>> byPurchaseOrder = new LinkedHashMap<>();
    for (CancellationRequest request : requests) {
      byPurchaseOrder
          .computeIfAbsent(request.poNumber(), poNumber -> new ArrayList<>())
          .add(CancellationRow.of(request));
    }
    return write(FileKind.CANCELLATION, List.copyOf(byPurchaseOrder.values()));
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
}
