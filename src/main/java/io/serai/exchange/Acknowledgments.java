package io.serai.exchange;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.Promise;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Applies a supplier's answers to purchase orders. What it accepts is acknowledged. What it will
 * not ship is taken back and planned anew: to another supplier at once where one has stock, else
 * into the queue; a supplier that has rejected a line is not asked for it again.
 */
public final class Acknowledgments {
  private final Clock clock;
  private final DocumentStore documents;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Timeline timeline;
  private final Map<String, Supplier> suppliers;

  public Acknowledgments(
      Clock clock,
      DocumentStore documents,
      OrderStore orders,
      ShipmentStore shipments,
      Ledger ledger,
      Refusals refusals,
      Allocation allocation,
      Allocator allocator,
      Timeline timeline,
      Map<String, Supplier> suppliers) {
    this.clock = clock;
    this.documents = documents;
    this.orders = orders;
    this.shipments = shipments;
    this.ledger = ledger;
    this.refusals = refusals;
    this.allocation = allocation;
    this.allocator = allocator;
    this.timeline = timeline;
    this.suppliers = suppliers;
  }

  /** Applies a file; lines that cannot be are quarantined one by one. */
  public void apply(Handle handle, Document file, SupplierFile.Acknowledgment acknowledgment) {
    Answered answered =
        Answered.lock(
            handle,
            orders,
            shipments,
            ledger,
            file.account(),
            acknowledgment.lines().stream().map(AcknowledgedLine::poNumber).toList());
    Outcome outcome = new Outcome();
    for (AcknowledgedLine line : acknowledgment.lines()) {
      apply(handle, file, line, answered, outcome);
    }
    ledger.acknowledge(handle, outcome.confirmed);
    orders.shift(handle, outcome.shifts);
    takeBack(handle, file.account(), outcome);
    planAnew(handle, outcome);
    shipments.closeWhereDone(handle, answered.shipmentIds());
    timeline.write(handle, outcome.entries);
  }

  private void apply(
      Handle handle, Document file, AcknowledgedLine line, Answered answered, Outcome outcome) {
    Reservation asked = answered.line(line.poNumber(), line.line()).orElse(null);
    Supplier supplier = suppliers.get(file.account());
    if (asked == null || !supplier.codeOf(asked.sku()).equals(line.code())) {
      quarantine(
          handle,
          file,
          line,
          "supplier "
              + file.account()
              + " answers purchase order "
              + line.poNumber()
              + ", line "
              + line.line()
              + " ("
              + line.code()
              + "), which was never asked of it",
          "Ask the supplier which purchase order and line it means; nothing was changed for this line.");
      return;
    }
    int unanswered = asked.open() - asked.acknowledged();
    int units = Math.min(line.quantity(), unanswered);
    if (line.quantity() > unanswered
        && !(line.answer() == Answer.ACCEPTED && line.quantity() <= asked.acknowledged())) {
      quarantine(
          handle,
          file,
          line,
          "answers " + line.quantity() + " units where " + unanswered + " were open",
          "Compare with purchase order "
              + line.poNumber()
              + "; the open units were answered, the rest was left.");
    }
    if (units == 0) {
      return;
    }
    long orderId = answered.shipment(line.poNumber()).orElseThrow().orderId();
    if (line.answer() == Answer.ACCEPTED) {
      answered.now(line.poNumber(), asked, asked.open(), asked.acknowledged() + units);
      outcome.accepted(asked, units);
    } else {
      answered.now(line.poNumber(), asked, asked.open() - units, asked.acknowledged());
      outcome.refused(orderId, asked, units, line);
    }
  }

  private void takeBack(Handle handle, String supplier, Outcome outcome) {
    // All suppliers of these SKUs at once, since the units are offered to the others next.
    ledger.lock(
        handle,
        outcome.takenBack.stream()
            .map(back -> back.reservation().sku())
            .collect(Collectors.toSet()));
    ledger.release(handle, outcome.takenBack);
    outcome.takenBack.forEach(back -> ledger.exhausted(handle, back.reservation().sku(), supplier));
    outcome.expected.forEach((sku, date) -> ledger.expect(handle, sku, supplier, date));
    outcome.rejected.forEach(line -> refusals.note(handle, line, supplier));
  }

  private void planAnew(Handle handle, Outcome outcome) {
    if (outcome.refused.isEmpty()) {
      return;
    }
    Set<Long> lines =
        outcome.refused.values().stream()
            .flatMap(units -> units.keySet().stream())
            .collect(Collectors.toSet());
    Map<Long, Order> loaded = orders.load(handle, outcome.refused.keySet(), lines);
    Map<Long, Set<String>> refusedBy =
        refusals.of(
            handle,
            outcome.refused.values().stream().flatMap(units -> units.keySet().stream()).toList());
    List<Need> needs = new ArrayList<>();
    outcome.refused.forEach(
        (order, units) -> needs.add(Need.of(loaded.get(order), units, refusedBy)));
    Set<String> skus =
        needs.stream()
            .flatMap(need -> need.lines().stream())
            .map(Need.Line::sku)
            .collect(Collectors.toCollection(TreeSet::new));
    Stock stock = allocation.lockForNew(handle, skus);
    List<Decision> decisions =
        needs.stream().map(need -> allocation.decideReleased(need, stock)).toList();
    allocator.carryOutFrom(handle, Place.SENT, decisions, clock.instant());
    decisions.forEach(outcome::plannedAnew);
  }

  private void quarantine(
      Handle handle, Document file, AcknowledgedLine line, String fault, String cure) {
    FilePart.quarantine(handle, documents, file, line.place(), line.toString(), fault, cure);
  }

  /** What the lines of one file have come to. */
  private static final class Outcome {
    private final List<Shift> shifts = new ArrayList<>();
    private final List<Settled> confirmed = new ArrayList<>();
    private final List<Settled> takenBack = new ArrayList<>();
    private final Map<String, LocalDate> expected = new TreeMap<>();
    private final Set<Long> rejected = new TreeSet<>();
    private final Map<Long, Map<Long, Integer>> refused = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();

    void accepted(Reservation asked, int units) {
      confirmed.add(new Settled(asked, units));
      shifts.add(new Shift(asked.orderLineId(), Place.SENT, Place.ACKNOWLEDGED, units));
    }

    void refused(long orderId, Reservation asked, int units, AcknowledgedLine line) {
      takenBack.add(new Settled(asked, units));
      line.restockDate().ifPresent(date -> expected.put(asked.sku(), date));
      if (line.answer() == Answer.REJECTED) {
        rejected.add(asked.orderLineId());
      }
      refused
          .computeIfAbsent(orderId, order -> new TreeMap<>())
          .merge(asked.orderLineId(), units, Integer::sum);
      String answer = line.answer() == Answer.REJECTED ? "rejects " : "cannot ship now ";
      String reason = line.reason().isEmpty() ? "." : ": " + line.reason() + ".";
      entries.add(
          new Entry(
              orderId,
              "backordered",
              asked.supplier() + " " + answer + units + " units of " + asked.sku() + reason));
    }

    void plannedAnew(Decision decision) {
      for (Promise promise : decision.promises()) {
        entries.add(
            new Entry(
                promise.orderId(),
                "planned",
                promise.quantity()
                    + " units of "
                    + promise.sku()
                    + " ship from "
                    + promise.supplier()
                    + " instead."));
      }
    }
  }
}
