package io.serai.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.bench.PlannerMeasurement;
import io.serai.bench.PlannerMeasurement.Measured;
import io.serai.plan.Plan;
import io.serai.plan.PlanJson;
import io.serai.plan.Rules;
import io.serai.plan.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code serai bench}: measures a part of Serai on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures a part of Serai on this machine.")
final class BenchCommand implements Callable<Integer> {
  private static final String MODES =
      "Today there is: --stock (rows of a stock file a second), --planner (plans a second on one thread).";

  @Option(names = "--planner", description = "Plans a second on one thread, by JMH; a minute.")
  private boolean planner;

  @Option(
      names = "--stock",
      description = "Rows a second of a supplier's stock file, beside PostgreSQL's COPY; a minute.")
  private boolean stock;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Rows of the stock file; ${DEFAULT-VALUE} if absent.")
  private int rows;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the results to this file.")
  private Path json;

  @Unmatched private List<String> unknown = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "There is no " + String.join(" ", unknown) + " to measure. " + MODES);
    }
    if (rows < 1) {
      throw new ParameterException(spec.commandLine(), "--rows must be 1 or more, not " + rows);
    }
    boolean all = !planner && !stock;
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode results = mapper.createObjectNode();
    if (stock || all) {
      CommandLine line = spec.commandLine();
      new StockBench(line.getOut(), line.getErr()).run(rows, results);
    }
    if (planner || all) {
      measurePlanner(results);
    }
    if (json != null) {
      mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
    }
    return 0;
  }

  private void measurePlanner(ObjectNode results) {
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().getErr().println("Measuring the planner, about a minute ...");
    List<Measured> measured = PlannerMeasurement.run();
    Plan widest = PlannerMeasurement.widest();
    out.printf(Locale.ROOT, "%-32s %12s %10s %14s%n", "planner", "plans/s", "+-", "us a plan");
    for (Measured one : measured) {
      out.printf(
          Locale.ROOT,
          "%-32s %,12.0f %,10.0f %,14.1f%n",
          one.benchmark(),
          one.plansPerSecond(),
          one.error(),
          one.microseconds());
    }
    out.println("\n200 lines x 60 suppliers: " + told(widest));
    out.flush();
    write(measured, widest, results);
  }

  private static String told(Plan plan) {
    return told(plan.score())
        + plan.bound().map(bound -> "; not proven, none is better than " + told(bound)).orElse("");
  }

  private static String told(Score score) {
    return score.shipments() + " shipments for " + score.price().toPlainString();
  }

  private static void write(List<Measured> measured, Plan widest, ObjectNode root) {
    ArrayNode results = root.putObject("planner").putArray("benchmarks");
    for (Measured one : measured) {
      results
          .addObject()
          .put("name", one.benchmark())
          .put("plansPerSecond", one.plansPerSecond())
          .put("error", one.error());
    }
    ObjectNode plan = PlanJson.of(widest, Rules.DEFAULT.prioritize());
    ((ObjectNode) root.get("planner"))
        .putObject("lines200suppliers60")
        .put("proven", widest.proven())
        .setAll(plan.retain("score", "bound"));
  }
}
