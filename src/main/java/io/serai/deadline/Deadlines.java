package io.serai.deadline;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.backorder.Backorder;
import io.serai.backorder.DeadlinePolicy;
import io.serai.backorder.DeadlineTerms;
import io.serai.backorder.Due;
import io.serai.backorder.DueWaits;
import io.serai.cancellation.Cancellation;
import io.serai.cancellation.Cancellation.By;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Ends what waits too long: warns the merchant before, and cancels the units when their time has
 * come, or when their customer was to say by then whether to wait on and has not.
 */
public final class Deadlines {
  private static final int BATCH = 200;

  private final OrderStore orders;
  private final DueWaits due;
  private final DeadlinePolicy policy;
  private final Cancellation cancellation;
  private final Alerts alerts;

  public Deadlines(
      OrderStore orders,
      DueWaits due,
      DeadlinePolicy policy,
      Cancellation cancellation,
      Alerts alerts) {
    this.orders = orders;
    this.due = due;
    this.policy = policy;
    this.cancellation = cancellation;
    this.alerts = alerts;
  }

  /** Cancels the next units whose time has come; true when there may be more. */
  public boolean cancel(Handle handle) {
    List<Due> silent = Locked.due(handle, orders, () -> due.unanswered(handle, BATCH));
    cancel(handle, silent, this::unanswered);
    List<Due> late = Locked.due(handle, orders, () -> due.toCancel(handle, BATCH));
    cancel(handle, late, this::tooLate);
    TreeSet<Long> held = new TreeSet<>(orders.ordersHeldTooLong(handle, BATCH));
    orders.lock(handle, held);
    Set<Long> lines = orders.linesHeldTooLong(handle, held);
    cancellation.cancelHeld(handle, held, lines::contains, "they cannot be had", By.HUB);
    return silent.size() == BATCH || late.size() == BATCH || held.size() == BATCH;
  }

  /** Warns the merchant of the next units that are cancelled soon; true when there may be more. */
  public boolean warn(Handle handle) {
    List<Due> soon = Locked.due(handle, orders, () -> due.toWarnOf(handle, BATCH));
    Map<Long, Order> known =
        orders.load(
            handle,
            soon.stream().map(one -> one.backorder().orderId()).collect(Collectors.toSet()),
            Set.of());
    alerts.raise(
        handle,
        soon.stream().map(one -> alert(one, known.get(one.backorder().orderId()))).toList());
    due.warned(handle, soon);
    return soon.size() == BATCH;
  }

  private interface Reason {
    String of(Due due);
  }

  private void cancel(Handle handle, List<Due> waits, Reason reason) {
    Map<String, List<Backorder>> byReason = new TreeMap<>();
    waits.forEach(
        one ->
            byReason
                .computeIfAbsent(reason.of(one), text -> new ArrayList<>())
                .add(one.backorder()));
    byReason.forEach((text, ended) -> cancellation.cancelWaits(handle, ended, text, By.HUB));
  }

  private String unanswered(Due late) {
    return "there was no answer by " + day(late.answerBy().orElseThrow());
  }

  private String tooLate(Due late) {
    Backorder wait = late.backorder();
    DeadlineTerms terms = terms(late);
    Instant uncapped = terms.cancelAt(wait.promisedAt(), Optional.empty());
    return wait.cancelAt().isBefore(uncapped)
        ? terms
            .capDay(wait.eta())
            .map(cap -> "the channel cancels by itself on " + cap)
            .orElse("they could not be had in time")
        : "they could not be had in time";
  }

  private Alert alert(Due soon, Order order) {
    Backorder wait = soon.backorder();
    return new Alert(
        "cancelled-soon",
        "cancelled-soon:" + wait.id(),
        Optional.of(order.id()),
        wait.quantity()
            + " units of "
            + wait.sku()
            + " in order "
            + order.number()
            + " of "
            + order.channel()
            + " are cancelled on "
            + day(wait.cancelAt())
            + " unless stock comes before ("
            + soon.estimate().told()
            + "); ask the supplier, or the customer.");
  }

  private DeadlineTerms terms(Due one) {
    return policy.terms(one.channel(), one.backorder().supplier(), one.backorder().sku());
  }

  private LocalDate day(Instant at) {
    return at.atZone(policy.zone()).toLocalDate();
  }
}
