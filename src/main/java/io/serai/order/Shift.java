package io.serai.order;

/** Units of one order line that move from one place to another. */
public record Shift(long orderLineId, Place from, Place to, int quantity) {
  public Shift {
    if (quantity <= 0) {
      throw new IllegalArgumentException("a shift moves at least one unit, not " + quantity);
    }
  }
}
