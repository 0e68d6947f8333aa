package io.serai.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the hub should make of one SKU that one supplier ships, in the simplest words: a count, a
 * list of promises, a list of those who wait.
 */
final class QueueModel {
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration CANCEL_AFTER = Duration.ofDays(14);

  private int reported;
  private int onHand;
  private long joined;
  private final Map<String, Bought> orders = new TreeMap<>();
  private final List<Promised> promises = new ArrayList<>();
  private final List<Waits> waits = new ArrayList<>();

  private static final class Bought {
    private int priority;
    private int shipped;
    private int cancelled;
    private boolean stopped;
    private boolean refused;
    private Instant since;
    private Instant cancelAt;
  }

  /** Units promised at once; they become one line of a purchase order. */
  static final class Promised {
    private final String order;
    private final Instant leavesAt;
    private int open;
    private int acknowledged;
    private boolean sent;

    private Promised(String order, int units, Instant leavesAt) {
      this.order = order;
      this.open = units;
      this.leavesAt = leavesAt;
    }

    int open() {
      return open;
    }

    int unanswered() {
      return open - acknowledged;
    }

    boolean sent() {
      return sent;
    }
  }

  private record Waits(String order, int priority, Instant since, long joined, int[] units) {}

  /** An order for units comes in. */
  void order(String number, int priority, int units, Instant now) {
    Bought order = new Bought();
    order.priority = priority;
    orders.put(number, order);
    int now0 = Math.min(units, Math.max(0, free() - awaited()));
    promise(number, now0, now);
    await(number, units - now0, now);
  }

  /** The supplier's stock file says how many it has. */
  void count(int units, Instant now) {
    reported = units;
    onHand = Math.max(units, reserved());
    int missing = reserved() - reported;
    Map<String, Integer> takenBack = new TreeMap<>();
    for (int i = promises.size() - 1; i >= 0 && missing > 0; i--) {
      Promised promised = promises.get(i);
      if (!promised.sent && promised.open > 0) {
        int back = Math.min(missing, promised.open);
        missing -= back;
        promised.open -= back;
        takenBack.merge(promised.order, back, Integer::sum);
      }
    }
    takenBack.forEach((order, back) -> await(order, back, now));
    onHand = Math.max(reported, reserved());
  }

  /** The supplier answers: some units it confirms, some it will not ship. */
  void answer(Promised promised, int accepted, int refused, boolean forGood, Instant now) {
    promised.acknowledged += accepted;
    if (refused == 0) {
      return;
    }
    promised.open -= refused;
    Bought order = orders.get(promised.order);
    if (order.stopped) {
      // The supplier has been asked to stop these, and has: that says nothing of what it has left.
      order.cancelled += refused;
      onHand = Math.max(reported, reserved());
    } else {
      reported = Math.min(reported, reserved());
      onHand = reserved();
      order.refused |= forGood;
      await(promised.order, refused, now);
      if (forGood) {
        askNoMore(promised.order, now);
      }
    }
  }

  // Who has refused an order's units for good is not asked for the rest of them.
  private void askNoMore(String number, Instant now) {
    int unasked = 0;
    for (Promised promised : promises) {
      if (promised.order.equals(number) && !promised.sent) {
        unasked += promised.open;
        promised.open = 0;
      }
    }
    onHand = Math.max(reported, reserved());
    await(number, unasked, now);
  }

  /** The supplier ships. */
  void ship(Promised promised, int units) {
    promised.open -= units;
    promised.acknowledged = Math.max(0, promised.acknowledged - units);
    onHand -= units;
    reported = Math.max(0, reported - units);
    orders.get(promised.order).shipped += units;
  }

  /** The channel cancels an order: what is with the supplier stays there. */
  void cancel(String number) {
    Bought order = orders.get(number);
    order.stopped = true;
    cancelWaits(number);
    for (Promised promised : promises) {
      if (promised.order.equals(number) && !promised.sent) {
        order.cancelled += promised.open;
        promised.open = 0;
      }
    }
    onHand = Math.max(reported, reserved());
  }

  /** Those who have waited too long are cancelled. */
  void keepDeadlines(Instant now) {
    for (Map.Entry<String, Bought> order : orders.entrySet()) {
      if (order.getValue().cancelAt != null && !order.getValue().cancelAt.isAfter(now)) {
        cancelWaits(order.getKey());
      }
    }
  }

  /** Free units go to those who wait, in their order. */
  void release(Instant now) {
    for (Waits wait : queue()) {
      if (!orders.get(wait.order).refused) {
        int units = Math.min(wait.units[0], free());
        wait.units[0] -= units;
        promise(wait.order, units, now.plus(WINDOW));
      }
    }
  }

  /** Purchase orders that are due go out. */
  void send(Instant now) {
    promises.stream().filter(each -> !each.leavesAt.isAfter(now)).forEach(each -> each.sent = true);
  }

  List<Promised> promises() {
    return promises;
  }

  /**
   * Where the units of each order stand: planned, sent, acknowledged, shipped, waiting, cancelled.
   */
  Map<String, List<Integer>> places() {
    Map<String, List<Integer>> places = new TreeMap<>();
    orders.forEach(
        (number, order) -> {
          int[] units = {0, 0, 0, order.shipped, 0, order.cancelled};
          for (Promised promised : promises) {
            if (promised.order.equals(number)) {
              units[0] += promised.sent ? 0 : promised.open;
              units[1] += promised.sent ? promised.unanswered() : 0;
              units[2] += promised.acknowledged;
            }
          }
          waits.stream().filter(w -> w.order.equals(number)).forEach(w -> units[4] += w.units[0]);
          places.put(number, List.of(units[0], units[1], units[2], units[3], units[4], units[5]));
        });
    return places;
  }

  /** Who waits, and for how many, in the order in which they are served. */
  List<String> waiting() {
    return queue().stream().map(wait -> wait.order + " " + wait.units[0]).toList();
  }

  /** What the offer says: reported, on hand, reserved. */
  List<Integer> offer() {
    return List.of(reported, onHand, reserved());
  }

  private List<Waits> queue() {
    return waits.stream()
        .filter(wait -> wait.units[0] > 0)
        .sorted(
            Comparator.comparing((Waits wait) -> -wait.priority)
                .thenComparing(Waits::since)
                .thenComparing(Waits::joined))
        .toList();
  }

  private void promise(String number, int units, Instant leavesAt) {
    if (units > 0) {
      Instant joins =
          promises.stream()
              .filter(each -> each.order.equals(number) && !each.sent && each.open > 0)
              .map(each -> each.leavesAt)
              .findFirst()
              .orElse(leavesAt);
      promises.add(new Promised(number, units, joins));
    }
  }

  private void await(String number, int units, Instant now) {
    if (units > 0) {
      Bought order = orders.get(number);
      order.since = order.since == null ? now : order.since;
      order.cancelAt = order.cancelAt == null ? now.plus(CANCEL_AFTER) : order.cancelAt;
      waits.add(new Waits(number, order.priority, order.since, ++joined, new int[] {units}));
    }
  }

  private void cancelWaits(String number) {
    for (Waits wait : waits) {
      if (wait.order.equals(number)) {
        orders.get(number).cancelled += wait.units[0];
        wait.units[0] = 0;
      }
    }
  }

  private int reserved() {
    return promises.stream().mapToInt(Promised::open).sum();
  }

  private int free() {
    return onHand - reserved();
  }

  private int awaited() {
    return waits.stream().mapToInt(wait -> wait.units[0]).sum();
  }
}
