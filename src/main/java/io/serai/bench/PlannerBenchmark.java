package io.serai.bench;

import io.serai.plan.Plan;
import io.serai.plan.Planner;
import io.serai.plan.Priority;
import io.serai.plan.Rules;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Plans a second on one thread, from the records of an order and its offers to the plan. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlannerBenchmark {
  private static final Rules PRICE_FIRST =
      Rules.DEFAULT.withPrioritize(Priority.PRICE, Priority.SHIPMENTS, Priority.SPEED);

  private final Turn small = new Turn(256, 3, 5);
  private final Turn medium = new Turn(64, 20, 12);
  private final Turn month = new Turn(4, 675, 12);
  private final Turn wide = new Turn(2, 200, 60);

  /** Cases taken in turn, so that no branch predictor learns one of them by heart. */
  private static final class Turn {
    private final PlannerCases.Case[] cases;
    private int next;

    Turn(int count, int lines, int suppliers) {
      cases = new PlannerCases(7).several(count, lines, suppliers);
    }

    Plan plan(Rules rules) {
      next = (next + 1) % cases.length;
      return Planner.plan(cases[next].demand(), cases[next].offers(), rules);
    }
  }

  /** A usual order. */
  @Benchmark
  public Plan lines3suppliers5() {
    return small.plan(Rules.DEFAULT);
  }

  /** A large order of a shop; proven. */
  @Benchmark
  public Plan lines20suppliers12() {
    return medium.plan(Rules.DEFAULT);
  }

  /** The same, when the price matters before the number of shipments. */
  @Benchmark
  public Plan lines20suppliers12priceFirst() {
    return medium.plan(PRICE_FIRST);
  }

  /** As large as the largest order of a real wholesale month; proven. */
  @Benchmark
  public Plan lines675suppliers12() {
    return month.plan(Rules.DEFAULT);
  }

  /** More suppliers than can be proven: within the limit of the search. */
  @Benchmark
  public Plan lines200suppliers60() {
    return wide.plan(Rules.DEFAULT);
  }
}
