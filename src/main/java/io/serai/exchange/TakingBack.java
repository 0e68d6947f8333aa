package io.serai.exchange;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Retraction;
import io.serai.allocation.Stock;
import io.serai.backorder.Restocks;
import io.serai.cancellation.Cancellation;
import io.serai.cancellation.Cancellation.By;
import io.serai.order.Order;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.Promise;
import io.serai.shipment.Shipment;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes units back that a supplier will not ship. What another supplier has shipped in their place
 * already counts for them; what was recalled is cancelled; the rest is planned anew at once: to
 * another supplier that has stock, else into the queue.
 */
public final class TakingBack {
  private final Clock clock;
  private final Books books;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Retraction retraction;
  private final Cancellation cancellation;
  private final Restocks restocks;
  private final LateParcels lateParcels;

  public TakingBack(
      Clock clock,
      Books books,
      Refusals refusals,
      Allocation allocation,
      Allocator allocator,
      Retraction retraction,
      Cancellation cancellation,
      Restocks restocks,
      LateParcels lateParcels) {
    this.clock = clock;
    this.books = books;
    this.refusals = refusals;
    this.allocation = allocation;
    this.allocator = allocator;
    this.retraction = retraction;
    this.cancellation = cancellation;
    this.restocks = restocks;
    this.lateParcels = lateParcels;
  }

  /**
   * Units that a supplier will not ship.
   *
   * @param reservation as it is before they are taken back
   * @param confirmed how many of them the supplier had confirmed
   * @param soldOut whether it has no more of them than it has confirmed
   * @param restock when it expects the next
   * @param never whether it is not to be asked for this line again
   */
  record Units(
      Shipment shipment,
      Reservation reservation,
      int units,
      int confirmed,
      boolean soldOut,
      Optional<LocalDate> restock,
      boolean never) {

    /** Those of them that it was asked not to ship. */
    int recalled() {
      return Math.min(units, reservation.recalled());
    }
  }

  /** A supplier expects more of a SKU on this day. */
  record Expected(String sku, String supplier, LocalDate on) {}

  /**
   * Takes units back; the caller has locked their orders.
   *
   * @return what has been planned anew, by order
   */
  List<Decision> takeBack(Handle handle, List<Units> given) {
    return takeBack(handle, given, List.of());
  }

  /**
   * Takes units back, and keeps other days for what was taken back before.
   *
   * @return what has been planned anew, by order
   */
  List<Decision> takeBack(Handle handle, List<Units> given, List<Expected> expected) {
    if (given.isEmpty() && expected.isEmpty()) {
      return List.of();
    }
    lockOffers(handle, given, expected);
    expected.forEach(each -> books.ledger().expect(handle, each.sku(), each.supplier(), each.on()));
    return given.isEmpty() ? List.of() : takeBackLocked(handle, given);
  }

  private List<Decision> takeBackLocked(Handle handle, List<Units> given) {
    release(handle, given);
    Map<Long, Map<Long, Integer>> anew = new TreeMap<>();
    List<Units> stopped = new ArrayList<>();
    for (Units units : given) {
      int left = units.units() - lateParcels.countFor(handle, units.reservation(), units.units());
      int recalled = Math.min(left, units.recalled());
      if (recalled > 0) {
        stopped.add(only(units, recalled));
      }
      if (left > recalled) {
        add(anew, units, left - recalled);
      }
    }
    cancel(handle, stopped);
    List<Decision> decisions = new ArrayList<>(planAnew(handle, anew));
    decisions.addAll(askNoMore(handle, given));
    conclude(handle, given);
    return decisions;
  }

  // All suppliers of these SKUs at once, since the units are offered to the others next.
  private void lockOffers(Handle handle, List<Units> given, List<Expected> expected) {
    Set<String> skus = skus(given);
    expected.forEach(each -> skus.add(each.sku()));
    skus.addAll(
        lateParcels.substitutes(
            handle, given.stream().map(units -> units.reservation().orderLineId()).toList()));
    books.ledger().lock(handle, skus);
  }

