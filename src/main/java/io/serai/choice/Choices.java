package io.serai.choice;

import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Decision;
import io.serai.allocation.Stock;
import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.cancellation.Cancellation;
import io.serai.cancellation.Cancellation.By;
import io.serai.choice.Outcome.AlreadyDone;
import io.serai.choice.Outcome.Done;
import io.serai.choice.Outcome.TooLate;
import io.serai.choice.Outcome.Why;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.Departure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The choices of customers. The order is locked first, and what waits is read under the lock: a
 * choice that comes second finds nothing to change, whether the first was the same, another, a
 * release or a deadline.
 */
public final class Choices {
  private final Clock clock;
  private final OrderStore orders;
  private final BackorderQueue queue;
  private final Restocks restocks;
  private final Allocation allocation;
  private final Allocator allocator;
  private final Cancellation cancellation;
  private final Offers offers;
  private final ChoiceStore store;
  private final ChoiceNews news;

  public Choices(
      Clock clock,
      OrderStore orders,
      BackorderQueue queue,
      Restocks restocks,
      Allocation allocation,
      Allocator allocator,
      Cancellation cancellation,
      Offers offers,
      ChoiceNews news) {
    this.clock = clock;
    this.orders = orders;
    this.queue = queue;
    this.restocks = restocks;
    this.allocation = allocation;
    this.allocator = allocator;
    this.cancellation = cancellation;
    this.offers = offers;
    this.store = new ChoiceStore(clock);
    this.news = news;
  }

  /** What is open to the customer of an order now, by line; nothing is locked or changed. */
  public List<OpenChoice> open(Handle handle, Order order) {
    Map<Long, List<Backorder>> waits = byLine(queue.of(handle, Set.of(order.id())));
    List<OrderLine> lines =
        order.lines().stream().filter(line -> waits.containsKey(line.id())).toList();
    Map<Long, ChoiceStore.Asked> asked = store.asked(handle, waits.keySet());
    Set<Long> kept = store.keptWaiting(handle, asked);
    Stock stock = offers.look(handle, lines);
    List<OpenChoice> open = new ArrayList<>();
    for (OrderLine line : lines) {
      List<Backorder> waiting = waits.get(line.id());
      open.add(
          new OpenChoice(
              line,
              units(waiting),
              ChoiceNews.eta(waiting),
              asked.get(line.id()).answerBy(),
              kept.contains(line.id()),
              offers.open(handle, order, line, units(waiting), stock)));
    }
    return open;
  }

  /**
   * Lets a choice take effect, in the caller's transaction.
   *
   * @param orderId the order of the customer who chooses
   */
  public Outcome apply(Handle handle, long orderId, Choice choice) {
    orders.lock(handle, Set.of(orderId));
    Order order = orders.load(handle, Set.of(orderId)).get(orderId);
    Optional<OrderLine> line =
        order.lines().stream().filter(each -> each.id() == choice.orderLineId()).findFirst();
    if (line.isEmpty()) {
      return new TooLate(Why.NOT_OFFERED);
    }
    List<Backorder> waits =
        byLine(queue.of(handle, Set.of(orderId))).getOrDefault(choice.orderLineId(), List.of());
    Waiting waiting = new Waiting(order, line.get(), waits);
    if (choice instanceof Choice.Substitute substitute) {
      return substitute(handle, waiting, substitute);
    }
    return choice instanceof Choice.Cancel cancel
        ? cancel(handle, waiting, cancel)
        : keepWaiting(handle, waiting, choice);
  }

  /** What waits of one line, under the order's lock. */
  record Waiting(Order order, OrderLine line, List<Backorder> waits) {
    int units() {
      return Choices.units(waits);
    }
  }

  private Outcome keepWaiting(Handle handle, Waiting waiting, Choice choice) {
    if (waiting.waits().isEmpty()) {
      return new TooLate(Why.NOTHING_WAITS);
    }
    int round = store.asked(handle, Set.of(choice.orderLineId())).get(choice.orderLineId()).round();
    Optional<Long> id =
        store.note(handle, choice, "wait", round, waiting.units(), waiting.line().sku());
    if (id.isEmpty()) {
      return new AlreadyDone();
    }
    queue.consent(handle, waiting.waits().stream().map(Backorder::id).toList());
    news.keepsWaiting(handle, waiting, id.get());
    return new Done(choice);
  }

