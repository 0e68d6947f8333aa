package io.serai.action;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.cancellation.Cancellation.By;
import io.serai.cancellation.Wish;
import io.serai.cancellation.Withdrawal;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Cancels units because a person says so: channel and customer are told, as when a wait has lasted
 * too long. What a supplier has been asked for is cancelled once it lets go of it; what has shipped
 * stays.
 */
public final class Cancelling {
  private static final String TO_SUPPLIER = "they were cancelled";

  private final OrderStore orders;
  private final Ledger ledger;
  private final BackorderQueue queue;
  private final Withdrawal withdrawal;
  private final Timeline timeline;

  public Cancelling(
      OrderStore orders,
      Ledger ledger,
      BackorderQueue queue,
      Withdrawal withdrawal,
      Timeline timeline) {
    this.orders = orders;
    this.ledger = ledger;
    this.queue = queue;
    this.withdrawal = withdrawal;
    this.timeline = timeline;
  }

  /** The units of a line that are neither shipped nor cancelled, nor asked back. */
  int open(Handle handle, OrderLine line) {
    return line.ordered()
        - line.in(Place.SHIPPED)
        - line.in(Place.CANCELLED)
        - recalled(handle, line);
  }

  /** Cancels so many units of one line, or with 0 all that is open of some. */
  Outcome cancel(
      Handle handle, Order order, List<OrderLine> lines, int quantity, Doer who, String why) {
    List<Wish> wishes = new ArrayList<>();
    int units = 0;
    for (OrderLine line : lines) {
      int open = open(handle, line);
      int wanted = quantity == 0 ? open : quantity;
      if (wanted < 0 || wanted > open) {
        throw new ActionRefused(tooMany(line, wanted, open, recalled(handle, line)));
      }
      if (wanted > 0) {
        wishes.add(new Wish(List.of(line.id()), wanted));
        units += wanted;
      }
    }
    return units == 0 ? nothingOpen(lines) : withdraw(handle, order, wishes, units, who, why);
  }

  /** Cancels the units of one place in a queue. */
  Outcome cancelWait(Handle handle, Order order, long wait, Doer who, String why) {
    Backorder waiting =
        queue.of(handle, Set.of(order.id())).stream()
            .filter(each -> each.id() == wait)
            .findFirst()
            .orElseThrow(
                () -> new ActionRefused("It no longer waits: see how the order stands now."));
    // Of the units of a line, those that wait are the first to go.
    return withdraw(
        handle,
        order,
        List.of(new Wish(List.of(waiting.orderLineId()), waiting.quantity())),
        waiting.quantity(),
        who,
        why);
  }

  private Outcome withdraw(
      Handle handle, Order order, List<Wish> wishes, int units, Doer who, String why) {
    int before = cancelled(order);
    timeline.write(
        handle,
        List.of(
            new Entry(
                order.id(),
                "cancelled",
                who.name() + " cancels " + count(units) + ": " + why + ".")));
    withdrawal.withdraw(handle, order, wishes, new Withdrawal.Wanting(By.HUB, why, TO_SUPPLIER));
    int atOnce = cancelled(orders.load(handle, Set.of(order.id())).get(order.id())) - before;
    if (atOnce == units) {
      return Outcome.done(count(units) + " cancelled.");
    }
    return Outcome.done(
        (atOnce > 0 ? count(atOnce) + " cancelled; " : "")
            + count(units - atOnce)
            + " with the supplier already, cancelled if it can still stop them.");
  }

  private static Outcome nothingOpen(List<OrderLine> lines) {
    if (lines.stream().allMatch(line -> line.in(Place.SHIPPED) == line.ordered())) {
      throw new ActionRefused("All of it has shipped; ask the customer to return it.");
    }
    return Outcome.already(
        "Nothing of it is open any more: it is cancelled, shipped or being stopped.");
  }

  private static String tooMany(OrderLine line, int wanted, int open, int recalled) {
    int shipped = line.in(Place.SHIPPED);
    String said =
        "Of the " + line.ordered() + " units of line " + line.line() + " " + open + " are open";
    if (line.in(Place.CANCELLED) + recalled > 0) {
      said += ", " + (line.in(Place.CANCELLED) + recalled) + " are cancelled or being stopped";
    }
    if (shipped > 0) {
      said += ", " + shipped + " have shipped: ask the customer to return those";
    }
    return wanted < 0 ? "Cancel one unit at least, or all that is open." : said + ".";
  }

  private int recalled(Handle handle, OrderLine line) {
    return ledger.ofLines(handle, List.of(line.id())).stream()
        .mapToInt(Reservation::recalled)
        .sum();
  }

  private static int cancelled(Order order) {
    return order.lines().stream().mapToInt(line -> line.in(Place.CANCELLED)).sum();
  }

  private static String count(int units) {
    return units + (units == 1 ? " unit" : " units");
  }
}
