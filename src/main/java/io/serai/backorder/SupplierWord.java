package io.serai.backorder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What one supplier has said of the next restock of a SKU, and what it usually takes.
 *
 * @param advised the date in its stock file
 * @param quantity the units in its stock file; 0 when it names none
 * @param answered the date in its last answer to a purchase order; its latest word counts, so a
 *     stock file that names another date goes before it
 * @param outSince since when it has had none
 * @param usualDays how long it usually has none, in days, where enough was measured
 */
record SupplierWord(
    String supplier,
    Optional<LocalDate> advised,
    int quantity,
    Optional<LocalDate> answered,
    Optional<LocalDate> outSince,
    OptionalInt usualDays) {

  /**
   * What can be expected from a day on. Whatever date has passed without a restock gives way once
   * to the usual delay from the day after; when that has passed too, nothing is known.
   */
  List<Expectation> expectations(LocalDate today) {
    Optional<LocalDate> named = advised.or(() -> answered);
    if (named.isPresent() && !named.get().isBefore(today)) {
      return named(named.get());
    }
    Stream<LocalDate> usual =
        named.isPresent()
            ? later(named.get(), 1)
            : outSince.stream()
                .flatMap(day -> later(day, 0))
                .flatMap(day -> Stream.concat(Stream.of(day), later(day, 1)));
    return usual.filter(day -> !day.isBefore(today)).limit(1).map(this::usual).toList();
  }

  private List<Expectation> named(LocalDate day) {
    boolean byAnswer = answered.equals(Optional.of(day));
    int units = byAnswer && advised.isEmpty() ? 0 : quantity;
    List<Expectation> all = new ArrayList<>();
    all.add(
        new Expectation(
            supplier, day, units, byAnswer ? EtaSource.ACKNOWLEDGMENT : EtaSource.ADVICE));
    if (units > 0) {
      later(day, 0).map(this::usual).forEach(all::add);
    }
    return all;
  }

  private Stream<LocalDate> later(LocalDate day, int more) {
    return usualDays.stream().mapToObj(days -> day.plusDays(more + days));
  }

  private Expectation usual(LocalDate day) {
    return new Expectation(supplier, day, 0, EtaSource.HISTORY);
  }
}
