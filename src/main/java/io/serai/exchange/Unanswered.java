package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.allocation.Decision;
import io.serai.recall.RecallRequest;
import io.serai.recall.Recalls;
import io.serai.shipment.Promise;
import io.serai.shipment.Shipment;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Units that a supplier has not answered in time count as refused: they are taken back and planned
 * anew, the supplier is asked not to ship them, and the merchant is told.
 *
 * <p>No answer is missed while the hub may just not have read it: while files of the supplier wait
 * to be applied, and until its folder has been found empty after the answer's time.
 */
public final class Unanswered {
  private static final int BATCH = 50;

  private final Books books;
  private final TakingBack takingBack;
  private final Recalls recalls;
  private final HeldLines held;
  private final Map<String, Supplier> suppliers;

  public Unanswered(
      Books books,
      TakingBack takingBack,
      Recalls recalls,
      HeldLines held,
      Map<String, Supplier> suppliers) {
    this.books = books;
    this.takingBack = takingBack;
    this.recalls = recalls;
    this.held = held;
    this.suppliers = suppliers;
  }

  /** Takes back the next units without an answer; true when there may be more. */
  public boolean takeBackNext(Handle handle) {
    List<String> heard =
        suppliers.values().stream()
            .filter(supplier -> supplier.answering().within().isPresent())
            .map(Supplier::id)
            .toList();
    if (heard.isEmpty()) {
      return false;
    }
    Set<String> unheard = new HashSet<>(books.documents().accountsWaiting(handle, "supplier-file"));
    unheard.addAll(books.documents().accountsWaiting(handle, "interchange-file"));
    heard = heard.stream().filter(supplier -> !unheard.contains(supplier)).toList();
    Set<Long> orders =
        books.shipments().overdue(handle, heard, BATCH).stream()
            .map(Shipment::orderId)
            .collect(Collectors.toSet());
    books.orders().lock(handle, orders);
    List<Shipment> overdue =
        books.shipments().overdue(handle, heard, BATCH).stream()
            .filter(shipment -> orders.contains(shipment.orderId()))
            .toList();
    for (Shipment shipment : overdue) {
      takeBack(handle, shipment);
    }
    books.shipments().stopWaiting(handle, overdue.stream().map(Shipment::id).toList());
    return overdue.size() == BATCH;
  }

  private void takeBack(Handle handle, Shipment shipment) {
    List<TakingBack.Units> silent = new ArrayList<>();
    Set<Long> onHold = held.of(handle, shipment.id());
    for (Reservation line :
        books.ledger().of(handle, Set.of(shipment.id())).getOrDefault(shipment.id(), List.of())) {
      // What is recalled stays with its supplier until the recall is answered.
      int units = onHold.contains(line.id()) ? 0 : line.unanswered() - line.recalled();
      if (units > 0) {
        silent.add(
            new TakingBack.Units(
                shipment, withoutRecall(line), units, 0, false, Optional.empty(), true));
      }
    }
    if (silent.isEmpty()) {
      return;
    }
    String what =
        silent.stream()
            .map(units -> units.units() + " units of " + units.reservation().sku())
            .collect(Collectors.joining(", "));
    books.timeline().write(handle, List.of(entry(shipment, what)));
    List<Decision> anew = takingBack.takeBack(handle, silent);
    recalls.request(handle, silent.stream().map(Unanswered::recall).toList());
    books.alerts().raise(handle, List.of(alert(shipment, what, anew)));
  }

  private static Reservation withoutRecall(Reservation line) {
    return new Reservation(
        line.id(),
        line.shipmentId(),
        line.orderLineId(),
        line.supplier(),
        line.sku(),
        line.lineNumber(),
        line.open(),
        line.acknowledged());
  }

  private static RecallRequest recall(TakingBack.Units units) {
    return new RecallRequest(
        units.shipment(),
        units.reservation(),
        units.units(),
        true,
        false,
        "there was no answer in time");
  }

  private static Entry entry(Shipment shipment, String what) {
    return new Entry(
        shipment.orderId(),
        "backordered",
        shipment.supplier()
            + " has not answered purchase order "
            + shipment.poNumber()
            + " in time: "
            + what
            + " are planned anew.");
  }

  private static Alert alert(Shipment shipment, String what, List<Decision> anew) {
    String instead =
        anew.stream()
            .flatMap(decision -> decision.promises().stream())
            .map((Promise promise) -> promise.quantity() + " from " + promise.supplier())
            .collect(Collectors.joining(", "));
    int waiting =
        anew.stream()
            .flatMap(decision -> decision.waiting().stream())
            .mapToInt(units -> units.quantity())
            .sum();
    return new Alert(
        "no-answer",
        "no-answer:" + shipment.poNumber(),
        Optional.of(shipment.orderId()),
        shipment.supplier()
            + " has not answered purchase order "
            + shipment.poNumber()
            + " in time: "
            + what
            + " are taken back"
            + (instead.isEmpty() ? "" : ", and ordered again: " + instead)
            + (waiting == 0 ? "" : ", and " + waiting + " wait for stock")
            + ". Look whether an answer of it stands in quarantine, and ask it whether it works.");
  }
}