  private void release(Handle handle, List<Units> given) {
    List<Settled> doubted = new ArrayList<>();
    List<Settled> released = new ArrayList<>();
    List<Shift> shifts = new ArrayList<>();
    for (Units units : given) {
      Reservation of = units.reservation();
      released.add(new Settled(of, units.units()));
      if (units.confirmed() > 0) {
        doubted.add(new Settled(of, units.confirmed()));
        shifts.add(new Shift(of.orderLineId(), Place.ACKNOWLEDGED, Place.SENT, units.confirmed()));
      }
      if (units.recalled() > 0) {
        books.recalls().fulfil(handle, of.id(), units.recalled());
      }
      if (units.never()) {
        refusals.note(handle, of.orderLineId(), of.supplier());
      }
    }
    books.ledger().unacknowledge(handle, doubted);
    books.orders().shift(handle, shifts);
    books.ledger().release(handle, released);
    for (Units units : given) {
      String sku = units.reservation().sku();
      String supplier = units.reservation().supplier();
      if (units.soldOut()) {
        books.ledger().exhausted(handle, sku, supplier);
      }
      units.restock().ifPresent(date -> books.ledger().expect(handle, sku, supplier, date));
    }
  }

  private void cancel(Handle handle, List<Units> stopped) {
    Set<Long> tell =
        books
            .recalls()
            .toTellChannel(handle, stopped.stream().map(u -> u.reservation().id()).toList());
    Map<Long, Map<Long, Integer>> told = new TreeMap<>();
    Map<Long, Map<Long, Integer>> known = new TreeMap<>();
    stopped.forEach(
        units -> add(tell.contains(units.reservation().id()) ? told : known, units, units.units()));
    cancellation.cancelRecalled(handle, told, By.HUB);
    cancellation.cancelRecalled(handle, known, By.CHANNEL);
  }

  private List<Decision> planAnew(Handle handle, Map<Long, Map<Long, Integer>> anew) {
    if (anew.isEmpty()) {
      return List.of();
    }
    Set<Long> lines =
        anew.values().stream()
            .flatMap(units -> units.keySet().stream())
            .collect(Collectors.toSet());
    Map<Long, Order> loaded = books.orders().load(handle, anew.keySet(), lines);
    Map<Long, Set<String>> refusedBy = refusals.of(handle, lines);
    List<Need> needs = new ArrayList<>();
    anew.forEach((order, units) -> needs.add(Need.of(loaded.get(order), units, refusedBy)));
    Stock stock =
        allocation.lockForNew(
            handle,
            needs.stream()
                .flatMap(need -> need.lines().stream())
                .map(Need.Line::sku)
                .collect(Collectors.toCollection(TreeSet::new)));
    List<Decision> decisions =
        needs.stream().map(need -> allocation.decideReleased(need, stock)).toList();
    allocator.carryOutFrom(handle, Place.SENT, decisions, clock.instant());
    books.timeline().write(handle, instead(decisions));
    return decisions;
  }

  // What a supplier has refused for good would only be refused again, were it asked for the rest.
  private List<Decision> askNoMore(Handle handle, List<Units> given) {
    Set<Long> lines = new TreeSet<>();
    List<Settled> unasked = new ArrayList<>();
    for (Units units : given) {
      Reservation refused = units.reservation();
      if (units.never() && lines.add(refused.orderLineId())) {
        books.ledger().notYetWritten(handle, refused.orderLineId(), refused.supplier()).stream()
            .map(promise -> new Settled(promise, promise.open()))
            .forEach(unasked::add);
      }
    }
    if (unasked.isEmpty()) {
      return List.of();
    }
    List<Decision> decisions = retraction.retract(handle, unasked).decisions();
    books.timeline().write(handle, instead(decisions));
    return decisions;
  }

  private void conclude(Handle handle, List<Units> given) {
    books
        .recalls()
        .settleWhereDone(handle, given.stream().map(units -> units.reservation().id()).toList());
    books
        .shipments()
        .closeWhereDone(
            handle, given.stream().map(units -> units.shipment().id()).collect(Collectors.toSet()));
    restocks.note(handle, skus(given));
    books
        .orders()
        .endWhereDone(
            handle,
            given.stream().map(units -> units.shipment().orderId()).collect(Collectors.toSet()));
  }

  private static List<Entry> instead(List<Decision> decisions) {
    List<Entry> entries = new ArrayList<>();
    for (Decision decision : decisions) {
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
    return entries;
  }

  private static void add(Map<Long, Map<Long, Integer>> byOrder, Units units, int count) {
    byOrder
        .computeIfAbsent(units.shipment().orderId(), order -> new TreeMap<>())
        .merge(units.reservation().orderLineId(), count, Integer::sum);
  }

  private static Units only(Units units, int count) {
    return new Units(
        units.shipment(), units.reservation(), count, 0, false, Optional.empty(), false);
  }

  private static Set<String> skus(Collection<Units> given) {
    return given.stream()
        .map(units -> units.reservation().sku())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
