package io.serai.sandbox.supplier;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done, and when, in simulated time. Used by the suppliers' one thread only. */
final class Agenda {
  private record Entry(Instant at, long entered, Runnable act) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::entered));
  private long entered;

  void at(Instant when, Runnable act) {
    entries.add(new Entry(when, entered++, act));
  }

  /** Does all that is due, in order of its time. */
  void run(Instant now) {
    while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) {
      entries.poll().act().run();
    }
  }

  int size() {
    return entries.size();
  }
}
