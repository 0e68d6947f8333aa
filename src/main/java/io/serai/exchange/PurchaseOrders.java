package io.serai.exchange;

import io.serai.delivery.Delivery;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.document.Arrival;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.mapping.Json;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Purchase orders from planned shipments. Those of one supplier that are due together are written
 * into one document, which is owed as one file; once it is written, its shipments take no more
 * lines.
 */
public final class PurchaseOrders {
  private static final int MOST_IN_A_FILE = 500;

  private final DocumentStore documents;
  private final DeliveryStore deliveries;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Timeline timeline;
  private final Map<String, Supplier> suppliers;
  private final Unwritable unwritable;
  private final Numbering numbering;
  private final AskedPrices prices = new AskedPrices();

  public PurchaseOrders(
      DocumentStore documents,
      DeliveryStore deliveries,
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      Timeline timeline,
      Map<String, Supplier> suppliers,
      Unwritable unwritable,
      Numbering numbering) {
    this.documents = documents;
    this.deliveries = deliveries;
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.timeline = timeline;
    this.suppliers = suppliers;
    this.unwritable = unwritable;
    this.numbering = numbering;
  }

  /**
   * Writes the next purchase orders of a supplier that are due into one document in its format.
   *
   * @return how many purchase orders are in it
   */
  public int gather(Handle handle, String supplierId, DocumentFormat format) {
    Set<Long> orderIds = new TreeSet<>(shipments.ordersDue(handle, supplierId, MOST_IN_A_FILE));
    orders.lock(handle, orderIds);
    List<Shipment> due = shipments.due(handle, supplierId, orderIds);
    Map<Long, List<Reservation>> lines = ledger.of(handle, due.stream().map(Shipment::id).toList());
    List<Shipment> leaving =
        due.stream().filter(shipment -> openUnits(lines.get(shipment.id())) > 0).toList();
    shipments.closeWhereDone(handle, due.stream().map(Shipment::id).toList());
    if (leaving.isEmpty()) {
      return 0;
    }
    write(handle, supplierId, format, leaving, lines, orders.load(handle, orderIds, List.of()));
    return leaving.size();
  }

  /** Notes that a file of purchase orders has reached its supplier. */
  public void sent(Handle handle, Delivery delivery) {
    long documentId = delivery.documentId().orElseThrow();
    // A file that a person has sent once more changes nothing here.
    List<Shipment> inFile =
        shipments.inDocument(handle, documentId).stream()
            .filter(shipment -> shipment.sentAt().isEmpty())
            .toList();
    orders.lock(handle, inFile.stream().map(Shipment::orderId).collect(Collectors.toSet()));
    List<Shift> shifts = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Map<Long, List<Reservation>> lines =
        ledger.of(handle, inFile.stream().map(Shipment::id).toList());
    for (Shipment shipment : inFile) {
      for (Reservation line : lines.get(shipment.id())) {
        if (line.open() > 0) {
          shifts.add(new Shift(line.orderLineId(), Place.PLANNED, Place.SENT, line.open()));
        }
      }
      entries.add(
          new Entry(
              shipment.orderId(),
              "sent",
              "Purchase order " + shipment.poNumber() + " sent to " + shipment.supplier() + "."));
    }
    orders.shift(handle, shifts);
    shipments.sent(
        handle,
        documentId,
        Optional.ofNullable(suppliers.get(delivery.account()))
            .flatMap(supplier -> supplier.answering().within()));
    documents.sent(handle, documentId);
    deliveries.done(handle, delivery.id());
    timeline.write(handle, entries);
  }

  private void write(
      Handle handle,
      String supplierId,
      DocumentFormat format,
      List<Shipment> open,
      Map<Long, List<Reservation>> lines,
      Map<Long, Order> loaded) {
    Map<String, BigDecimal> costs = costs(handle, supplierId, lines);
    List<PurchaseOrder> written = new ArrayList<>();
    List<Shipment> leaving = new ArrayList<>();
    for (Shipment shipment : open) {
      PurchaseOrder order =
          purchaseOrder(shipment, loaded.get(shipment.orderId()), lines.get(shipment.id()), costs);
      Optional<Refused> refusal = format.refusal(order);
      if (refusal.isPresent()) {
        unwritable.putOff(handle, shipment, refusal.get());
      } else {
        written.add(order);
        leaving.add(shipment);
      }
    }
    if (written.isEmpty()) {
      return;
    }
    prices.keep(handle, leaving, lines, written);
    Numbers numbers = numbering.begin(handle, supplierId);
    byte[] content = format.write(numbers, written);
    long first = leaving.get(0).id();
    String name = format.fileName(first);
    long document =
        documents.ready(
            handle,
            new Arrival(
                "purchase-order",
                supplierId,
                "purchase-order:" + supplierId + ":" + name,
                name,
                content));
    numbers.keep(document);
    shipments.gathered(handle, leaving.stream().map(Shipment::id).toList(), document);
    deliveries.owe(
        handle,
        List.of(
            new Owed(
                "purchase-order",
                supplierId,
                "purchase-order:" + supplierId + ":" + name,
                Optional.empty(),
                Optional.of(document),
                Json.object().put("fileName", name))));
  }

  private Map<String, BigDecimal> costs(
      Handle handle, String supplierId, Map<Long, List<Reservation>> lines) {
    Set<String> skus =
        lines.values().stream()
            .flatMap(List::stream)
            .map(Reservation::sku)
            .collect(Collectors.toCollection(TreeSet::new));
    return ledger.costs(handle, supplierId, skus);
  }

  private PurchaseOrder purchaseOrder(
      Shipment shipment, Order order, List<Reservation> lines, Map<String, BigDecimal> costs) {
    Supplier supplier = suppliers.get(shipment.supplier());
    List<PurchaseOrder.Line> asked =
        lines.stream()
            .filter(line -> line.open() > 0)
            .map(
                line ->
                    new PurchaseOrder.Line(
                        line.lineNumber(),
                        supplier.codeOf(line.sku()),
                        line.open(),
                        costs.get(line.sku())))
            .toList();
    return new PurchaseOrder(
        shipment.poNumber(),
        order.number(),
        supplier.currencyFor(order.currency()),
        order.shipTo(),
        asked);
  }

  private static int openUnits(List<Reservation> lines) {
    return lines == null ? 0 : lines.stream().mapToInt(Reservation::open).sum();
  }
}
