package io.serai.sandbox.supplier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What a supplier has of one SKU. Used by the suppliers' one thread only. */
final class Shelf {
  private final String sku;
  private final BigDecimal unitCost;
  private int onHand;
  private int allocated;
  private Optional<Expected> expected = Optional.empty();

  /** Stock that is to come in. */
  record Expected(Instant at, int quantity) {}

  Shelf(String sku, int onHand, BigDecimal unitCost) {
    this.sku = sku;
    this.onHand = onHand;
    this.unitCost = unitCost;
  }

  /** The shop's SKU. */
  String sku() {
    return sku;
  }

  BigDecimal unitCost() {
    return unitCost;
  }

  /** Physically there, promised or not. */
  int onHand() {
    return onHand;
  }

  /** There and promised to nobody. */
  int free() {
    return onHand - allocated;
  }

  Optional<Expected> expected() {
    return expected;
  }

  void expect(Expected restock) {
    expected = Optional.of(restock);
  }

  void allocate(int units) {
    allocated += units;
  }

  /** Promised units leave. */
  void ship(int units) {
    allocated -= units;
    onHand -= units;
  }

  /** Free units turn out not to be there. */
  void lose(int units) {
    onHand -= units;
  }

  /** The expected stock, or any other, comes in. */
  void receive(int units) {
    onHand += units;
    expected = Optional.empty();
  }
}
