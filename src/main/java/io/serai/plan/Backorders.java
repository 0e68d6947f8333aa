package io.serai.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the units that do not ship now wait for: stock that is there but that the rules of the split
 * leave unused, then the earliest restock, then the priorities, then the supplier id.
 */
final class Backorders {
  private final Screening screening;
  private final Map<String, List<Source>> sources = new HashMap<>();

  /** Units of one SKU that one supplier has or expects. */
  private static final class Source {
    final Offer offer;
    final Optional<LocalDate> date;
    long units;

    Source(Offer offer, Optional<LocalDate> date, long units) {
      this.offer = offer;
      this.date = date;
      this.units = units;
    }
  }

  /**
   * @param shipped units that ship now, by supplier, of each SKU that is short
   */
  Backorders(Screening screening, Iterable<Offer> offers, Map<String, Map<String, Long>> shipped) {
    this.screening = screening;
    for (Offer offer : offers) {
      Map<String, Long> used = shipped.get(offer.sku());
      if (used != null && screening.allows(offer)) {
        addSources(offer, used.getOrDefault(offer.supplier(), 0L));
      }
    }
    sources.values().forEach(list -> list.sort(order()));
  }

  private void addSources(Offer offer, long used) {
    List<Source> list = sources.computeIfAbsent(offer.sku(), sku -> new ArrayList<>());
    long unused = screening.usable(offer) - used;
    if (unused > 0) {
      list.add(new Source(offer, Optional.empty(), unused));
    }
    offer
        .restock()
        .filter(restock -> isCredible(offer, restock))
        .ifPresent(
            restock -> list.add(new Source(offer, Optional.of(restock.date()), units(restock))));
    list.add(new Source(offer, Optional.of(LocalDate.MAX), Long.MAX_VALUE));
  }

  /** A day that has passed without the stock is no promise any more. */
  private boolean isCredible(Offer offer, Restock restock) {
    return screening
        .at()
        .map(at -> !restock.date().isBefore(screening.rules().terms(offer.supplier()).today(at)))
        .orElse(true);
  }

  private static long units(Restock restock) {
    return restock.quantity() == 0 ? Long.MAX_VALUE : restock.quantity();
  }

  private Comparator<Source> order() {
    Comparator<Source> order =
        Comparator.comparing((Source source) -> source.date.orElse(LocalDate.MIN));
    for (Priority priority : screening.rules().prioritize()) {
      switch (priority) {
        case PRICE -> order = order.thenComparing(source -> source.offer.cost());
        case SPEED -> order = order.thenComparing(source -> screening.leadDays(source.offer));
        case PREFERENCE -> order = order.thenComparing(source -> source.offer.rank());
        case STOCK -> order = order.thenComparing(source -> -source.offer.quantity());
        case SHIPMENTS -> {
          // What ships later is a shipment of its own, whoever sends it.
        }
      }
    }
    return order.thenComparing(source -> source.offer.supplier());
  }

  /** Takes units of a SKU from the best source that has some, for one line. */
  List<PlannedBackorder> of(String line, String sku, long units) {
    List<PlannedBackorder> backorders = new ArrayList<>();
    long rest = units;
    for (Source source : sources.getOrDefault(sku, List.of())) {
      long some = Math.min(rest, source.units);
      if (some > 0) {
        backorders.add(backorder(line, some, source));
        source.units -= some;
        rest -= some;
      }
    }
    if (rest > 0) {
      backorders.add(new PlannedBackorder(line, (int) rest, Optional.empty(), Optional.empty()));
    }
    return backorders;
  }

  private static PlannedBackorder backorder(String line, long units, Source source) {
    return new PlannedBackorder(
        line,
        (int) units,
        Optional.of(source.offer.supplier()),
        source.date.filter(date -> date.isBefore(LocalDate.MAX)));
  }
}
