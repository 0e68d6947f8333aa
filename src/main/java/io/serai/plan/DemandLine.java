package io.serai.plan;

import java.util.Objects;

/**
 * One line of an order: a SKU and how many units of it.
 *
 * @param line the line's id, unique in its order
 * @param quantity units wanted, at least 1
 */
public record DemandLine(String line, String sku, int quantity) {
  /** Checks the line. */
  public DemandLine {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(sku, "sku");
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "line " + line + ": quantity is " + quantity + "; a line wants at least 1 unit");
    }
  }
}
