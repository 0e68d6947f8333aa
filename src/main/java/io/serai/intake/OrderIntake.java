package io.serai.intake;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Stock;
import io.serai.backorder.BackorderQueue;
import io.serai.channel.Oversold;
import io.serai.channel.ToldStock;
import io.serai.deadline.FirstDates;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.document.DocumentStore;
import io.serai.order.IncomingOrder;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.RevisionStore;
import io.serai.order.Said;
import io.serai.order.TitleStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Takes orders in, a batch at a time, in one transaction: what is here already is left or revised;
 * the offers of all the batch's SKUs are locked at once; each order is planned against what the
 * ones before it have left; promises, waits, letters and timeline are written; the documents are
 * marked as applied. Units of a SKU that no supplier has ever offered are held for a person.
 */
public final class OrderIntake {
  private final DocumentStore documents;
  private final DeliveryStore deliveries;
  private final OrderStore orders;
  private final Allocation allocation;
  private final Allocator allocator;
  private final BackorderQueue queue;
  private final TitleStore titles;
  private final Timeline timeline;
  private final Confirmation confirmation;
  private final Acknowledging acknowledging;
  private final Revision revision;
  private final RevisionStore revisions;
  private final FirstDates firstDates;
  private final Oversold oversold;

  public OrderIntake(
      DocumentStore documents,
      DeliveryStore deliveries,
      OrderStore orders,
      Allocation allocation,
      Allocator allocator,
      BackorderQueue queue,
      TitleStore titles,
      Timeline timeline,
      Confirmation confirmation,
      Acknowledging acknowledging,
      Revision revision,
      RevisionStore revisions,
      FirstDates firstDates,
      Oversold oversold) {
    this.documents = documents;
    this.deliveries = deliveries;
    this.orders = orders;
    this.allocation = allocation;
    this.allocator = allocator;
    this.queue = queue;
    this.titles = titles;
    this.timeline = timeline;
    this.confirmation = confirmation;
    this.acknowledging = acknowledging;
    this.revision = revision;
    this.revisions = revisions;
    this.firstDates = firstDates;
    this.oversold = oversold;
  }

  /** Takes in the batch; the caller's transaction holds all of it or nothing. */
  public void accept(Handle handle, List<Submission> batch) {
    List<Submission> claimed = claim(handle, batch);
    List<IncomingOrder> arrived = claimed.stream().map(Submission::order).toList();
    Map<String, OrderStore.Known> known = new HashMap<>();
    orders
        .known(handle, arrived)
        .forEach(order -> known.put(order.channel() + "\n" + order.number(), order));

    Map<String, IncomingOrder> fresh = new LinkedHashMap<>();
    Map<Long, IncomingOrder> revised = new TreeMap<>();
    for (IncomingOrder order : arrived) {
      String name = order.channel() + "\n" + order.number();
      if (known.containsKey(name)) {
        revised.merge(known.get(name).id(), order, IncomingOrder::orLater);
      } else {
        fresh.merge(name, order, IncomingOrder::orLater);
      }
    }
    List<IncomingOrder> wanted = wanted(handle, List.copyOf(fresh.values()));
    revision.apply(handle, revised, skus(wanted));
    takeIn(handle, wanted);
    documents.applied(handle, claimed.stream().map(Submission::documentId).toList());
  }

  // Of orders that are met for the first time those of which something is to be sent.
  private List<IncomingOrder> wanted(Handle handle, List<IncomingOrder> fresh) {
    fresh.stream()
        .filter(IncomingOrder::cancelled)
        .forEach(order -> revisions.cancelledUnmet(handle, order));
    List<IncomingOrder> wanted =
        fresh.stream()
            .filter(order -> !order.cancelled() && !order.wantedLines().isEmpty())
            .toList();
    return wanted.isEmpty() ? wanted : revisions.notCancelledLater(handle, wanted);
  }

  private List<Submission> claim(Handle handle, List<Submission> batch) {
    Set<Long> claimed =
        documents.claim(handle, batch.stream().map(Submission::documentId).toList());
    return batch.stream().filter(submission -> claimed.contains(submission.documentId())).toList();
  }

  private void takeIn(Handle handle, List<IncomingOrder> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    List<NewOrder> batch = number(handle, fresh);
    Stock stock = allocation.lockForNew(handle, skus(fresh));
    Map<NewOrder, Decision> decisions = new LinkedHashMap<>();
    boolean heardAll = allocation.hasHeardAllSuppliers(handle);
    batch.forEach(
        order -> decisions.put(order, allocation.decide(order.need(stock, heardAll), stock)));
    List<Decision> dated = firstDates.of(handle, List.copyOf(decisions.values()));
    int at = 0;
    for (Map.Entry<NewOrder, Decision> entry : decisions.entrySet()) {
      entry.setValue(dated.get(at++));
    }
    write(handle, decisions);
    oversold.count(
        handle,
        fresh.stream()
            .flatMap(
                order ->
                    order.wantedLines().stream()
                        .map(
                            line -> new ToldStock.Sold(order.channel(), line.sku(), line.wanted())))
            .toList());
  }

