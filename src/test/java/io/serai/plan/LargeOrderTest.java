package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.bench.PlannerCases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LargeOrderTest {
  @Test
  void twelve_suppliers_are_always_proven_even_with_hardly_any_steps() {
    Rules rules = Rules.DEFAULT.withSearch(new SearchLimit(1, 1));
    for (PlannerCases.Case given : new PlannerCases(1).several(20, 20, 12)) {
      Plan plan = Planner.plan(given.demand(), given.offers(), rules);

      assertThat(plan.proven()).isTrue();
      assertThat(plan.bound()).isEmpty();
      assertThat(plan).isEqualTo(Planner.plan(given.demand(), given.offers(), Rules.DEFAULT));
    }
  }

  @Test
  void sixty_suppliers_end_at_the_limit_with_a_bound() {
    PlannerCases.Case given = new PlannerCases(2).next(100, 60);
    Rules rules = Rules.DEFAULT.withSearch(new SearchLimit(2_000_000, 60_000));

    Plan plan = Planner.plan(given.demand(), given.offers(), rules);

    assertThat(plan.proven()).isFalse();
    Score bound = plan.bound().orElseThrow();
    assertThat(bound.units()).isEqualTo(plan.score().units());
    assertThat(bound.shipments()).isBetween(1, plan.score().shipments());
    assertThat(Planner.plan(given.demand(), given.offers(), rules)).isEqualTo(plan);
  }

  @Test
  void a_bound_is_never_better_than_what_is_proven_with_more_steps() {
    int stopped = 0;
    for (PlannerCases.Case given : new PlannerCases(3).several(40, 8, 14)) {
      Plan quick =
          Planner.plan(
              given.demand(),
              given.offers(),
              Rules.DEFAULT.withSearch(new SearchLimit(300, 60_000)));
      Plan full =
          Planner.plan(
              given.demand(),
              given.offers(),
              Rules.DEFAULT.withSearch(new SearchLimit(Long.MAX_VALUE, 60_000)));
      Score bound = quick.bound().orElse(quick.score());

      assertThat(full.proven()).isTrue();
      assertThat(full.score().units()).isEqualTo(quick.score().units());
      assertThat(full.score().shipments()).isBetween(bound.shipments(), quick.score().shipments());
      if (bound.shipments() == full.score().shipments()) {
        assertThat(full.score().price()).isGreaterThanOrEqualTo(bound.price());
      }
      stopped += quick.proven() ? 0 : 1;
    }
    assertThat(stopped).isPositive();
  }

  @Test
  void more_suppliers_than_a_long_has_bits_still_ship_all_units() {
    PlannerCases.Case given = new PlannerCases(4).next(30, 90);
    Rules rules = Rules.DEFAULT.withSearch(new SearchLimit(1_000_000, 60_000));

    Plan plan = Planner.plan(given.demand(), given.offers(), rules);

    assertThat(plan.backorders()).isEmpty();
    assertThat(plan.bound().orElse(plan.score()).units()).isEqualTo(plan.score().units());
  }

  @Test
  void the_largest_quantities_are_added_up_exactly() {
    int most = Integer.MAX_VALUE;
    List<DemandLine> lines = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      lines.add(new DemandLine("" + i, "A", most));
    }
    Offer offer = Offer.of("s1", "A", most, "0.01", 1);
    Offer other = Offer.of("s2", "A", most, "123.45678", 1);

    Plan plan =
        Planner.plan(
            new Demand("A1", "dtc", "US", lines),
            List.of(offer, other),
            Rules.DEFAULT.withPrioritize(Priority.PRICE));

    assertThat(plan.score().units()).isEqualTo(2L * most);
    assertThat(plan.score().price())
        .isEqualByComparingTo(new BigDecimal("123.46678").multiply(BigDecimal.valueOf(most)));
    assertThat(plan.backorders()).hasSize(2);
  }

  @Test
  void a_price_too_large_to_add_up_exactly_is_refused() {
    Offer offer = Offer.of("s1", "A", 2_000_000_000, "99999999999.123456", 1);
    Demand demand = new Demand("A1", "dtc", "US", List.of(new DemandLine("1", "A", 2_000_000_000)));

    assertThatThrownBy(() -> Planner.plan(demand, List.of(offer), Rules.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("order A1: its price is too large");
  }

  @Test
  void costs_with_more_than_two_decimals_are_compared_exactly() {
    Demand demand = new Demand("A1", "dtc", "US", List.of(new DemandLine("1", "A", 3)));
    Offer dear = Offer.of("s1", "A", 9, "1.0001", 1);
    Offer cheap = Offer.of("s2", "A", 9, "1.00009", 1);

    Plan plan = Planner.plan(demand, List.of(dear, cheap), Rules.DEFAULT);

    assertThat(plan.shipments()).extracting(PlannedShipment::supplier).containsExactly("s2");
    assertThat(plan.score().price()).isEqualTo(new BigDecimal("3.00027"));
  }

  @Test
  void an_order_that_nobody_can_serve_is_all_backorder() {
    Demand demand = new Demand("A1", "dtc", "US", List.of(new DemandLine("1", "A", 3)));

    Plan plan = Planner.plan(demand, List.of(), Rules.DEFAULT);

    assertThat(plan.shipments()).isEmpty();
    assertThat(plan.proven()).isTrue();
    assertThat(plan.backorders())
        .containsExactly(new PlannedBackorder("1", 3, Optional.empty(), Optional.empty()));
  }

  @Test
  void two_offers_of_one_sku_by_one_supplier_are_refused() {
    Demand demand = new Demand("A1", "dtc", "US", List.of(new DemandLine("1", "A", 3)));
    List<Offer> offers =
        List.of(Offer.of("s1", "A", 1, "1.00", 1), Offer.of("s1", "A", 2, "1.00", 1));

    assertThatThrownBy(() -> Planner.plan(demand, offers, Rules.DEFAULT))
        .hasMessage("supplier s1 offers SKU A twice; give one offer for each supplier and SKU");
  }
}
