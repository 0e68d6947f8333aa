package io.serai.exchange;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.recall.RecallRequest;
import io.serai.recall.Recalls;
import io.serai.shipment.Shipment;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds the units of an order line that a supplier has shipped after they had been taken off it.
 * Those that wait, or are promised by another whose purchase order is not written, count as shipped
 * by this one; those that another has been asked for already are recalled from it.
 */
public final class Reclaiming {
  private final Books books;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final Recalls recalls;

  public Reclaiming(Books books, BackorderQueue queue, Restocks restocks, Recalls recalls) {
    this.books = books;
    this.queue = queue;
    this.restocks = restocks;
    this.recalls = recalls;
  }

  /**
   * Where the units were.
   *
   * @param inHand those that count as shipped now
   * @param elsewhere those that another supplier has been asked for
   */
  record Found(int inHand, int elsewhere) {}

  /**
   * Reclaims units; the caller has locked their order and all offers of their SKU.
   *
   * @param givenUp the promise that they had been taken off
   */
  Found reclaim(Handle handle, Noticed noticed, Reservation givenUp, int units) {
    int waited = fromQueue(handle, noticed, units);
    List<Reservation> promised =
        books.ledger().ofLines(handle, List.of(givenUp.orderLineId())).stream()
            .filter(line -> line.open() > 0)
            .toList();
    Map<Long, Shipment> shipments =
        books
            .shipments()
            .byId(
                handle, promised.stream().map(Reservation::shipmentId).collect(Collectors.toSet()));
    int unsent = fromPromises(handle, promised, shipments, units - waited);
    int inHand = waited + unsent;
    if (inHand > 0) {
      count(handle, noticed, givenUp, inHand);
    }
    return new Found(inHand, recall(handle, noticed, promised, shipments, units - inHand));
  }

  private int fromQueue(Handle handle, Noticed noticed, int units) {
    Map<Long, Integer> taken = new TreeMap<>();
    int left = units;
    for (Backorder wait : queue.of(handle, Set.of(noticed.shipment().orderId()))) {
      int some = Math.min(left, wait.quantity());
      if (wait.orderLineId() == noticed.asked().orderLineId() && some > 0) {
        taken.put(wait.id(), some);
        left -= some;
      }
    }
    queue.release(handle, taken);
    if (left < units) {
      shift(handle, noticed, Place.BACKORDERED, units - left);
    }
    return units - left;
  }

  private int fromPromises(
      Handle handle, List<Reservation> promised, Map<Long, Shipment> shipments, int units) {
    List<Settled> taken = new ArrayList<>();
    int left = units;
    for (Reservation line : promised) {
      int some = Math.min(left, line.open());
      if (some > 0 && shipments.get(line.shipmentId()).state().equals("planned")) {
        taken.add(new Settled(line, some));
        left -= some;
      }
    }
    if (taken.isEmpty()) {
      return 0;
    }
    books.ledger().release(handle, taken);
    books
        .shipments()
        .closeWhereDone(
            handle,
            taken.stream()
                .map(each -> each.reservation().shipmentId())
                .collect(Collectors.toSet()));
    restocks.note(handle, Set.of(promised.get(0).sku()));
    books
        .orders()
        .shift(
            handle,
            List.of(
                new Shift(
                    promised.get(0).orderLineId(), Place.PLANNED, Place.SHIPPED, units - left)));
    return units - left;
  }

  private void count(Handle handle, Noticed noticed, Reservation givenUp, int units) {
    books.ledger().reclaim(handle, List.of(new Settled(givenUp, units)));
    books
        .ledger()
        .depart(handle, noticed.substitute().orElse(givenUp.sku()), givenUp.supplier(), units);
    books.recalls().settleTakenBack(handle, List.of(givenUp.id()));
    books.orders().nowWaitInParts(handle, List.of(noticed.shipment().orderId()));
    books
        .timeline()
        .write(
            handle,
            List.of(
                new Entry(
                    noticed.shipment().orderId(),
                    "shipped",
                    noticed.shipment().supplier()
                        + " has shipped "
                        + units
                        + " units of "
                        + givenUp.sku()
                        + " that had been taken off it; nobody else is asked for them.")));
  }

  private int recall(
      Handle handle,
      Noticed noticed,
      List<Reservation> promised,
      Map<Long, Shipment> shipments,
      int units) {
    int left = units;
    List<RecallRequest> requests = new ArrayList<>();
    for (Reservation line : promised) {
      Shipment shipment = shipments.get(line.shipmentId());
      int some = Math.min(left, line.open());
      if (some > 0 && !shipment.state().equals("planned")) {
        int unrecalled = Math.min(some, line.open() - line.recalled());
        if (unrecalled > 0) {
          requests.add(
              new RecallRequest(
                  shipment,
                  line,
                  unrecalled,
                  false,
                  true,
                  noticed.shipment().supplier() + " has shipped them"));
        }
        left -= some;
      }
    }
    recalls.request(handle, requests);
    return units - left;
  }

  private void shift(Handle handle, Noticed noticed, Place from, int units) {
    books
        .orders()
        .shift(
            handle, List.of(new Shift(noticed.asked().orderLineId(), from, Place.SHIPPED, units)));
  }
}
