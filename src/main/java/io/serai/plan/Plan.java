package io.serai.plan;

import java.util.List;
import java.util.Optional;

/**
 * The answer of the planner for one order. Every unit of the order stands in it exactly once: in a
 * shipment or in a backorder.
 *
 * @param held true when the whole order waits until it can ship whole; then nothing ships, and
 *     every unit stands among the backorders
 * @param proven true when no better plan exists
 * @param shipments by supplier id
 * @param backorders by line, then by the day they are expected
 * @param score of what ships; all 0 when the order is held
 * @param bound when not proven: no plan is better than this, compared in the order of the
 *     priorities; empty when proven
 */
public record Plan(
    String order,
    boolean held,
    boolean proven,
    List<PlannedShipment> shipments,
    List<PlannedBackorder> backorders,
    Score score,
    Optional<Score> bound) {
  /** Keeps its own copies. */
  public Plan {
    shipments = List.copyOf(shipments);
    backorders = List.copyOf(backorders);
  }
}
