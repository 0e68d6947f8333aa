package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackorderChoiceTest {
  private static final Demand FIVE =
      new Demand("A1", "dtc", "US", List.of(new DemandLine("1", "A", 5)));

  @Test
  void the_earliest_restock_comes_first_and_gives_no_more_than_it_has() {
    List<Offer> offers =
        List.of(expecting("s1", "9.00", "2026-12-01", 2), expecting("s2", "1.00", "2026-12-05", 9));

    assertThat(backorders(offers))
        .containsExactly(backorder(2, "s1", "2026-12-01"), backorder(3, "s2", "2026-12-05"));
  }

  @Test
  void of_restocks_on_one_day_the_cheaper_comes_first() {
    List<Offer> offers =
        List.of(expecting("s1", "9.00", "2026-12-01", 9), expecting("s2", "1.00", "2026-12-01", 9));

    assertThat(backorders(offers)).containsExactly(backorder(5, "s2", "2026-12-01"));
  }

  @Test
  void a_restock_without_a_number_is_enough_for_any() {
    assertThat(backorders(List.of(expecting("s1", "9.00", "2026-12-01", 0))))
        .containsExactly(backorder(5, "s1", "2026-12-01"));
  }

  @Test
  void a_restock_whose_day_has_passed_is_no_promise() {
    List<Offer> offers =
        List.of(expecting("s1", "1.00", "2026-12-01", 9), expecting("s2", "9.00", "2026-12-09", 9));

    Plan plan = Planner.plan(FIVE, offers, Rules.DEFAULT, Instant.parse("2026-12-03T10:00:00Z"));

    assertThat(plan.backorders()).containsExactly(backorder(5, "s2", "2026-12-09"));
  }

  @Test
  void units_that_nobody_expects_wait_without_a_day_for_the_best_supplier() {
    List<Offer> offers =
        List.of(Offer.of("s1", "A", 0, "2.00", 1), Offer.of("s2", "A", 0, "1.00", 1));

    assertThat(backorders(offers))
        .containsExactly(new PlannedBackorder("1", 5, Optional.of("s2"), Optional.empty()));
  }

  @Test
  void a_sku_that_nobody_offers_waits_for_nobody() {
    assertThat(backorders(List.of(Offer.of("s1", "B", 9, "2.00", 1))))
        .containsExactly(new PlannedBackorder("1", 5, Optional.empty(), Optional.empty()));
  }

  @Test
  void a_forbidden_supplier_is_not_waited_for() {
    Rules rules =
        Rules.DEFAULT.withSuppliers(
            Map.of(
                "s1",
                new SupplierTerms(
                    false,
                    Set.of(),
                    BigDecimal.ZERO,
                    Optional.empty(),
                    ZoneOffset.UTC,
                    Set.of(DayOfWeek.values()),
                    Set.of())));

    Plan plan = Planner.plan(FIVE, List.of(expecting("s1", "1.00", "2026-12-01", 9)), rules);

    assertThat(plan.backorders())
        .containsExactly(new PlannedBackorder("1", 5, Optional.empty(), Optional.empty()));
  }

  private static List<PlannedBackorder> backorders(List<Offer> offers) {
    return Planner.plan(FIVE, offers, Rules.DEFAULT).backorders();
  }

  private static Offer expecting(String supplier, String cost, String date, int units) {
    return Offer.of(supplier, "A", 0, cost, 1)
        .withRestock(new Restock(LocalDate.parse(date), units));
  }

  private static PlannedBackorder backorder(int units, String supplier, String eta) {
    return new PlannedBackorder(
        "1", units, Optional.of(supplier), Optional.of(LocalDate.parse(eta)));
  }
}
