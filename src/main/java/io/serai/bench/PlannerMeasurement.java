package io.serai.bench;

import io.serai.plan.Plan;
import io.serai.plan.Planner;
import io.serai.plan.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link PlannerBenchmark} by JMH and tells its results. */
public final class PlannerMeasurement {
  private PlannerMeasurement() {}

  /**
   * One benchmark's result.
   *
   * @param plansPerSecond on one thread
   * @param error half the width of the 99.9 % confidence interval
   */
  public record Measured(String benchmark, double plansPerSecond, double error) {
    /** The time of one plan. */
    public double microseconds() {
      return 1_000_000 / plansPerSecond;
    }
  }

  /**
   * Runs all benchmarks, each in a process of its own; takes about a minute.
   *
   * @throws IllegalStateException when a benchmark fails
   */
  public static List<Measured> run() {
    try {
      List<Measured> measured = new ArrayList<>();
      for (RunResult run :
          new Runner(
                  new OptionsBuilder()
                      .include(PlannerBenchmark.class.getName() + ".*")
                      .verbosity(VerboseMode.SILENT)
                      .shouldFailOnError(true)
                      .build())
              .run()) {
        measured.add(measured(run));
      }
      measured.sort(Comparator.comparing(m -> -m.plansPerSecond));
      return measured;
    } catch (RunnerException e) {
      throw new IllegalStateException("the planner's benchmarks failed: " + e.getMessage(), e);
    }
  }

  private static Measured measured(RunResult run) {
    Result<?> result = run.getPrimaryResult();
    return new Measured(result.getLabel(), result.getScore(), result.getScoreError());
  }

  /** The plan of the case that has too many suppliers to be proven, with its bound. */
  public static Plan widest() {
    PlannerCases.Case wide = new PlannerCases(7).next(200, 60);
    return Planner.plan(wide.demand(), wide.offers(), Rules.DEFAULT);
  }
}
