package io.serai.backorder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What comes of one SKU, handed out along its queue: what lies on the shelf first, then what
 * suppliers have named a date for, the earliest first, and then what they usually send. A restock
 * of which nobody has said how much covers all that is behind. Whoever is asked for later in the
 * queue gets what those before have left.
 */
public final class Arrivals {
  private static final long ALL = Long.MAX_VALUE;

  private final List<Source> shelf = new ArrayList<>();
  private final List<Source> coming = new ArrayList<>();

  private static final class Source {
    private final Expectation expected;
    private long left;

    Source(Expectation expected, long left) {
      this.expected = expected;
      this.left = left;
    }
  }

  /**
   * The arrivals of a SKU.
   *
   * @param onShelf units that can be promised now, by supplier
   */
  public Arrivals(Map<String, Integer> onShelf, List<Expectation> expected) {
    onShelf.forEach(
        (supplier, units) ->
            shelf.add(
                new Source(
                    new Expectation(supplier, LocalDate.MIN, units, EtaSource.NONE), units)));
    LocalDate lastNamed =
        expected.stream()
            .filter(one -> one.source() != EtaSource.HISTORY)
            .map(Expectation::date)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    expected.stream()
        .map(one -> one.source() == EtaSource.HISTORY ? notBefore(one, lastNamed) : one)
        .sorted(
            Comparator.comparing((Expectation one) -> one.source() == EtaSource.HISTORY)
                .thenComparing(Expectation::date)
                .thenComparing(Expectation::supplier))
        .forEach(one -> coming.add(new Source(one, one.quantity() == 0 ? ALL : one.quantity())));
  }

  // What is usual serves those behind the named restocks, so it is not expected before them.
  private static Expectation notBefore(Expectation usual, LocalDate named) {
    return usual.date().isBefore(named)
        ? new Expectation(usual.supplier(), named, usual.quantity(), usual.source())
        : usual;
  }

  /**
   * Hands out units to the next in the queue.
   *
   * @param serves which suppliers may serve them
   * @return when the last of them is expected; empty when all of them lie on the shelf
   */
  public Optional<Estimate> next(long units, Predicate<String> serves) {
    long rest = take(shelf, units, serves).rest;
    if (rest == 0) {
      return Optional.empty();
    }
    Taken taken = take(coming, rest, serves);
    return Optional.of(
        taken.rest > 0 || taken.last == null
            ? Estimate.NONE
            : new Estimate(
                Optional.of(taken.last.supplier()),
                Optional.of(taken.last.date()),
                taken.last.source()));
  }

  /** The units that lie on the shelf. */
  public long onShelf() {
    return shelf.stream().mapToLong(source -> source.left).sum();
  }

  /** From now on nothing lies on the shelf: whoever comes new could not be served from it. */
  public void emptyShelf() {
    shelf.clear();
  }

  private record Taken(long rest, Expectation last) {}

  private static Taken take(List<Source> sources, long units, Predicate<String> serves) {
    long rest = units;
    Expectation last = null;
    for (Source source : sources) {
      if (rest > 0 && source.left > 0 && serves.test(source.expected.supplier())) {
        long some = Math.min(rest, source.left);
        source.left -= source.left == ALL ? 0 : some;
        rest -= some;
        last = last == null || source.expected.date().isAfter(last.date()) ? source.expected : last;
      }
    }
    return new Taken(rest, last);
  }
}
