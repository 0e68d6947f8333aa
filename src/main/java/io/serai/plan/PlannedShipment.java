package io.serai.plan;

import java.util.List;

/** The part of an order that one supplier sends; its lines stand in the order of their ids. */
public record PlannedShipment(String supplier, List<PlannedLine> lines) {
  /** Keeps its own copy of the lines. */
  public PlannedShipment {
    lines = List.copyOf(lines);
  }
}
