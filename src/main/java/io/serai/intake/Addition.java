package io.serai.intake;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.channel.Oversold;
import io.serai.channel.ToldStock;
import io.serai.deadline.FirstDates;
import io.serai.order.IncomingOrder;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.RevisionStore;
import io.serai.order.Said;
import io.serai.order.TitleStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Units that a channel adds to an order that is here: new lines, and more of a line. They are
 * planned by themselves; of an order that waits whole they wait with the rest.
 */
public final class Addition {
  private final OrderStore orders;
  private final RevisionStore revisions;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Refusals refusals;
  private final FirstDates firstDates;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final TitleStore titles;
  private final Oversold oversold;
  private final Timeline timeline;

  public Addition(
      OrderStore orders,
      RevisionStore revisions,
      Allocation allocation,
      Allocator allocator,
      Refusals refusals,
      FirstDates firstDates,
      BackorderQueue queue,
      Restocks restocks,
      TitleStore titles,
      Oversold oversold,
      Timeline timeline) {
    this.orders = orders;
    this.revisions = revisions;
    this.allocation = allocation;
    this.allocator = allocator;
    this.refusals = refusals;
    this.firstDates = firstDates;
    this.queue = queue;
    this.restocks = restocks;
    this.titles = titles;
    this.oversold = oversold;
    this.timeline = timeline;
  }

  /** Takes in what is more than before; the order is locked, with the offers of all its SKUs. */
  void add(Handle handle, long orderId, LineComparison lines) {
    Map<Long, IncomingOrder.Line> fresh = number(handle, lines.added());
    List<Need.Line> wanted = new ArrayList<>();
    fresh.forEach(
        (id, line) -> wanted.add(new Need.Line(id, line.line(), line.sku(), line.wanted())));
    for (LineChange change : lines.changes()) {
      OrderLine line = change.family().sold();
      if (change.more() > 0) {
        wanted.add(new Need.Line(line.id(), line.line(), line.sku(), change.more()));
      }
    }
    if (!wanted.isEmpty()) {
      Order order = orders.load(handle, Set.of(orderId)).get(orderId);
      write(handle, order, fresh, wanted, decide(handle, order, wanted));
    }
  }

  private static Map<Long, IncomingOrder.Line> number(
      Handle handle, List<IncomingOrder.Line> added) {
    var ids = OrderStore.nextIds(handle, "order_line_id", added.size()).iterator();
    Map<Long, IncomingOrder.Line> numbered = new TreeMap<>();
    added.forEach(line -> numbered.put(ids.next(), line));
    return numbered;
  }

  private Decision decide(Handle handle, Order order, List<Need.Line> wanted) {
    Set<String> skus = new TreeSet<>();
    wanted.forEach(line -> skus.add(line.sku()));
    Stock stock = allocation.lockForNew(handle, skus);
    boolean heardAll = allocation.hasHeardAllSuppliers(handle);
    Set<String> refused = new TreeSet<>();
    refusals
        .of(handle, wanted.stream().map(Need.Line::orderLineId).toList())
        .values()
        .forEach(refused::addAll);
    Need need =
        new Need(
            order.id(),
            order.number(),
            order.channel(),
            order.customer(),
            order.shipTo().country(),
            wanted.stream().filter(line -> stock.knows(line.sku()) || !heardAll).toList(),
            refused);
    Decision decision =
        order.waitsWhole() ? allocation.decideToWait(need) : allocation.decideReleased(need, stock);
    return firstDates.of(handle, List.of(decision)).get(0);
  }

  private void write(
      Handle handle,
      Order order,
      Map<Long, IncomingOrder.Line> fresh,
      List<Need.Line> wanted,
      Decision decision) {
    Map<Long, Map<Place, Integer>> places = Allocator.places(decision);
    List<OrderLine> written = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Need.Line line : wanted) {
      Map<Place, Integer> units =
          places.getOrDefault(line.orderLineId(), Map.of(Place.HELD, line.quantity()));
      if (fresh.containsKey(line.orderLineId())) {
        written.add(line(order, line, fresh.get(line.orderLineId()), units));
      } else {
        revisions.raise(handle, line.orderLineId(), units);
      }
      entries.add(entry(order, line, units));
    }
    orders.insertLines(handle, written);
    say(handle, fresh);
    wanted.stream()
        .filter(line -> !places.containsKey(line.orderLineId()))
        .forEach(line -> hold(handle, order, line));
    revisions.reopen(handle, order.id());
    titles.note(handle, fresh.values());
    allocator.carryOutNew(handle, allocation.departures(List.of(decision)));
    if (order.waitsWhole()) {
      restocks.note(handle, wanted.stream().map(Need.Line::sku).toList());
    }
    oversold.count(
        handle,
        wanted.stream()
            .map(line -> new ToldStock.Sold(order.channel(), line.sku(), line.quantity()))
            .toList());
    timeline.write(handle, entries);
  }

  private void say(Handle handle, Map<Long, IncomingOrder.Line> fresh) {
    Map<Long, Said> said = new HashMap<>();
    fresh.forEach((id, line) -> said.put(id, said(line)));
    revisions.say(handle, said);
  }

  /** What a line that is met for the first time says of itself. */
  static Said said(IncomingOrder.Line line) {
    return new Said(
        Optional.of(line.quantity()), line.cancelled(), line.cancelled(), false, Optional.empty());
  }

  private void hold(Handle handle, Order order, Need.Line line) {
    orders.holdReason(
        handle,
        Set.of(line.orderLineId()),
        "no supplier offers this SKU",
        queue.cancelAt(order.channel(), line.sku()));
  }

  private static OrderLine line(
      Order order, Need.Line need, IncomingOrder.Line line, Map<Place, Integer> units) {
    return new OrderLine(
        need.orderLineId(),
        order.id(),
        line.line(),
        line.externalId(),
        line.sku(),
        line.title(),
        line.unitPrice(),
        need.quantity(),
        units);
  }

  private static Entry entry(Order order, Need.Line line, Map<Place, Integer> units) {
    int waiting = units.getOrDefault(Place.BACKORDERED, 0);
    return new Entry(
        order.id(),
        "changed",
        "The channel added "
            + line.quantity()
            + " units of "
            + line.sku()
            + ", line "
            + line.line()
            + (units.containsKey(Place.HELD) ? "; held, since no supplier offers it" : "")
            + (waiting > 0 ? "; " + waiting + " of them wait for stock" : "")
            + ".");
  }
}
