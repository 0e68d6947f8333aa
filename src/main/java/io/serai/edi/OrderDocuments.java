package io.serai.edi;

import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.OrderChange;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Party;
import io.serai.edi.document.Product;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.Reference;
import io.serai.exchange.CancellationRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the hub asks of suppliers, as canonical documents. */
public final class OrderDocuments {
  private static final String UNIT = "EA";

  private OrderDocuments() {}

  /**
   * A purchase order: a drop shipment (BEG02 DS, BGM01 220), with the customer's order number as a
   * reference.
   *
   * @param product the kind of id that names products, such as {@code vendor}
   * @param date of today, where the hub is
   */
  public static PurchaseOrder order(
      io.serai.exchange.PurchaseOrder order, String product, LocalDate date, Standard standard) {
    boolean x12 = standard == Standard.X12;
    return new PurchaseOrder(
        order.poNumber(),
        "original",
        x12 ? "DS" : "220",
        date,
        order.currency(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Reference("CO", order.orderNumber())),
        List.of(new Party("shipTo", "", "", order.shipTo())),
        order.lines().stream()
            .map(
                line ->
                    new OrderLine(
                        Integer.toString(line.number()),
                        List.of(new Product(product, line.code())),
                        BigDecimal.valueOf(line.quantity()),
                        UNIT,
                        Optional.of(line.unitCost()),
                        ""))
            .toList());
  }

  /**
   * Requests not to ship, one change for each purchase order.
   *
   * @param sequence the number of the changes
   * @param date of today, where the hub is
   */
  public static List<OrderChange> cancellations(
      List<CancellationRequest> requests,
      String product,
      String sequence,
      LocalDate date,
      Standard standard) {
    Map<String, List<CancellationRequest>> byOrder =
        requests.stream()
            .collect(
                Collectors.groupingBy(
                    CancellationRequest::poNumber, TreeMap::new, Collectors.toList()));
    String type = standard == Standard.X12 ? "DS" : "230";
    return byOrder.entrySet().stream()
        .map(
            entry ->
                new OrderChange(
                    entry.getKey(),
                    "change",
                    type,
                    sequence,
                    date,
                    List.of(),
                    List.of(),
                    entry.getValue().stream().map(each -> removed(each, product)).toList()))
        .toList();
  }

  private static ChangedLine removed(CancellationRequest request, String product) {
    OrderLine line =
        new OrderLine(
            Integer.toString(request.line()),
            List.of(new Product(product, request.code())),
            BigDecimal.valueOf(request.quantity()),
            UNIT,
            Optional.empty(),
            request.reason());
    return new ChangedLine("", "removed", line, Optional.empty());
  }
}
