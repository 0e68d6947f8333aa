package io.serai.sandbox.rest;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults that a channel has been told to make. Thread-safe. */
public final class Faults {
  private record Planned(Fault fault, String in) {}

  private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();
  private volatile Duration silence = Duration.ofSeconds(1);

  /** Fails the next request. */
  public void next(Fault fault) {
    next(fault, 1, "");
  }

  /**
   * Fails the next requests that a text is found in.
   *
   * @param times how many
   * @param in for instance {@code searchOrders} or {@code paginationToken=}: it is looked for in
   *     the name of the operation, the method and the address, or for GraphQL in the document; an
   *     empty text is in every request
   */
  public void next(Fault fault, int times, String in) {
    for (int i = 0; i < times; i++) {
      planned.add(new Planned(fault, in));
    }
  }

  /** How long {@link Fault#NO_ANSWER} keeps silent before it drops the connection; real time. */
  public void keepSilentFor(Duration other) {
    silence = other;
  }

  /** How many faults are still to be made. */
  public int left() {
    return planned.size();
  }

  /** The faults that are still to be made. */
  @Override
  public String toString() {
    return planned.toString();
  }

  /** Makes no more faults. */
  public void clear() {
    planned.clear();
  }

  Duration silence() {
    return silence;
  }

  /** The fault to make in this request, which is then done with. */
  synchronized Optional<Fault> take(String request) {
    for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
      Planned next = each.next();
      if (request.contains(next.in())) {
        each.remove();
        return Optional.of(next.fault());
      }
    }
    return Optional.empty();
  }
}
