package io.serai.action;

import io.serai.allocation.Allocation;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.shipment.Promise;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Plans anew what no supplier has been asked for, by the offers and rules of today: what is
 * promised and what waits together. Units that others wait for are not taken from them.
 */
public final class PlanningAnew {
  private final Refusals refusals;
  private final Allocation allocation;
  private final Replacement replacement;
  private final Timeline timeline;

  public PlanningAnew(
      Refusals refusals, Allocation allocation, Replacement replacement, Timeline timeline) {
    this.refusals = refusals;
    this.allocation = allocation;
    this.replacement = replacement;
    this.timeline = timeline;
  }

  Outcome replan(Handle handle, Order order, Doer who) {
    Unsent had = replacement.unsent(handle, order);
    if (had.isEmpty()) {
      throw new ActionRefused(
          "There is nothing to plan: every unit of order "
              + order.number()
              + " is with its supplier, has shipped, is cancelled or is held for want of any supplier.");
    }
    Decision decision = decide(handle, order, had);
    if (promised(decision).equals(had.promised())) {
      return Outcome.already("Today's offers and rules give the same plan; nothing has changed.");
    }
    replacement.write(handle, order, had, decision);
    String now = told(decision);
    timeline.write(
        handle,
        List.of(
            new Entry(
                order.id(), "planned", who.name() + " had the order planned anew: " + now + ".")));
    return Outcome.done("Order " + order.number() + " is planned anew: " + now + ".");
  }

  private Decision decide(Handle handle, Order order, Unsent had) {
    Stock stock =
        allocation.lockAgainFor(
            handle, order.id(), order.lines().stream().map(OrderLine::sku).distinct().toList());
    had.promises()
        .forEach(promise -> stock.release(promise.sku(), promise.supplier(), promise.open()));
    Map<Long, Integer> units = had.units();
    Need need = Need.of(order, units, refusals.of(handle, units.keySet()));
    return order.waitsWhole()
        ? allocation.decide(need, stock)
        : allocation.decideReleased(need, stock);
  }

  private static Map<String, Integer> promised(Decision decision) {
    Map<String, Integer> units = new TreeMap<>();
    for (Promise promise : decision.promises()) {
      units.merge(
          promise.orderLineId() + " " + promise.supplier(), promise.quantity(), Integer::sum);
    }
    return units;
  }

  private static String told(Decision decision) {
    String now =
        decision.promises().stream()
            .map(
                promise ->
                    promise.quantity() + " of " + promise.sku() + " from " + promise.supplier())
            .collect(Collectors.joining(", "));
    int waiting = decision.waiting().stream().mapToInt(wait -> wait.quantity()).sum();
    String wait = waiting == 0 ? "" : waiting + (waiting == 1 ? " unit waits" : " units wait");
    return now + (now.isEmpty() || wait.isEmpty() ? "" : "; ") + wait;
  }
}
