package io.serai.recall;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Asks suppliers not to ship what they have been asked for: by a file where they read such files,
 * otherwise by a person, whom an alert asks to.
 */
public final class Recalls {
  private static final int BATCH = 100;

  private final RecallStore store;
  private final Alerts alerts;
  private final Timeline timeline;
  private final Map<String, Supplier> suppliers;

  public Recalls(
      RecallStore store, Alerts alerts, Timeline timeline, Map<String, Supplier> suppliers) {
    this.store = store;
    this.alerts = alerts;
    this.timeline = timeline;
    this.suppliers = suppliers;
  }

  /** Whether a supplier reads files that ask it not to ship. */
  public boolean byFile(String supplier) {
    return suppliers.containsKey(supplier)
        && suppliers.get(supplier).answering().takesCancellations();
  }

  /** Recalls units; the caller has locked their orders. */
  public void request(Handle handle, List<RecallRequest> requests) {
    List<Alert> raised = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (RecallRequest request : requests) {
      boolean byFile = byFile(request.shipment().supplier());
      long id = store.insert(handle, request, byFile);
      entries.add(entry(request));
      if (!byFile) {
        raised.add(byHand(request, id));
      }
    }
    alerts.raise(handle, raised);
    timeline.write(handle, entries);
  }

  /** Warns of the next recalls that nobody has answered in time; true when there may be more. */
  public boolean warnOfUnanswered(Handle handle) {
    List<Recall> unanswered = store.unanswered(handle, BATCH);
    Map<String, List<Recall>> byPurchaseOrder = new TreeMap<>();
    unanswered.forEach(
        recall ->
            byPurchaseOrder
                .computeIfAbsent(recall.poNumber(), number -> new ArrayList<>())
                .add(recall));
    alerts.raise(handle, byPurchaseOrder.values().stream().map(Recalls::unanswered).toList());
    store.stopWaiting(handle, unanswered.stream().map(Recall::id).toList());
    return unanswered.size() == BATCH;
  }

  private static Entry entry(RecallRequest request) {
    return new Entry(
        request.shipment().orderId(),
        "recalled",
        request.shipment().supplier()
            + " is asked not to ship "
            + request.units()
            + " units of "
            + request.reservation().sku()
            + " of purchase order "
            + request.shipment().poNumber()
            + ": "
            + request.reason()
            + ".");
  }

  private static Alert byHand(RecallRequest request, long id) {
    return new Alert(
        "recall-by-hand",
        "recall-by-hand:" + id,
        Optional.of(request.shipment().orderId()),
        "Tell "
            + request.shipment().supplier()
            + " not to ship "
            + request.units()
            + " units of "
            + request.reservation().sku()
            + " of purchase order "
            + request.shipment().poNumber()
            + ", line "
            + request.reservation().lineNumber()
            + ": "
            + request.reason()
            + ". It reads no cancellation files (settings.cancellations).");
  }

  private static Alert unanswered(List<Recall> recalls) {
    Recall first = recalls.get(0);
    String what =
        recalls.stream()
            .map(recall -> recall.units() + " of " + recall.sku())
            .collect(Collectors.joining(", "));
    return new Alert(
        "recall-unanswered",
        "recall-unanswered:" + first.id(),
        Optional.of(first.orderId()),
        "Nobody has answered whether purchase order "
            + first.poNumber()
            + " was stopped in time ("
            + what
            + "). Call the supplier; if it has stopped them, ask for an acknowledgment that says cancelled,"
            + " or put one into its folder yourself.");
  }
}
