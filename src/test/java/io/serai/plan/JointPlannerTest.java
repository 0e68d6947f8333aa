package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JointPlannerTest {
  @Test
  void a_scarce_unit_goes_to_the_order_that_it_saves_a_shipment() {
    Demand first = demand("A1", "LAMP", 1);
    Demand second =
        new Demand(
            "A2",
            "dtc",
            "US",
            List.of(new DemandLine("1", "LAMP", 1), new DemandLine("2", "BULB", 1)));
    List<Offer> offers =
        List.of(
            Offer.of("s1", "LAMP", 1, "10.00", 2),
            Offer.of("s1", "BULB", 9, "1.00", 2),
            Offer.of("s2", "LAMP", 9, "11.00", 2));

    JointPlan joint = JointPlanner.plan(List.of(first, second), offers, Rules.DEFAULT);

    assertThat(joint.plans().get(0).shipments().get(0).supplier()).isEqualTo("s2");
    assertThat(joint.plans().get(1).shipments())
        .extracting(PlannedShipment::supplier)
        .containsExactly("s1");
    assertThat(joint.savedShipments()).isEqualTo(1);
  }

  @Test
  void together_is_never_worse_than_one_by_one_and_nobody_waits_for_another() {
    long saved = 0;
    for (long seed = 1; seed <= 300; seed++) {
      List<Demand> demands = new ArrayList<>();
      RandomCase supply = RandomCase.of(seed, 6, 5, 6);
      for (int i = 0; i < 8; i++) {
        RandomCase other = RandomCase.of(seed * 1_000 + i, 6, 5, 4);
        demands.add(new Demand("A" + i, other.demand().channel(), "US", other.demand().lines()));
      }
      Rules rules = supply.rules();

      JointPlan joint = JointPlanner.plan(demands, supply.offers(), rules);
      List<Plan> single = oneByOne(demands, supply.offers(), rules);

      assertThat(joint.oneByOne()).isEqualTo(Totals.of(single));
      assertThat(joint.joint().compareBy(rules.prioritize(), joint.oneByOne()))
          .as("seed " + seed)
          .isLessThanOrEqualTo(0);
      for (int i = 0; i < demands.size(); i++) {
        assertThat(joint.plans().get(i).score().units())
            .isGreaterThanOrEqualTo(single.get(i).score().units());
      }
      assertNothingIsSoldTwice(demands, joint.plans(), supply);
      saved += joint.savedShipments();
    }
    assertThat(saved).isPositive();
  }

  @Test
  void the_same_orders_give_the_same_plans() {
    RandomCase given = RandomCase.of(3, 6, 5, 4);
    List<Demand> demands =
        List.of(given.demand(), RandomCase.of(4, 6, 5, 4).demand(), given.demand());

    assertThat(JointPlanner.plan(demands, given.offers(), given.rules()))
        .isEqualTo(JointPlanner.plan(demands, given.shuffled(9).offers(), given.rules()));
  }

  private static Demand demand(String order, String sku, int units) {
    return new Demand(order, "dtc", "US", List.of(new DemandLine("1", sku, units)));
  }

  private static List<Plan> oneByOne(List<Demand> demands, List<Offer> offers, Rules rules) {
    Stock stock = new Stock(offers);
    List<Plan> plans = new ArrayList<>();
    for (Demand demand : demands) {
      plans.add(Planner.plan(demand, stock.offersFor(demand), rules));
      stock.take(demand, plans.get(plans.size() - 1));
    }
    return plans;
  }

  private static void assertNothingIsSoldTwice(
      List<Demand> demands, List<Plan> plans, RandomCase supply) {
    Map<String, Integer> left = new HashMap<>();
    supply.offers().forEach(o -> left.put(o.supplier() + " " + o.sku(), o.quantity()));
    for (int i = 0; i < plans.size(); i++) {
      Map<String, String> skus = new HashMap<>();
      demands.get(i).lines().forEach(line -> skus.put(line.line(), line.sku()));
      for (PlannedShipment shipment : plans.get(i).shipments()) {
        for (PlannedLine line : shipment.lines()) {
          String offer = shipment.supplier() + " " + skus.get(line.line());
          assertThat(left.merge(offer, -line.quantity(), Integer::sum)).isNotNegative();
        }
      }
    }
  }
}