  private Outcome cancel(Handle handle, Waiting waiting, Choice choice) {
    String sku = waiting.line().sku();
    if (waiting.waits().isEmpty()) {
      return nothingWaits(handle, choice, "cancel", sku);
    }
    int round = store.nextRound(handle, choice, "cancel");
    store.note(handle, choice, "cancel", round, waiting.units(), sku);
    cancellation.cancelWaits(handle, waiting.waits(), "you asked us to", By.HUB);
    return new Done(choice);
  }

  private Outcome substitute(Handle handle, Waiting waiting, Choice.Substitute choice) {
    if (!offers.mayStandFor(waiting.line(), choice.sku())) {
      return new TooLate(Why.NOT_OFFERED);
    }
    if (waiting.waits().isEmpty()) {
      return nothingWaits(handle, choice, "substitute", choice.sku());
    }
    long lineId = OrderStore.nextIds(handle, "order_line_id", 1).get(0);
    String line = store.nextLine(handle, waiting.order().id(), waiting.line().line());
    Stock stock = allocation.lockForNew(handle, Set.of(choice.sku()));
    Decision decision =
        offers.decide(waiting.order(), lineId, line, choice.sku(), waiting.units(), stock);
    if (!decision.waiting().isEmpty() || decision.promises().isEmpty()) {
      return new TooLate(Why.NOT_IN_STOCK);
    }
    int round = store.nextRound(handle, choice, "substitute");
    long id =
        store
            .note(handle, choice, "substitute", round, waiting.units(), choice.sku())
            .orElseThrow();
    OrderLine instead = instead(handle, waiting, lineId, line, choice.sku());
    replace(handle, waiting, instead, decision);
    news.takesInstead(handle, waiting, instead, id);
    return new Done(choice);
  }

  private OrderLine instead(Handle handle, Waiting waiting, long lineId, String line, String sku) {
    return new OrderLine(
        lineId,
        waiting.order().id(),
        line,
        // To the channel it is the line that it has sold.
        waiting.line().externalId(),
        sku,
        offers.title(handle, sku),
        waiting.line().unitPrice(),
        waiting.units(),
        Map.of(Place.PLANNED, waiting.units()));
  }

  private void replace(Handle handle, Waiting waiting, OrderLine instead, Decision decision) {
    queue.cancel(
        handle,
        waiting.waits().stream().collect(Collectors.toMap(Backorder::id, Backorder::quantity)));
    orders.shift(
        handle,
        List.of(
            new Shift(waiting.line().id(), Place.BACKORDERED, Place.CANCELLED, waiting.units())));
    orders.insertLines(handle, List.of(instead));
    store.replaces(handle, instead.id(), waiting.line().id());
    allocator.carryOutNew(handle, Map.of(Departure.at(clock.instant()), List.of(decision)));
    if (waiting.order().waitsWhole()) {
      endWaitingWhole(handle, waiting.order());
    }
  }

  // A part of it ships now, so nothing is gained by holding back the rest.
  private void endWaitingWhole(Handle handle, Order order) {
    orders.nowWaitInParts(handle, Set.of(order.id()));
    restocks.note(
        handle,
        queue.of(handle, Set.of(order.id())).stream()
            .map(Backorder::sku)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private Outcome nothingWaits(Handle handle, Choice choice, String kind, String sku) {
    return store.isMade(handle, choice, kind, sku)
        ? new AlreadyDone()
        : new TooLate(Why.NOTHING_WAITS);
  }

  private static int units(List<Backorder> waits) {
    return waits.stream().mapToInt(Backorder::quantity).sum();
  }

  private static Map<Long, List<Backorder>> byLine(List<Backorder> waits) {
    return waits.stream()
        .sorted(Comparator.comparing(Backorder::id))
        .collect(Collectors.groupingBy(Backorder::orderLineId));
  }
}
