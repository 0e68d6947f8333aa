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
  private Count count;
  private Optional<Expected> expected = Optional.empty();

  /** How the books compare with what is there, which shows when somebody goes to fetch units. */
  enum Count {
    RIGHT,
    SOME_MISSING,
    ALL_MISSING
  }

  /** Stock that is to come in. */
  record Expected(Instant at, int quantity) {}

  Shelf(String sku, int onHand, BigDecimal unitCost, Count count) {
    this.sku = sku;
    this.onHand = onHand;
    this.unitCost = unitCost;
    this.count = count;
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

  /**
   * Goes to fetch units, and corrects the books when they turn out wrong. Tells what is missing.
   */
  int check(int wanted) {
    if (count == Count.RIGHT || free() <= 0) {
      return 0;
    }
    int there = count == Count.ALL_MISSING ? 0 : Math.min(wanted, free()) / 2;
    int missing = free() - there;
    onHand -= missing;
    count = Count.RIGHT;
    return missing;
  }

  /** The expected stock, or any other, comes in. */
  void receive(int units) {
    onHand += units;
    expected = Optional.empty();
  }
}
