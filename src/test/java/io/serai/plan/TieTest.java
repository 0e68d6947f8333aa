package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TieTest {
  @Test
  void of_equally_good_plans_the_one_that_takes_more_of_the_first_supplier_wins() {
    int ties = 0;
    for (long seed = 1; seed <= 6_000; seed++) {
      RandomCase given = RandomCase.of(seed, 3, 3, 2);
      Plan plan = Planner.plan(given.demand(), given.offers(), given.rules());
      EveryPlan all = new EveryPlan(given, new PlanAudit(given, plan).measures());
      int[] best = all.best();

      assertThat(table(given, plan)).as("seed " + seed + " " + given).isEqualTo(best);
      ties += all.equallyGood > 1 ? 1 : 0;
    }
    assertThat(ties).as("cases that had a tie to break").isGreaterThan(100);
  }

  @Test
  void the_plan_does_not_depend_on_the_order_of_lines_or_offers() {
    for (long seed = 1; seed <= 3_000; seed++) {
      RandomCase given = RandomCase.of(seed, 6, 6, 4);
      RandomCase shuffled = given.shuffled(seed);

      assertThat(Planner.plan(shuffled.demand(), shuffled.offers(), given.rules()))
          .as("seed " + seed)
          .isEqualTo(Planner.plan(given.demand(), given.offers(), given.rules()));
    }
  }

  @Test
  void line_ten_comes_after_line_two() {
    List<DemandLine> lines = List.of(new DemandLine("10", "A", 1), new DemandLine("2", "A", 1));
    List<Offer> offers =
        List.of(Offer.of("s2", "A", 1, "1.00", 1), Offer.of("s1", "A", 1, "1.00", 1));

    Plan plan = Planner.plan(new Demand("A1", "dtc", "US", lines), offers, Rules.DEFAULT);

    assertThat(plan.shipments())
        .containsExactly(
            new PlannedShipment("s1", List.of(new PlannedLine("2", 1))),
            new PlannedShipment("s2", List.of(new PlannedLine("10", 1))));
  }

  private static int[] table(RandomCase given, Plan plan) {
    int[] table = new int[given.demand().lines().size() * 3];
    for (PlannedShipment shipment : plan.shipments()) {
      for (PlannedLine line : shipment.lines()) {
        table[cell(Integer.parseInt(line.line()), shipment.supplier())] = line.quantity();
      }
    }
    return table;
  }

  private static int cell(int line, String supplier) {
    return (line - 1) * 3 + supplier.charAt(1) - '0';
  }

  /** Every way at all to take units of the offers, of which those that are as good are compared. */
  private static final class EveryPlan {
    private final RandomCase given;
    private final List<Long> measures;
    private final List<Offer> offers;
    private final Map<String, Integer> left;
    private final Map<Offer, Integer> taken = new HashMap<>();
    private int[] best;
    int equallyGood;

    EveryPlan(RandomCase given, List<Long> measures) {
      this.given = given;
      this.measures = measures;
      this.left = given.wanted();
      this.offers = given.usable().stream().filter(offer -> left.containsKey(offer.sku())).toList();
    }

    int[] best() {
      visit(0);
      return best;
    }

    private void visit(int next) {
      if (next == offers.size()) {
        compare();
        return;
      }
      Offer offer = offers.get(next);
      int most = Math.min(given.free(offer), left.get(offer.sku()));
      for (int units = 0; units <= most; units++) {
        taken.put(offer, units);
        left.merge(offer.sku(), -units, Integer::sum);
        visit(next + 1);
        left.merge(offer.sku(), units, Integer::sum);
      }
    }

    private void compare() {
      if (taken.values().stream().mapToLong(units -> units).sum() != measures.get(0)) {
        return;
      }
      int[] table = table();
      PlanAudit audit = new PlanAudit(given, plan(table));
      if (audit.measures().equals(measures) && keepsRules(audit)) {
        equallyGood++;
        best = best == null || Arrays.compare(table, best) > 0 ? table : best;
      }
    }

    private static boolean keepsRules(PlanAudit audit) {
      try {
        audit.everyRuleIsKept();
        return true;
      } catch (AssertionError e) {
        return false;
      }
    }

    private int[] table() {
      int[] table = new int[given.demand().lines().size() * 3];
      Map<Offer, Integer> rest = new HashMap<>(taken);
      for (DemandLine line : given.demand().lines()) {
        int wanted = line.quantity();
        for (Offer offer : offers) {
          if (offer.sku().equals(line.sku())) {
            int units = Math.min(wanted, rest.get(offer));
            table[cell(Integer.parseInt(line.line()), offer.supplier())] = units;
            rest.merge(offer, -units, Integer::sum);
            wanted -= units;
          }
        }
      }
      return table;
    }

    private Plan plan(int[] table) {
      List<PlannedShipment> shipments = new ArrayList<>();
      for (String supplier : List.of("s0", "s1", "s2")) {
        List<PlannedLine> lines = new ArrayList<>();
        for (DemandLine line : given.demand().lines()) {
          int units = table[cell(Integer.parseInt(line.line()), supplier)];
          if (units > 0) {
            lines.add(new PlannedLine(line.line(), units));
          }
        }
        if (!lines.isEmpty()) {
          shipments.add(new PlannedShipment(supplier, lines));
        }
      }
      Score none = new Score(0, 0, BigDecimal.ZERO, 0, 0, 0);
      return new Plan("A1", false, true, shipments, List.of(), none, Optional.empty());
    }
  }
}
