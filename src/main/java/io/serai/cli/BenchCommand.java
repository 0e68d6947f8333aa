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
      "Today there is: --stock (rows of a stock file a second), --queue (a restock that very many wait for), --backlog (orders that waited at the channels), --planner (plans a second on one thread), --edi (large EDI files, beside StAEDI), --fuzz (broken EDI files), --pages (the console's pages over very many orders).";

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
      names = "--queue",
      description = "A restock of a SKU that very many orders wait for; two minutes.")
  private boolean queue;

  @Option(
      names = "--waiting",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Orders that wait for the restock; ${DEFAULT-VALUE} if absent.")
  private int waiting;

  @Option(
      names = "--backlog",
      description = "Orders that have waited at each channel during an outage; some minutes.")
  private boolean backlog;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Orders that wait at each channel; ${DEFAULT-VALUE} if absent.")
  private int orders;

  @Option(
      names = "--pages",
      description =
          "Time to answer of each page with a year of orders in the database; ten minutes.")
  private boolean pages;

  @Option(
      names = "--year",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Orders of that year, a multiple of 1,000; ${DEFAULT-VALUE} if absent.")
  private int year;

  @Option(
      names = "--edi",
      description = "Reading an 846 and an 856 of 50 MB, beside StAEDI alone; some minutes.")
  private boolean edi;

  @Option(
      names = "--fuzz",
      description = "Good EDI files, broken by a seed: exit code 1 if the reader fails on any.")
  private boolean fuzz;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Broken files of --fuzz; ${DEFAULT-VALUE} if absent.")
  private int cases;

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
    if (waiting < 1) {
      throw new ParameterException(
          spec.commandLine(), "--waiting must be 1 or more, not " + waiting);
    }
    if (orders < 1) {
      throw new ParameterException(spec.commandLine(), "--orders must be 1 or more, not " + orders);
    }
    if (year < 1000 || year % 1000 != 0) {
      throw new ParameterException(
          spec.commandLine(), "--year must be a multiple of 1000, not " + year);
    }
    if (cases < 1) {
      throw new ParameterException(spec.commandLine(), "--cases must be 1 or more, not " + cases);
    }
    boolean all = !planner && !stock && !queue && !backlog && !edi && !fuzz && !pages;
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode results = mapper.createObjectNode();
    if (stock || all) {
      CommandLine line = spec.commandLine();
      try (BenchFolder folder = new BenchFolder()) {
        new StockBench(line.getOut(), what -> say(line, what)).run(rows, folder.path(), results);
      }
    }
    if (queue || all) {
      CommandLine line = spec.commandLine();
      try (BenchFolder folder = new BenchFolder()) {
        new QueueBench(line.getOut(), what -> say(line, what))
            .run(waiting, folder.path(), Home.path().resolve("connectors"), results);
      }
    }
    if (backlog || all) {
      CommandLine line = spec.commandLine();
      try (BenchFolder folder = new BenchFolder()) {
        new BacklogBench(line.getOut(), what -> say(line, what))
            .run(orders, folder.path(), Home.path(), results);
      }
    }
    if (planner || all) {
      measurePlanner(results);
    }
    if (pages || all) {
      CommandLine line = spec.commandLine();
      try (BenchFolder folder = new BenchFolder()) {
        new PagesBench(line.getOut(), what -> say(line, what))
            .run(year, folder.path(), Home.path(), results);
      }
    }
    int outcome = 0;
    if (edi || fuzz || all) {
      outcome = runEdi(results, all);
    }
    if (json != null) {
      mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
    }
    return outcome;
  }

  private int runEdi(ObjectNode results, boolean all) throws IOException {
    CommandLine line = spec.commandLine();
    EdiBench bench = new EdiBench(line.getOut(), what -> say(line, what));
    if (edi || all) {
      try (BenchFolder folder = new BenchFolder()) {
        bench.measure(folder.path(), results);
      }
    }
    return fuzz || all ? bench.fuzz(cases, results) : 0;
  }

  private static void say(CommandLine line, String what) {
    line.getErr().println(what);
    line.getErr().flush();
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
