package io.serai.sandbox.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults that the store has been told to make. Thread-safe. */
public final class Faults {
  private record Planned(Fault fault, String in) {}

  private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();

  /** Fails the next request. */
  public void next(Fault fault) {
    next(fault, 1, "");
  }

  /**
   * Fails the next requests whose document contains a text.
   *
   * @param times how many
   * @param in for instance {@code fulfillmentCreate}; an empty text is in every document
   */
  public void next(Fault fault, int times, String in) {
    for (int i = 0; i < times; i++) {
      planned.add(new Planned(fault, in));
    }
  }

  /** Makes no more faults. */
  public void clear() {
    planned.clear();
  }

  /** The fault to make in this request, which is then done with. */
  synchronized Optional<Fault> take(String document) {
    for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
      Planned next = each.next();
      if (document.contains(next.in())) {
        each.remove();
        return Optional.of(next.fault());
      }
    }
    return Optional.empty();
  }
}