  private static Set<String> skus(List<IncomingOrder> orders) {
    Set<String> skus = new TreeSet<>();
    orders.forEach(order -> order.wantedLines().forEach(line -> skus.add(line.sku())));
    return skus;
  }

  private List<NewOrder> number(Handle handle, List<IncomingOrder> fresh) {
    List<IncomingOrder> inOrder =
        fresh.stream()
            .sorted(
                Comparator.comparing(IncomingOrder::placedAt).thenComparing(IncomingOrder::number))
            .toList();
    var orderIds = OrderStore.nextIds(handle, "customer_order_id", inOrder.size()).iterator();
    int lines = inOrder.stream().mapToInt(order -> order.wantedLines().size()).sum();
    var lineIds = OrderStore.nextIds(handle, "order_line_id", lines).iterator();
    List<NewOrder> numbered = new ArrayList<>();
    for (IncomingOrder order : inOrder) {
      Map<Long, IncomingOrder.Line> numberedLines = new TreeMap<>();
      order.wantedLines().forEach(line -> numberedLines.put(lineIds.next(), line));
      numbered.add(new NewOrder(orderIds.next(), order, numberedLines));
    }
    return numbered;
  }

  private void write(Handle handle, Map<NewOrder, Decision> decisions) {
    Map<Long, IncomingOrder> byId = new TreeMap<>();
    Set<Long> waitingWhole = new HashSet<>();
    List<OrderLine> lines = new ArrayList<>();
    Map<Instant, Set<Long>> held = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    decisions.forEach(
        (order, decision) -> {
          byId.put(order.id(), order.order());
          if (decision.held()) {
            waitingWhole.add(order.id());
          }
          Map<Long, Map<Place, Integer>> places = Allocator.places(decision);
          for (OrderLine line : order.lines(places)) {
            lines.add(line);
            if (line.in(Place.HELD) > 0) {
              Instant until = queue.cancelAt(order.order().channel(), line.sku());
              held.computeIfAbsent(until, at -> new HashSet<>()).add(line.id());
            }
          }
          entries.addAll(Story.of(order, decision));
        });
    orders.insert(handle, byId, waitingWhole);
    orders.insertLines(handle, lines);
    revisions.say(handle, saidOtherwise(decisions.keySet()));
    held.forEach(
        (until, ids) -> orders.holdReason(handle, ids, "no supplier offers this SKU", until));
    titles.note(
        handle,
        decisions.keySet().stream().flatMap(order -> order.order().lines().stream()).toList());
    allocator.carryOutNew(handle, allocation.departures(decisions.values()));
    timeline.write(handle, entries);
    List<Owed> letters = new ArrayList<>();
    decisions.forEach((order, decision) -> letters.addAll(confirmation.of(order, decision)));
    deliveries.owe(handle, letters);
    deliveries.owe(handle, acknowledging.of(decisions.keySet()));
  }

  // Where a part was cancelled or sent before the line was met.
  private static Map<Long, Said> saidOtherwise(Collection<NewOrder> orders) {
    Map<Long, Said> said = new TreeMap<>();
    for (NewOrder order : orders) {
      order
          .lines()
          .forEach(
              (id, line) -> {
                if (line.wanted() != line.quantity()) {
                  said.put(id, Addition.said(line));
                }
              });
    }
    return said;
  }

  /** An order with the ids that it and its lines will have. */
  record NewOrder(long id, IncomingOrder order, Map<Long, IncomingOrder.Line> lines) {

    /** What of it looks for a supplier: the lines whose SKU somebody offers, or still may. */
    Need need(Stock stock, boolean heardAll) {
      List<Need.Line> wanted = new ArrayList<>();
      lines.forEach(
          (id, line) -> {
            if (stock.knows(line.sku()) || !heardAll) {
              wanted.add(new Need.Line(id, line.line(), line.sku(), line.wanted()));
            }
          });
      return new Need(
          id,
          order.number(),
          order.channel(),
          order.customer(),
          order.shipTo().country(),
          wanted,
          Set.of());
    }

    /**
     * Its lines with their units where the decision puts them; what the decision does not know is
     * held.
     */
    List<OrderLine> lines(Map<Long, Map<Place, Integer>> places) {
      List<OrderLine> written = new ArrayList<>();
      lines.forEach(
          (lineId, line) -> {
            EnumMap<Place, Integer> units = new EnumMap<>(Place.class);
            units.putAll(places.getOrDefault(lineId, Map.of(Place.HELD, line.wanted())));
            written.add(
                new OrderLine(
                    lineId,
                    id,
                    line.line(),
                    line.externalId(),
                    line.sku(),
                    line.title(),
                    line.unitPrice(),
                    line.wanted(),
                    units));
          });
      return written;
    }
  }
}
