package io.serai.plan;

import java.util.Set;

/**
 * A set of SKUs of which an order's units ship together or wait together; SKUs that an order does
 * not want do not matter to it.
 *
 * @param skus the set
 * @param oneShipment true when one supplier must send all of it; false when several may, on the
 *     same day
 */
public record Together(Set<String> skus, boolean oneShipment) {
  /** Keeps its own copy of the set. */
  public Together {
    skus = Set.copyOf(skus);
  }
}
