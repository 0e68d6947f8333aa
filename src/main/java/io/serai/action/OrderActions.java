package io.serai.action;

import io.serai.access.AuditLog;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.stock.Ledger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What a person may do to an order, each in the caller's transaction: the order is locked, then all
 * offers of its SKUs, then the deed is done, told in the timeline and noted in the audit log. A
 * deed that is done already changes nothing; one that cannot be done throws {@link ActionRefused}
 * before it has changed anything.
 */
public final class OrderActions {
  private static final int LONGEST_REASON = 500;

  private final OrderStore orders;
  private final Ledger ledger;
  private final Holding holding;
  private final PlanningAnew planning;
  private final SupplierChange suppliers;
  private final Cancelling cancelling;
  private final Possibilities possibilities;
  private final AuditLog audit;

  public OrderActions(
      OrderStore orders,
      Ledger ledger,
      Holding holding,
      PlanningAnew planning,
      SupplierChange suppliers,
      Cancelling cancelling,
      Possibilities possibilities,
      AuditLog audit) {
    this.orders = orders;
    this.ledger = ledger;
    this.holding = holding;
    this.planning = planning;
    this.suppliers = suppliers;
    this.cancelling = cancelling;
    this.possibilities = possibilities;
    this.audit = audit;
  }

  /** Holds an order: nothing of it that no supplier has been asked for goes out until released. */
  public Done hold(Handle handle, String channel, String number, Doer who, String why) {
    String reason = reason(why);
    Order order = locked(handle, channel, number);
    return noted(handle, who, "held", order, reason, holding.hold(handle, order, who, reason));
  }

  /** Lets an order that a person holds go on. */
  public Done release(Handle handle, String channel, String number, Doer who) {
    Order order = locked(handle, channel, number);
    return noted(handle, who, "released", order, "", holding.release(handle, order, who));
  }

  /**
   * Plans what no supplier has been asked for anew, by today's offers and rules; nobody in the
   * queue is overtaken.
   */
  public Done replan(Handle handle, String channel, String number, Doer who) {
    Order order = locked(handle, channel, number);
    return noted(handle, who, "planned anew", order, "", planning.replan(handle, order, who));
  }

  /**
   * Has another supplier ship those units of a line that nobody has been asked for yet.
   *
   * @param line as the order names it
   * @param supplier its id
   */
  public Done changeSupplier(
      Handle handle, String channel, String number, String line, String supplier, Doer who) {
    Order order = locked(handle, channel, number);
    OrderLine of = line(order, line);
    return noted(
        handle,
        who,
        "changed the supplier",
        order,
        "line " + line + " to " + supplier,
        suppliers.change(handle, order, of, supplier, who));
  }

  /** What may be done to an order as it stands; nothing is locked or changed. */
  public Possible possible(Handle handle, long id) {
    return orders.load(handle, Set.of(id)).values().stream()
        .findFirst()
        .map(order -> possibilities.of(handle, order))
        .orElse(Possible.NOTHING);
  }

  /**
   * Cancels units of a line: at once those that no supplier has been asked for, the others once
   * their supplier lets go of them.
   *
   * @param line as the order names it
   * @param quantity units; 0: all that are open
   * @param why for the customer and the channel
   */
  public Done cancel(
      Handle handle,
      String channel,
      String number,
      String line,
      int quantity,
      Doer who,
      String why) {
    String reason = reason(why);
    Order order = locked(handle, channel, number);
    OrderLine of = line(order, line);
    return noted(
        handle,
        who,
        "cancelled",
        order,
        "line " + line + ": " + reason,
        cancelling.cancel(handle, order, List.of(of), quantity, who, reason));
  }

  /**
   * The same, unless units of the line have been cancelled since the person looked: whoever sends
   * the same form twice cancels once.
   *
   * @param seen the units of the line that were open then, as {@link #possible} counts them
   */
  public Done cancelAsSeen(
      Handle handle,
      String channel,
      String number,
      String line,
      int quantity,
      int seen,
      Doer who,
      String why) {
    Order order = locked(handle, channel, number);
    if (cancelling.open(handle, line(order, line)) != seen) {
      throw new ActionRefused(
          "Line " + line + " has changed since you looked; see how it stands now, and try again.");
    }
    return cancel(handle, channel, number, line, quantity, who, why);
  }

  /** Cancels all that is open of an order, as {@link #cancel} does with a line. */
  public Done cancelOpen(Handle handle, String channel, String number, Doer who, String why) {
    String reason = reason(why);
    Order order = locked(handle, channel, number);
    return noted(
        handle,
        who,
        "cancelled",
        order,
        "all that is open: " + reason,
        cancelling.cancel(handle, order, order.lines(), 0, who, reason));
  }

  /**
   * Cancels the units of one place in a queue, unless they have left it.
   *
   * @param id the order's
   * @param wait the backorder's
   */
  public Done cancelWait(Handle handle, long id, long wait, Doer who, String why) {
    String reason = reason(why);
    Order order = locked(handle, id);
    return noted(
        handle,
        who,
        "cancelled",
        order,
        "what waits: " + reason,
        cancelling.cancelWait(handle, order, wait, who, reason));
  }

  private Order locked(Handle handle, String channel, String number) {
    return locked(
        handle,
        orders
            .idOf(handle, channel, number)
            .orElseThrow(
                () -> new ActionRefused("There is no order " + number + " of " + channel + ".")));
  }

  private Order locked(Handle handle, long id) {
    orders.lock(handle, Set.of(id));
    Order order = orders.load(handle, Set.of(id)).get(id);
    if (order == null) {
      throw new ActionRefused("There is no such order.");
    }
    ledger.lock(
        handle,
        order.lines().stream().map(OrderLine::sku).collect(Collectors.toCollection(TreeSet::new)));
    return order;
  }

  private static OrderLine line(Order order, String name) {
    return order.lines().stream()
        .filter(line -> line.line().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new ActionRefused("Order " + order.number() + " has no line " + name + "."));
  }

  private static String reason(String why) {
    String reason = why.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new ActionRefused("Say in 1 to " + LONGEST_REASON + " characters why.");
    }
    return reason;
  }

  private Done noted(
      Handle handle, Doer who, String what, Order order, String detail, Outcome outcome) {
    if (outcome.changed()) {
      audit.note(
          handle, who.name(), what, "order " + order.channel() + " " + order.number(), detail);
    }
    return outcome.done();
  }
}
