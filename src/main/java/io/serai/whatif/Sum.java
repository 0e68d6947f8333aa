package io.serai.whatif;

import io.serai.plan.Plan;
import io.serai.plan.PlannedBackorder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the plans of all orders come to.
 *
 * @param split orders that several suppliers ship
 * @param shipments of all orders
 * @param units that ship now
 * @param cost of these units and of handling, in the one currency of the plans
 * @param held orders that wait until they can ship whole
 * @param backordered units that do not ship now, those of held orders included
 * @param leadDays the mean, over the orders of which anything ships, of the longest lead time;
 *     nothing when none ships
 */
public record Sum(
    int orders,
    int split,
    int shipments,
    long units,
    BigDecimal cost,
    int held,
    long backordered,
    Optional<BigDecimal> leadDays) {

  static Sum of(Collection<Plan> plans) {
    List<Plan> shipping = plans.stream().filter(plan -> !plan.shipments().isEmpty()).toList();
    return new Sum(
        plans.size(),
        (int) plans.stream().filter(plan -> plan.shipments().size() > 1).count(),
        plans.stream().mapToInt(plan -> plan.shipments().size()).sum(),
        plans.stream().mapToLong(plan -> plan.score().units()).sum(),
        plans.stream().map(plan -> plan.score().price()).reduce(BigDecimal.ZERO, BigDecimal::add),
        (int) plans.stream().filter(Plan::held).count(),
        plans.stream()
            .flatMap(plan -> plan.backorders().stream())
            .mapToLong(PlannedBackorder::quantity)
            .sum(),
        mean(shipping));
  }

  private static Optional<BigDecimal> mean(List<Plan> shipping) {
    long days = shipping.stream().mapToLong(plan -> plan.score().speed()).sum();
    return shipping.isEmpty()
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(days)
                .divide(BigDecimal.valueOf(shipping.size()), 1, RoundingMode.HALF_UP));
  }
}
