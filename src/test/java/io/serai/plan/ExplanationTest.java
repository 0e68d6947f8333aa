package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Demand TWO_LINES =
      new Demand(
          "A1", "dtc", "", List.of(new DemandLine("1", "A", 2), new DemandLine("2", "B", 4)));

  private static final List<Offer> OFFERS =
      List.of(
          Offer.of("s1", "A", 5, "4.00", 2),
          Offer.of("s1", "B", 3, "4.00", 2)
              .withRestock(new Restock(LocalDate.parse("2026-12-09"), 5)),
          Offer.of("s2", "A", 5, "3.00", 2));

  @Test
  void a_held_order_is_told_with_what_could_have_shipped() {
    Rules rules = Rules.DEFAULT.withSplit(new Split(1, 0, true, List.of()));

    Explanation explanation = Planner.explain(TWO_LINES, OFFERS, rules);

    assertThat(explanation.plan().held()).isTrue();
    assertThat(explanation.plan()).isEqualTo(Planner.plan(TWO_LINES, OFFERS, rules));
    assertThat(explanation.weighed().units()).isEqualTo(5);
    assertThat(explanation.text())
        .contains("The whole order is held: 1 line cannot ship whole now, and\n")
        .contains("split.outOfStockThreshold divides an order only from 2 such lines on.\n")
        .contains("  2 x A wait for the rest of the order, expected 2026-12-09\n")
        .contains("  1 x B waits for s1, expected 2026-12-09\n");
  }

  @Test
  void the_next_best_plan_does_without_a_supplier_and_says_what_that_costs() {
    Explanation explanation = Planner.explain(TWO_LINES, OFFERS, Rules.DEFAULT);

    Alternative next = explanation.runnerUp().orElseThrow();

    assertThat(next.without()).isEqualTo("s1");
    assertThat(next.plan().score().units()).isEqualTo(2);
    assertThat(explanation.text())
        .contains("Without s1, from s2: 3 units fewer ship now, 14.00 cheaper");
  }

  @Test
  void each_offer_is_told_with_the_rule_that_dropped_it() {
    Rules rules =
        new Rules(
            List.of(Priority.PRICE),
            Split.FREE,
            new SafetyBuffer(0, Map.of(), Map.of("B", 3)),
            List.of(new Matching(List.of("A"), List.of("s2"), List.of("dtc"), List.of())),
            List.of(),
            Map.of(),
            SearchLimit.DEFAULT,
            Release.AT_ONCE,
            Map.of());

    List<SeenLine> lines = Planner.explain(TWO_LINES, OFFERS, rules).lines();

    assertThat(lines.get(0).offers())
        .extracting(SeenOffer::fate, SeenOffer::why)
        .containsExactly(
            tuple(SeenOffer.Fate.SENT, ""), tuple(SeenOffer.Fate.DROPPED, "exclude: by entry 1"));
    assertThat(lines.get(1).offers())
        .extracting(SeenOffer::why)
        .containsExactly("safetyBuffer: 3 are kept back");
  }
}
