package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.plan.Priority;
import io.serai.plan.Rules;
import io.serai.whatif.RulesText;
import io.serai.whatif.Trial;
import io.serai.whatif.WhatIf;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules that are tried on the orders of a day. */
class WhatIfTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static Scene scene;

  @BeforeAll
  static void aDayWithTwoOrders() {
    scene = Scene.usual();
    scene.stock("north", "TEA,4,5.00", "MUG,9,1.00").stock("south", "TEA,9,1.00", "MUG,9,9.00");
    scene.order("1001", "TEA,3", "MUG,3").order("1002", "TEA,1");
    scene.sendPurchaseOrders();
    scene.pass(Duration.ofDays(1));
  }

  @AfterAll
  static void end() {
    scene.close();
  }

  @Test
  void theOrdersOfYesterdayArePlannedByBothAgainstWhatTheyHaveTakenToo() {
    WhatIf whatIf = whatIf();
    assertThat(scene.database.inTransaction(whatIf::usualDay)).isEqualTo(DAY);
    String reserved = scene.one("select sum(reserved) from offer");
    Trial trial = trial(whatIf, Rules.DEFAULT.withPrioritize(Priority.PRICE));

    assertThat(trial.before().orders()).isEqualTo(2);
    assertThat(trial.before().shipments()).isEqualTo(2);
    assertThat(trial.before().split()).isZero();
    assertThat(trial.after().split()).isEqualTo(1);
    assertThat(trial.after().cost()).isLessThan(trial.before().cost());
    assertThat(trial.after().backordered()).isZero();
    assertThat(trial.changed()).isEqualTo(1);
    assertThat(trial.changes().get(0).order().demand().order()).isEqualTo("1001");
    assertThat(trial.changes().get(0).explanation()).contains("south");
    assertThat(scene.one("select sum(reserved) from offer")).isEqualTo(reserved);
  }

  @Test
  void theSameRulesChangeNothingAndAnotherDayHasNoOrders() {
    assertThat(trial(whatIf(), Rules.DEFAULT).changes()).isEmpty();
    Trial other =
        scene.database.inTransaction(
            handle -> whatIf().tryOut(handle, DAY.minusDays(1), Rules.DEFAULT));
    assertThat(other.before().orders()).isZero();
    assertThat(other.before().leadDays()).isEmpty();
  }

  @Test
  void rulesAreReadWithAndWithoutTheirNameAndAFaultHasItsLine() {
    assertThat(RulesText.read("prioritize: [price]\n")).isInstanceOf(RulesText.Followed.class);
    assertThat(RulesText.read("rules:\r\n  prioritize: [price]\r\n"))
        .isInstanceOf(RulesText.Followed.class);
    assertThat(RulesText.read("")).isInstanceOf(RulesText.Followed.class);
    assertThat(line("prioritize: [price]\nsplit: {maxShipments: 0}\n")).isEqualTo(2);
    assertThat(line("rules:\n  prioritize: [price]\n  splitt: {}\n")).isEqualTo(3);
    assertThat(line("prioritize: [price\n")).isPositive();
    assertThat(RulesText.below("split:\n  maxShipments: 2\n"))
        .isEqualTo("rules:\n  split:\n    maxShipments: 2\n");
  }

  private static int line(String text) {
    return ((RulesText.Faulty) RulesText.read(text)).faults().get(0).line();
  }

  private static Trial trial(WhatIf whatIf, Rules others) {
    return scene.database.inTransaction(handle -> whatIf.tryOut(handle, DAY, others));
  }

  private static WhatIf whatIf() {
    return new WhatIf(
        scene.clock,
        ZoneOffset.UTC,
        Rules.DEFAULT,
        Map.of("north", Scene.supplier("north", 1, "3"), "south", Scene.supplier("south", 2, "2")));
  }
}
