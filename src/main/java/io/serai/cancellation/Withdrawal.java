package io.serai.cancellation;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.cancellation.Cancellation.By;
import io.serai.order.Order;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.recall.RecallRequest;
import io.serai.recall.Recalls;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Cancels units that are no longer wanted: at once what no supplier has been asked for; the rest is
 * recalled, and cancelled once its supplier lets go of it. What has shipped stays.
 */
public final class Withdrawal {
  private final Cancellation cancellation;
  private final BackorderQueue queue;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Restocks restocks;
  private final Recalls recalls;
  private final Timeline timeline;

  public Withdrawal(
      Cancellation cancellation,
      BackorderQueue queue,
      ShipmentStore shipments,
      Ledger ledger,
      Restocks restocks,
      Recalls recalls,
      Timeline timeline) {
    this.cancellation = cancellation;
    this.queue = queue;
    this.shipments = shipments;
    this.ledger = ledger;
    this.restocks = restocks;
    this.recalls = recalls;
    this.timeline = timeline;
  }

  /** Cancels all that can still be cancelled of an order, which the caller has locked. */
  public int withdrawAll(Handle handle, Order order, String reason) {
    return withdraw(
        handle,
        order,
        order.lines().stream().map(line -> new Wish(List.of(line.id()), line.ordered())).toList(),
        reason);
  }

  /**
   * Cancels units of an order, which the caller has locked with all offers of its SKUs.
   *
   * @return how many of them have left, or were cancelled or recalled before
   */
  public int withdraw(Handle handle, Order order, List<Wish> wishes, String reason) {
    return withdraw(handle, order, wishes, new Wanting(By.CHANNEL, reason, reason));
  }

  /**
   * Who no longer wants units, and why.
   *
   * @param reason for the customer, and for the channel where it was the hub that cancelled
   * @param toSupplier that ends the sentence "please do not ship, since ..."
   */
  public record Wanting(By by, String reason, String toSupplier) {}

  /**
   * Cancels units of an order, which the caller has locked with all offers of its SKUs.
   *
   * @return how many of them have left, or were cancelled or recalled before
   */
  public int withdraw(Handle handle, Order order, List<Wish> wishes, Wanting why) {
    Map<Long, Shipment> open = byId(shipments.open(handle, Set.of(order.id())));
    Map<Long, Shipment> asked = byId(shipments.asked(handle, Set.of(order.id())));
    Chosen chosen =
        Chosen.of(
            wishes,
            order.lines(),
            queue.of(handle, Set.of(order.id())),
            promises(handle, open),
            promises(handle, asked));
    cancel(handle, order, chosen, why);
    recall(handle, order, chosen, asked, why);
    return chosen.left;
  }

  private void cancel(Handle handle, Order order, Chosen chosen, Wanting why) {
    List<Shift> shifts = new ArrayList<>();
    chosen.held.forEach((line, units) -> add(shifts, line.id(), Place.HELD, units));
    chosen.waiting.forEach(
        (wait, units) -> add(shifts, wait.orderLineId(), Place.BACKORDERED, units));
    chosen.planned.forEach(
        each -> add(shifts, each.reservation().orderLineId(), Place.PLANNED, each.units()));
    if (shifts.isEmpty()) {
      return;
    }
    queue.cancel(handle, ids(chosen.waiting));
    giveBack(handle, chosen.planned);
    if (order.waitsWhole()) {
      // Without them the whole may be had by now.
      restocks.note(
          handle, order.lines().stream().map(line -> line.sku()).collect(Collectors.toSet()));
    }
    cancellation.conclude(handle, Map.of(order.id(), shifts), why.reason(), why.by());
  }

  private void giveBack(Handle handle, List<Settled> planned) {
    Set<String> skus = new TreeSet<>();
    planned.forEach(each -> skus.add(each.reservation().sku()));
    ledger.lock(handle, skus);
    ledger.release(handle, planned);
    shipments.closeWhereDone(
        handle,
        planned.stream().map(each -> each.reservation().shipmentId()).collect(Collectors.toSet()));
    restocks.note(handle, skus);
  }

  // What is in a purchase order stays where it is until its supplier says whether it could be
  // stopped.
  private void recall(
      Handle handle, Order order, Chosen chosen, Map<Long, Shipment> asked, Wanting why) {
    int units = chosen.asked.values().stream().mapToInt(Integer::intValue).sum();
    if (units == 0) {
      return;
    }
    timeline.write(
        handle,
        List.of(
            new Entry(
                order.id(),
                "cancelled",
                units
                    + " units are with their supplier already; they are cancelled if it can still stop them.")));
    List<RecallRequest> requests = new ArrayList<>();
    chosen.asked.forEach(
        (line, some) ->
            requests.add(
                new RecallRequest(
                    asked.get(line.shipmentId()),
                    line,
                    some,
                    false,
                    why.by() == By.HUB,
                    why.toSupplier())));
    recalls.request(handle, requests);
  }

  private List<Reservation> promises(Handle handle, Map<Long, Shipment> of) {
    return ledger.of(handle, of.keySet()).values().stream()
        .flatMap(List::stream)
        .filter(line -> line.open() > 0)
        .toList();
  }

  private static Map<Long, Integer> ids(Map<Backorder, Integer> waiting) {
    Map<Long, Integer> ids = new TreeMap<>();
    waiting.forEach((wait, units) -> ids.put(wait.id(), units));
    return ids;
  }

  private static void add(List<Shift> shifts, long line, Place from, int units) {
    shifts.add(new Shift(line, from, Place.CANCELLED, units));
  }

  private static Map<Long, Shipment> byId(List<Shipment> shipments) {
    Map<Long, Shipment> byId = new LinkedHashMap<>();
    shipments.forEach(shipment -> byId.put(shipment.id(), shipment));
    return byId;
  }
}
