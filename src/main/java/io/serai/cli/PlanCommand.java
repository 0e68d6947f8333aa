package io.serai.cli;

import io.serai.plan.Comparison;
import io.serai.plan.ComparisonText;
import io.serai.plan.Demand;
import io.serai.plan.Offer;
import io.serai.plan.Plan;
import io.serai.plan.PlanJson;
import io.serai.plan.Planner;
import io.serai.plan.Rules;
import io.serai.plan.SeededSupply;
import io.serai.plan.Stock;
import io.serai.plan.file.DemandFile;
import io.serai.plan.file.InputFault;
import io.serai.plan.file.OfferFile;
import io.serai.plan.file.PlacedOrders;
import io.serai.plan.file.RulesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serai plan}: the planner alone, dry. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Splits orders over suppliers without touching anything: JSON in, one JSON line per order out.",
      "See docs/planner.md for the fields, docs/rules.md for the rules."
    })
final class PlanCommand implements Callable<Integer> {
  @Option(
      names = "--orders",
      paramLabel = "FILE",
      description = "Orders: a JSON array, or one JSON object a line.")
  private Path orders;

  @Option(
      names = "--offers",
      paramLabel = "FILE",
      description = "Offers: a JSON array, or one JSON object a line.")
  private Path offers;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rules as YAML: the rules block of serai.yaml, or a whole serai.yaml.")
  private Path rules;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "Plan as if at this time, such as 2026-12-01T15:00:00Z: cut-off hours, holidays and"
              + " passed restocks count. Without it they do not.")
  private Instant at;

  @Option(
      names = "--consume",
      description = "Plan each order against what those before it left, not the full offers.")
  private boolean consume;

  @Option(names = "--explain", description = "Say why, for a person, instead of JSON.")
  private boolean explain;

  @Option(
      names = "--compare",
      description = "Print what greedy, one-by-one and joint planning of all orders come to.")
  private boolean compare;

  @Option(
      names = "--orders-file",
      paramLabel = "FILE",
      description =
          "With --compare: orders as CSV with the columns InvoiceNo, StockCode, Quantity,"
              + " InvoiceDate, UnitPrice, Country; suppliers are then drawn from the seed.")
  private Path ordersFile;

  @Option(
      names = "--suppliers",
      paramLabel = "N",
      defaultValue = "8",
      description = "With --orders-file: how many suppliers. Default: ${DEFAULT-VALUE}.")
  private int suppliers;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "7",
      description = "With --orders-file: draws their offers. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--wait-minutes",
      paramLabel = "M",
      defaultValue = "1440",
      description =
          "With --orders-file: orders of one window of this length are planned together."
              + " Default: ${DEFAULT-VALUE}, a day.")
  private int waitMinutes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    checkOptions();
    try {
      Rules wished = rules == null ? Rules.DEFAULT : RulesFile.read(rules);
      if (ordersFile != null) {
        compareSeeded(wished);
      } else if (compare) {
        compare(List.of(DemandFile.read(orders)), OfferFile.read(offers), wished);
      } else {
        plan(DemandFile.read(orders), OfferFile.read(offers), wished);
      }
      return 0;
    } catch (InputFault | IllegalArgumentException fault) {
      spec.commandLine().getErr().println(fault.getMessage());
      return 1;
    }
  }

  private void checkOptions() {
    boolean seeded = compare && ordersFile != null && orders == null && offers == null;
    boolean given = ordersFile == null && orders != null && offers != null;
    if (!seeded && !given) {
      throw new ParameterException(
          spec.commandLine(),
          "Give --orders FILE and --offers FILE, or --compare --orders-file FILE.");
    }
    if (suppliers < 1 || waitMinutes < 1) {
      throw new ParameterException(
          spec.commandLine(), "--suppliers and --wait-minutes must be 1 or more.");
    }
  }

  private void plan(List<Demand> demands, List<Offer> all, Rules wished) {
    Stock stock = new Stock(all);
    PrintWriter out = spec.commandLine().getOut();
    for (Demand demand : demands) {
      List<Offer> seen = stock.offersFor(demand);
      Plan plan =
          at == null ? Planner.plan(demand, seen, wished) : Planner.plan(demand, seen, wished, at);
      if (explain) {
        out.println(explained(demand, seen, wished));
      } else {
        out.println(PlanJson.of(plan, wished.forChannel(demand.channel()).prioritize()).toString());
      }
      if (consume) {
        stock.take(demand, plan);
      }
    }
    out.flush();
  }

  private String explained(Demand demand, List<Offer> seen, Rules wished) {
    return at == null
        ? Planner.explain(demand, seen, wished).text()
        : Planner.explain(demand, seen, wished, at).text();
  }

  private void compareSeeded(Rules wished) {
    PlacedOrders placed = PlacedOrders.read(ordersFile);
    List<Offer> supply = SeededSupply.offers(placed.demands(), placed.prices(), suppliers, seed);
    spec.commandLine()
        .getOut()
        .printf(
            "%,d orders from %s, %,d rows skipped; %d suppliers with %,d offers from seed %d;"
                + " together: %d minutes%n%n",
            placed.demands().size(),
            ordersFile.getFileName(),
            placed.skipped(),
            suppliers,
            supply.size(),
            seed,
            waitMinutes);
    compare(placed.batches(waitMinutes), supply, wished);
  }

  private void compare(List<List<Demand>> batches, List<Offer> supply, Rules wished) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ComparisonText.of(Comparison.of(batches, supply, wished)));
    out.flush();
  }
}
