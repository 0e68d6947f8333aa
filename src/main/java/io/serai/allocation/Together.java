package io.serai.allocation;

import io.serai.plan.Totals;
import java.math.BigDecimal;
import java.util.List;

/**
 * What planning several orders together has come to.
 *
 * @param decisions one for each need, in their order
 * @param totals what the planner added up
 */
public record Together(List<Decision> decisions, Totals totals) {

  /**
   * What promises of several orders come to.
   *
   * @param shipments one for each order and supplier
   * @param price unit costs and handling fees, in the currency of the hub
   */
  public record Sum(int shipments, BigDecimal price) {}

  /** What these decisions come to. */
  public Sum sum() {
    return new Sum((int) totals.shipments(), totals.price());
  }

  /** Whether every unit can still be promised. */
  public boolean promisesAll() {
    return decisions.stream().allMatch(decision -> decision.waiting().isEmpty());
  }
}
