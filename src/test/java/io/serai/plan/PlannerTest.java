package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Demand A_AND_B =
      new Demand(
          "A1", "dtc", "US", List.of(new DemandLine("1", "A", 2), new DemandLine("2", "B", 1)));

  @Test
  void an_order_that_one_supplier_can_ship_whole_goes_to_it_though_two_would_be_cheaper() {
    List<Offer> offers =
        List.of(
            Offer.of("s1", "A", 5, "4.00", 2),
            Offer.of("s2", "B", 5, "4.00", 2),
            Offer.of("s3", "A", 5, "9.00", 2),
            Offer.of("s3", "B", 5, "9.00", 2));

    Plan plan = Planner.plan(A_AND_B, offers, Rules.DEFAULT);

    assertThat(plan.shipments())
        .containsExactly(
            new PlannedShipment("s3", List.of(new PlannedLine("1", 2), new PlannedLine("2", 1))));
    assertThat(plan.score().price()).isEqualByComparingTo("27.00");
    assertThat(plan.proven()).isTrue();
  }

  @Test
  void with_price_first_the_two_cheaper_suppliers_share_the_order() {
    List<Offer> offers =
        List.of(
            Offer.of("s1", "A", 5, "4.00", 2),
            Offer.of("s2", "B", 5, "4.00", 2),
            Offer.of("s3", "A", 5, "9.00", 2),
            Offer.of("s3", "B", 5, "9.00", 2));

    Plan plan = Planner.plan(A_AND_B, offers, Rules.DEFAULT.withPrioritize(Priority.PRICE));

    assertThat(plan.shipments()).extracting(PlannedShipment::supplier).containsExactly("s1", "s2");
    assertThat(plan.score().price()).isEqualByComparingTo("12.00");
  }

  @Test
  void a_unit_without_stock_waits_for_the_earliest_restock() {
    List<Offer> offers =
        List.of(
            Offer.of("s1", "A", 5, "4.10", 2).withHandlingFee("1.50"),
            Offer.of("s2", "B", 0, "4.00", 2)
                .withRestock(new Restock(LocalDate.parse("2026-12-09"), 9)),
            Offer.of("s3", "B", 0, "9.00", 2)
                .withRestock(new Restock(LocalDate.parse("2026-12-01"), 9)));

    Plan plan = Planner.plan(A_AND_B, offers, Rules.DEFAULT);

    assertThat(PlanJson.of(plan, Rules.DEFAULT.prioritize()).toString())
        .isEqualTo(
            "{\"order\":\"A1\",\"held\":false,\"proven\":true,\"shipments\":[{\"supplier\":\"s1\","
                + "\"lines\":[{\"line\":\"1\",\"quantity\":2}]}],\"backorders\":[{\"line\":\"2\","
                + "\"quantity\":1,\"supplier\":\"s3\",\"eta\":\"2026-12-01\"}],\"score\":"
                + "{\"shipments\":1,\"price\":\"9.70\",\"speed\":2}}");
  }

  @Test
  void a_large_order_over_eight_suppliers_is_planned_within_a_second() {
    Random random = new Random(7);
    List<DemandLine> lines = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 675; i++) {
      lines.add(new DemandLine("" + (i + 1), "K" + i, 1 + random.nextInt(12)));
      for (int s = 1; s <= 8; s++) {
        if (random.nextInt(3) > 0) {
          String cost = "" + (1 + random.nextInt(20)) + "." + (10 + random.nextInt(90));
          offers.add(Offer.of("s" + s, "K" + i, random.nextInt(30), cost, 1 + s % 4));
        }
      }
    }
    long start = System.nanoTime();

    Plan plan = Planner.plan(new Demand("A1", "dtc", "US", lines), offers, Rules.DEFAULT);

    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    assertThat(plan.shipments()).isNotEmpty();
  }
}
