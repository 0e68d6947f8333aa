package io.serai.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The dates along a queue, against a model that hands out unit by unit. */
class ArrivalsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  /** Units of one order in the queue, and which suppliers may not send them. */
  record Place(int units, List<String> refused) {}

  @Property
  void everyoneIsExpectedWhenTheLastOfTheirUnitsIs(
      @ForAll("shelves") Map<String, Integer> shelf,
      @ForAll("restocks") List<Expectation> restocks,
      @ForAll("queues") List<Place> queue) {
    Arrivals arrivals = new Arrivals(shelf, restocks);
    Model model = new Model(shelf, restocks);
    for (Place place : queue) {
      assertThat(
              arrivals
                  .next(place.units, supplier -> !place.refused.contains(supplier))
                  .flatMap(Estimate::date))
          .isEqualTo(model.next(place));
    }
  }

  @Property
  void withinAQueueOfEqualsNobodyIsExpectedBeforeThoseBeforeThem(
      @ForAll("restocks") List<Expectation> restocks, @ForAll("queues") List<Place> queue) {
    Arrivals arrivals = new Arrivals(Map.of(), restocks);
    LocalDate before = LocalDate.MIN;
    for (Place place : queue) {
      LocalDate date =
          arrivals
              .next(place.units, supplier -> true)
              .flatMap(Estimate::date)
              .orElse(LocalDate.MAX);
      assertThat(date).isAfterOrEqualTo(before);
      before = date;
    }
  }

  @Provide
  Arbitrary<Map<String, Integer>> shelves() {
    return Arbitraries.maps(suppliers(), Arbitraries.integers().between(0, 3)).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Expectation>> restocks() {
    return Combinators.combine(
            suppliers(),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(EtaSource.ADVICE, EtaSource.ACKNOWLEDGMENT, EtaSource.HISTORY))
        .as(
            (supplier, day, units, source) ->
                new Expectation(
                    supplier, DAY.plusDays(day), source == EtaSource.HISTORY ? 0 : units, source))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Place>> queues() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4), suppliers().list().uniqueElements().ofMaxSize(1))
        .as(Place::new)
        .list()
        .ofMaxSize(8);
  }

  private static Arbitrary<String> suppliers() {
    return Arbitraries.of("east", "north", "south");
  }

  /** Every unit that comes, one by one; those of unknown number often enough for all. */
  private static final class Model {
    private record Unit(String supplier, Optional<LocalDate> date) {}

    private final List<Unit> units = new ArrayList<>();

    Model(Map<String, Integer> shelf, List<Expectation> restocks) {
      shelf.forEach((supplier, count) -> add(count, new Unit(supplier, Optional.empty())));
      List<Expectation> named =
          restocks.stream().filter(one -> one.source() != EtaSource.HISTORY).toList();
      LocalDate last = named.stream().map(Expectation::date).max(LocalDate::compareTo).orElse(DAY);
      named.stream()
          .sorted(Comparator.comparing(Expectation::date).thenComparing(Expectation::supplier))
          .forEach(
              one ->
                  add(
                      one.quantity() == 0 ? 1_000 : one.quantity(),
                      new Unit(one.supplier(), Optional.of(one.date()))));
      restocks.stream()
          .filter(one -> one.source() == EtaSource.HISTORY)
          .map(
              one -> {
                LocalDate day = one.date().isBefore(last) ? last : one.date();
                return new Unit(one.supplier(), Optional.of(day));
              })
          .sorted(
              Comparator.comparing((Unit unit) -> unit.date.orElseThrow())
                  .thenComparing(Unit::supplier))
          .forEach(unit -> add(1_000, unit));
    }

    private void add(int count, Unit unit) {
      for (int i = 0; i < count; i++) {
        units.add(unit);
      }
    }

    Optional<LocalDate> next(Place place) {
      LocalDate last = LocalDate.MIN;
      for (int i = 0; i < place.units; i++) {
        Optional<Unit> unit =
            units.stream().filter(one -> !place.refused.contains(one.supplier)).findFirst();
        if (unit.isEmpty()) {
          return Optional.empty();
        }
        units.remove(unit.get());
        LocalDate day = unit.get().date.orElse(LocalDate.MIN);
        last = day.isAfter(last) ? day : last;
      }
      return last.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(last);
    }
  }
}
