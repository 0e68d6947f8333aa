package io.serai.deadline;

import io.serai.backorder.Backorder;
import io.serai.backorder.DeadlinePolicy;
import io.serai.backorder.DeadlineTerms;
import io.serai.backorder.Due;
import io.serai.backorder.DueWaits;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.notify.Letters;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Tells customers of delays: once when they have waited long, and again whenever the date that they
 * were told of changes. From the second delay on, an answer may be wanted of them.
 */
public final class DelayNotices {
  private static final int BATCH = 200;

  private final Clock clock;
  private final DeliveryStore deliveries;
  private final OrderStore orders;
  private final DueWaits due;
  private final DeadlinePolicy policy;
  private final Letters letters;
  private final Timeline timeline;

  public DelayNotices(
      Clock clock,
      DeliveryStore deliveries,
      OrderStore orders,
      DueWaits due,
      DeadlinePolicy policy,
      Letters letters,
      Timeline timeline) {
    this.clock = clock;
    this.deliveries = deliveries;
    this.orders = orders;
    this.due = due;
    this.policy = policy;
    this.letters = letters;
    this.timeline = timeline;
  }

  /** Writes to the next customers who are to be told; true when there may be more. */
  public boolean tell(Handle handle) {
    Set<Long> ids =
        due.toTell(handle, BATCH).stream()
            .map(one -> one.backorder().orderId())
            .collect(Collectors.toSet());
    orders.lock(handle, ids);
    List<Due> all = due.toTellOf(handle, ids);
    Map<Due, Optional<Instant>> later = new HashMap<>();
    List<Notice> notices = new ArrayList<>();
    for (Due one : all) {
      DeadlineTerms terms =
          policy.terms(one.channel(), one.backorder().supplier(), one.backorder().sku());
      if (isChange(one, terms) || isFirst(one, terms)) {
        notices.add(Notice.of(one, terms, clock.instant()));
      } else {
        later.put(one, first(one, terms));
      }
    }
    due.tellLater(handle, later);
    write(handle, notices);
    return all.size() >= BATCH;
  }

  private static boolean isChange(Due one, DeadlineTerms terms) {
    return one.hasBeenTold() && terms.mustTell(one.toldEta(), one.backorder().eta());
  }

  private boolean isFirst(Due one, DeadlineTerms terms) {
    return one.delaysTold() == 0
        && !terms.notifyAt(one.backorder().promisedAt()).isAfter(clock.instant());
  }

  // An estimate that has come back to what the customer knows is no news.
  private static Optional<Instant> first(Due one, DeadlineTerms terms) {
    return one.delaysTold() == 0
        ? Optional.of(terms.notifyAt(one.backorder().promisedAt()))
        : Optional.empty();
  }

  private void write(Handle handle, List<Notice> notices) {
    Map<Long, List<Notice>> byOrder = new TreeMap<>();
    notices.forEach(
        notice ->
            byOrder
                .computeIfAbsent(notice.due().backorder().orderId(), id -> new ArrayList<>())
                .add(notice));
    List<Owed> owed = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    orders
        .load(
            handle,
            byOrder.keySet(),
            notices.stream()
                .map(notice -> notice.backorder().orderLineId())
                .collect(Collectors.toSet()))
        .values()
        .forEach(
            order -> {
              List<Notice> told = byOrder.get(order.id());
              owed.addAll(letter(order, told));
              told.forEach(notice -> entries.add(entry(notice)));
            });
    deliveries.owe(handle, owed);
    timeline.write(handle, entries);
    note(handle, notices);
  }

  private List<Owed> letter(Order order, List<Notice> notices) {
    return letters.delayed(
        new Letters.About(order.id(), order.channel(), order.number(), order.customer()),
        order.channel() + ":" + order.number() + ":" + Notice.key(notices),
        items(order, notices),
        new Letters.Delay(
            notices.stream().anyMatch(Notice::isRenewed),
            notices.stream().allMatch(Notice::isSooner),
            notices.stream()
                .flatMap(notice -> notice.answerBy().stream())
                .min(Instant::compareTo)
                .map(at -> at.atZone(policy.zone()).toLocalDate())));
  }

  /** What a customer reads as one wait: units of a line that are expected on the same day. */
  private record SameDay(long orderLineId, Optional<LocalDate> eta) {}

  private static List<Letters.WaitingItem> items(Order order, List<Notice> notices) {
    Map<SameDay, Integer> units = new LinkedHashMap<>();
    for (Notice notice : notices) {
      Backorder wait = notice.backorder();
      units.merge(new SameDay(wait.orderLineId(), wait.eta()), wait.quantity(), Integer::sum);
    }
    Map<Long, OrderLine> lines =
        order.lines().stream().collect(Collectors.toMap(OrderLine::id, line -> line));
    List<Letters.WaitingItem> items = new ArrayList<>();
    units.forEach(
        (wait, quantity) -> {
          OrderLine line = lines.get(wait.orderLineId());
          items.add(
              new Letters.WaitingItem(
                  new Letters.Item(line.title(), line.sku(), quantity), wait.eta()));
        });
    return items;
  }

  private Entry entry(Notice notice) {
    String answer =
        notice
            .answerBy()
            .map(at -> "; an answer is wanted by " + at.atZone(policy.zone()).toLocalDate())
            .orElse("");
    return new Entry(
        notice.backorder().orderId(),
        "told",
        "The customer is told of "
            + (notice.isSooner() ? "an earlier date" : "the delay")
            + " of "
            + notice.backorder().quantity()
            + " units of "
            + notice.backorder().sku()
            + ": "
            + notice.due().estimate().told()
            + answer
            + ".");
  }

  private void note(Handle handle, List<Notice> notices) {
    Map<Due, Boolean> told = new HashMap<>();
    Map<Due, Instant> answers = new HashMap<>();
    for (Notice notice : notices) {
      told.put(notice.due(), !notice.isSooner());
      notice.answerBy().ifPresent(at -> answers.put(notice.due(), at));
    }
    due.told(handle, told, answers);
  }
}
