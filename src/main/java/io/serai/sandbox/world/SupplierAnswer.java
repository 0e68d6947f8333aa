package io.serai.sandbox.world;

import java.time.Instant;

/**
 * One row of an acknowledgment that a supplier wrote.
 *
 * @param sku the supplier's own code
 * @param at simulated time
 */
public record SupplierAnswer(
    String supplier,
    String purchaseOrder,
    String line,
    String sku,
    int quantity,
    Status status,
    Instant at) {
  /** What a supplier says of some units of a line. */
  public enum Status {
    ACCEPTED,
    REJECTED,
    BACKORDERED,
    CANCELLED
  }
}
