package io.serai.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what the search found as a {@link Plan}: in the words of the order, with its backorders.
 */
final class PlanWriting {
  private final Problem problem;
  private final Screening screening;
  private final Iterable<Offer> offers;
  private final long[] taken;
  private final LineTable table;

  PlanWriting(Problem problem, Screening screening, Iterable<Offer> offers, long[] taken) {
    this.problem = problem;
    this.screening = screening;
    this.offers = offers;
    this.taken = taken;
    this.table = LineTable.of(problem, taken);
  }

  /**
   * The plan.
   *
   * @param mayHold false to write what could ship now even when the rules hold the order
   */
  Plan plan(boolean proven, Optional<Score> bound, boolean mayHold) {
    long[] lacking = lacking();
    int shortLines = 0;
    for (long units : lacking) {
      shortLines += units > 0 ? 1 : 0;
    }
    boolean held =
        mayHold && shortLines > 0 && shortLines <= screening.rules().split().outOfStockThreshold();
    List<PlannedBackorder> backorders = shortLines == 0 ? List.of() : backorders(lacking);
    return new Plan(
        screening.demand().order(),
        held,
        proven,
        held ? List.of() : shipments(),
        held ? HeldOrder.waiting(problem, lacking, backorders) : backorders,
        held ? nothing() : score(),
        bound);
  }

  /** Units of each line that do not ship now. */
  private long[] lacking() {
    long[] lacking = new long[problem.lines.length];
    for (int line = 0; line < lacking.length; line++) {
      lacking[line] = problem.lines[line].quantity();
      for (long units : table.units()[line]) {
        lacking[line] -= units;
      }
    }
    return lacking;
  }

  private List<PlannedShipment> shipments() {
    List<PlannedShipment> shipments = new ArrayList<>();
    for (int supplier = 0; supplier < problem.suppliers.length; supplier++) {
      List<PlannedLine> lines = new ArrayList<>();
      for (int line = 0; line < problem.lines.length; line++) {
        long units = table.units()[line][supplier];
        if (units > 0) {
          lines.add(new PlannedLine(problem.lines[line].line(), (int) units));
        }
      }
      if (!lines.isEmpty()) {
        shipments.add(new PlannedShipment(problem.suppliers[supplier], lines));
      }
    }
    return shipments;
  }

  private List<PlannedBackorder> backorders(long[] lacking) {
    Map<String, Map<String, Long>> used = new HashMap<>();
    for (int line = 0; line < lacking.length; line++) {
      if (lacking[line] > 0) {
        used.put(problem.lines[line].sku(), new HashMap<>());
      }
    }
    for (int line = 0; line < lacking.length; line++) {
      Map<String, Long> ofSku = used.get(problem.lines[line].sku());
      for (int s = 0; ofSku != null && s < problem.suppliers.length; s++) {
        ofSku.merge(problem.suppliers[s], table.units()[line][s], Long::sum);
      }
    }
    Backorders sources = new Backorders(screening, offers, used);
    List<PlannedBackorder> backorders = new ArrayList<>();
    for (int line = 0; line < lacking.length; line++) {
      DemandLine wanted = problem.lines[line];
      backorders.addAll(sources.of(wanted.line(), wanted.sku(), lacking[line]));
    }
    return backorders;
  }

  private Score score() {
    long units = 0;
    long price = 0;
    long stock = 0;
    long rank = 0;
    int lead = 0;
    long used = 0;
    for (int item = 0; item < problem.items; item++) {
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        if (taken[i] > 0) {
          units += taken[i] * problem.weight[item];
          price += taken[i] * problem.price[i];
          stock = Overflow.plus(stock, problem.stock[i], taken[i]);
          rank += taken[i] * problem.rank[i];
          lead = Math.max(lead, problem.lead[i]);
          used |= 1L << problem.supplier[i];
        }
      }
    }
    for (int supplier = 0; supplier < problem.suppliers.length; supplier++) {
      price += (used >>> supplier & 1) * problem.fee[supplier];
    }
    return new Score(units, Long.bitCount(used), money(price), lead, stock, rank);
  }

  private BigDecimal money(long amount) {
    return BigDecimal.valueOf(amount, problem.priceScale);
  }

  private static Score nothing() {
    return new Score(0, 0, new BigDecimal("0.00"), 0, 0, 0);
  }
}
