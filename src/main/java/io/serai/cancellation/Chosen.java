package io.serai.cancellation;

import io.serai.backorder.Backorder;
import io.serai.order.OrderLine;
import io.serai.order.Place;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which units go when some are no longer wanted: first those that are farthest from the customer.
 * Those that are held for a person, those that wait (the last in the queue first), those that are
 * promised and in no purchase order (the last promised first), and then those that a supplier has
 * been asked for: the ones it has not confirmed before the ones it has.
 */
final class Chosen {
  final Map<OrderLine, Integer> held = new LinkedHashMap<>();
  final Map<Backorder, Integer> waiting = new LinkedHashMap<>();
  final List<Settled> planned = new ArrayList<>();
  final Map<Reservation, Integer> asked = new LinkedHashMap<>();
  int left;

  private Chosen() {}

  /**
   * Chooses among the units of an order.
   *
   * @param waits of the order, in queue order
   * @param unwritten its promises that stand in no purchase order
   * @param written those that do
   */
  static Chosen of(
      List<Wish> wishes,
      List<OrderLine> lines,
      List<Backorder> waits,
      List<Reservation> unwritten,
      List<Reservation> written) {
    Chosen chosen = new Chosen();
    for (Wish wish : wishes) {
      int left = wish.units();
      left -= chosen.takeHeld(of(lines, wish, OrderLine::id), left);
      left -= chosen.takeWaiting(backwards(of(waits, wish, Backorder::orderLineId)), left);
      left -= chosen.takePlanned(newest(of(unwritten, wish, Reservation::orderLineId)), left);
      List<Reservation> asked = newest(of(written, wish, Reservation::orderLineId));
      left -= chosen.takeAsked(asked, left, false);
      left -= chosen.takeAsked(asked, left, true);
      chosen.left += left;
    }
    return chosen;
  }

  private int takeHeld(List<OrderLine> lines, int units) {
    int taken = 0;
    for (OrderLine line : lines) {
      int some = Math.min(units - taken, line.in(Place.HELD));
      if (some > 0) {
        held.put(line, some);
        taken += some;
      }
    }
    return taken;
  }

  private int takeWaiting(List<Backorder> waits, int units) {
    int taken = 0;
    for (Backorder wait : waits) {
      int some = Math.min(units - taken, wait.quantity());
      if (some > 0) {
        waiting.put(wait, some);
        taken += some;
      }
    }
    return taken;
  }

  private int takePlanned(List<Reservation> promises, int units) {
    int taken = 0;
    for (Reservation promise : promises) {
      int some = Math.min(units - taken, promise.open());
      if (some > 0) {
        planned.add(new Settled(promise, some));
        taken += some;
      }
    }
    return taken;
  }

  private int takeAsked(List<Reservation> promises, int units, boolean confirmed) {
    int taken = 0;
    for (Reservation promise : promises) {
      int before = asked.getOrDefault(promise, 0);
      int free = promise.open() - promise.recalled() - before;
      int some =
          Math.min(units - taken, confirmed ? free : Math.min(free, promise.unanswered() - before));
      if (some > 0) {
        asked.put(promise, before + some);
        taken += some;
      }
    }
    return taken;
  }

  private interface LineOf<T> {
    long id(T of);
  }

  private static <T> List<T> of(List<T> all, Wish wish, LineOf<T> line) {
    return all.stream().filter(one -> wish.lines().contains(line.id(one))).toList();
  }

  private static List<Reservation> newest(List<Reservation> promises) {
    return promises.stream().sorted(Comparator.comparing(Reservation::id).reversed()).toList();
  }

  private static List<Backorder> backwards(List<Backorder> waits) {
    List<Backorder> reversed = new ArrayList<>(waits);
    Collections.reverse(reversed);
    return reversed;
  }
}
