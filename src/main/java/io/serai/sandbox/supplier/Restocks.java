package io.serai.sandbox.supplier;

import io.serai.sandbox.supplier.StockScript.Scarcity;
import io.serai.sandbox.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings in new stock. A scarce SKU is restocked some days after it ran low, wherever that was, or
 * some days after the last sale when nobody took the rest. Used by the suppliers' one thread only.
 */
final class Restocks {
  private static final double LOW = 0.2;

  private record Place(Supplier supplier, Shelf shelf) {}

  private final StockScript script;
  private final Agenda agenda;
  private final Clock clock;
  private final World world;
  private final Map<String, List<Shelf>> shelves = new HashMap<>();
  private final Map<String, Place> open = new LinkedHashMap<>();

  Restocks(StockScript script, Agenda agenda, Clock clock, World world) {
    this.script = script;
    this.agenda = agenda;
    this.clock = clock;
    this.world = world;
  }

  /**
   * Follows a SKU.
   *
   * @param everywhere the shelves of all suppliers that carry it
   * @param supplier who restocks it, if it is to be
   */
  void follow(String sku, List<Shelf> everywhere, Supplier supplier, Shelf shelf) {
    shelves.put(sku, everywhere);
    Scarcity scarcity = script.scarce().get(sku);
    if (scarcity != null && scarcity.isRestocked()) {
      open.put(sku, new Place(supplier, shelf));
      expect(supplier, shelf, scarcity.restock(), scarcity.atLatest());
    }
  }

  /** Looks whether a SKU has run low. */
  void stockFell(String sku) {
    Place place = open.get(sku);
    if (place == null || script.scarce().get(sku).atFirst() == 0) {
      return;
    }
    Scarcity scarcity = script.scarce().get(sku);
    int free = shelves.get(sku).stream().mapToInt(Shelf::free).sum();
    if (free <= scarcity.atFirst() * LOW) {
      open.remove(sku);
      expect(place.supplier(), place.shelf(), scarcity.restock(), scarcity.delay());
    }
  }

  /** Stock that comes in after a while. */
  void expect(Supplier supplier, Shelf shelf, int units, Duration after) {
    expect(supplier, shelf, units, clock.instant().plus(after));
  }

  private void expect(Supplier supplier, Shelf shelf, int units, Instant at) {
    Instant sooner = shelf.expected().map(Shelf.Expected::at).filter(at::isAfter).orElse(at);
    shelf.expect(new Shelf.Expected(sooner, units));
    supplier.changed(shelf);
    agenda.at(sooner, () -> arrive(supplier, shelf));
  }

  private void arrive(Supplier supplier, Shelf shelf) {
    shelf
        .expected()
        .filter(restock -> !restock.at().isAfter(clock.instant()))
        .ifPresent(
            restock -> {
              open.remove(shelf.sku());
              shelf.receive(restock.quantity());
              supplier.changed(shelf);
              world.restocked();
            });
  }
}
