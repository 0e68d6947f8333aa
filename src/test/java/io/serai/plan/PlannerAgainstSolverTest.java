package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlannerAgainstSolverTest {
  @Test
  void an_independent_solver_finds_no_better_plan_for_two_thousand_random_orders() {
    for (long seed = 1; seed <= Integer.getInteger("serai.orders", 2_000); seed++) {
      check(seed, RandomCase.of(seed, 5, 5, 4));
    }
  }

  @Test
  void nor_for_orders_of_many_lines_over_twelve_suppliers() {
    for (long seed = 1; seed <= Integer.getInteger("serai.orders", 2_000) / 20; seed++) {
      check(seed, RandomCase.of(seed, 9, 12, 6));
    }
  }

  private static void check(long seed, RandomCase given) {
    Plan plan = Planner.plan(given.demand(), given.offers(), given.rules());
    PlanAudit audit = new PlanAudit(given, plan);
    String which = "seed " + seed + ": " + given + "\n" + plan;

    audit.noUnitIsLost();
    audit.everyRuleIsKept();
    audit.scoreIsWhatShips();
    assertThat(plan.proven()).as(which).isTrue();
    assertThat(audit.measures()).as(which).isEqualTo(new IndependentSolver(given).solve());
  }
}
