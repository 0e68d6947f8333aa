package io.serai.plan;

import java.util.List;

/**
 * The answer for several orders that share one stock.
 *
 * @param plans one for each order, in the order they were given
 * @param joint what these plans come to
 * @param oneByOne what planning each order in turn would have come to
 */
public record JointPlan(List<Plan> plans, Totals joint, Totals oneByOne) {
  /** Keeps its own copy. */
  public JointPlan {
    plans = List.copyOf(plans);
  }

  /** Shipments that planning together saves. */
  public long savedShipments() {
    return oneByOne.shipments() - joint.shipments();
  }
}
