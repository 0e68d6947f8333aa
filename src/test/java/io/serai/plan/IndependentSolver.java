package io.serai.plan;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The same question as a constraint program in whole numbers, solved by the CP-SAT solver of
 * OR-Tools: once for the units, then once for each priority with all earlier answers held. It
 * shares no code with the planner.
 */
final class IndependentSolver {
  static {
    Loader.loadNativeLibraries();
  }

  private final RandomCase given;
  private final CpModel model = new CpModel();
  private final Map<String, BoolVar> used = new LinkedHashMap<>();
  private final Map<Offer, IntVar> units = new LinkedHashMap<>();
  private final Map<Offer, BoolVar> touched = new LinkedHashMap<>();
  private final IntVar lead = model.newIntVar(0, 1_000, "lead");

  IndependentSolver(RandomCase given) {
    this.given = given;
    for (Offer offer : given.usable()) {
      if (given.wanted().containsKey(offer.sku())) {
        addOffer(offer);
      }
    }
    given.wanted().forEach(this::addDemand);
    addMaxShipments();
    used.forEach(this::addMinimum);
    given.sets().forEach(this::addSet);
  }

  private void addOffer(Offer offer) {
    int most = Math.min(given.free(offer), given.wanted().get(offer.sku()));
    BoolVar supplier =
        used.computeIfAbsent(offer.supplier(), name -> model.newBoolVar("used " + name));
    IntVar some = model.newIntVar(0, most, "units");
    BoolVar any = model.newBoolVar("any");
    model.addEquality(some, 0).onlyEnforceIf(any.not());
    model.addGreaterThan(some, 0).onlyEnforceIf(any);
    model.addImplication(any, supplier);
    model.addGreaterOrEqual(lead, offer.leadDays()).onlyEnforceIf(any);
    units.put(offer, some);
    touched.put(offer, any);
  }

  private void addDemand(String sku, int wanted) {
    model.addLessOrEqual(sum(ofSku(sku)), wanted);
    if (!given.rules().split().acrossLine()) {
      model.addAtMostOne(ofSku(sku).stream().map(touched::get).toArray(Literal[]::new));
    }
  }

  private List<Offer> ofSku(String sku) {
    return units.keySet().stream().filter(offer -> offer.sku().equals(sku)).toList();
  }

  private LinearExpr sum(List<Offer> offers) {
    return LinearExpr.sum(offers.stream().map(units::get).toArray(IntVar[]::new));
  }

  private void addMaxShipments() {
    int most = given.rules().split().maxShipments();
    if (most > 0) {
      model.addLessOrEqual(LinearExpr.sum(used.values().toArray(BoolVar[]::new)), most);
    }
  }

  private void addMinimum(String supplier, BoolVar isUsed) {
    LinearExprBuilder value = LinearExpr.newBuilder();
    units.forEach(
        (offer, some) -> {
          if (offer.supplier().equals(supplier)) {
            value.addTerm(some, cents(offer.cost()));
          }
        });
    long minimum = cents(given.rules().terms(supplier).minimumOrder());
    model.addGreaterOrEqual(value, minimum).onlyEnforceIf(isUsed);
  }

  private void addSet(Together set) {
    BoolVar ships = model.newBoolVar("set");
    TreeSet<String> suppliers = new TreeSet<>(used.keySet());
    for (String sku : set.skus()) {
      int wanted = given.wanted().get(sku);
      model.addEquality(sum(ofSku(sku)), wanted).onlyEnforceIf(ships);
      model.addEquality(sum(ofSku(sku)), 0).onlyEnforceIf(ships.not());
      suppliers.retainAll(ofSku(sku).stream().map(Offer::supplier).toList());
    }
    if (set.oneShipment()) {
      addOneSender(set, ships, suppliers);
    }
  }

  private void addOneSender(Together set, BoolVar ships, TreeSet<String> suppliers) {
    List<Literal> senders = new ArrayList<>();
    senders.add(ships.not());
    for (String supplier : suppliers) {
      BoolVar sends = model.newBoolVar("sends");
      senders.add(sends);
      for (Offer offer : units.keySet()) {
        if (set.skus().contains(offer.sku()) && !offer.supplier().equals(supplier)) {
          model.addImplication(sends, touched.get(offer).not());
        }
      }
    }
    model.addExactlyOne(senders.toArray(Literal[]::new));
  }

  /** The units that ship, then each priority, in their order; stock as it is, not negated. */
  List<Long> solve() {
    List<Long> answers = new ArrayList<>();
    answers.add(stage(sum(List.copyOf(units.keySet())), true));
    for (Priority priority : given.rules().prioritize()) {
      answers.add(stage(goal(priority).build(), priority == Priority.STOCK));
    }
    return answers;
  }

  private LinearExprBuilder goal(Priority priority) {
    LinearExprBuilder goal = LinearExpr.newBuilder();
    switch (priority) {
      case SHIPMENTS -> used.values().forEach(goal::add);
      case SPEED -> goal.add(lead);
      case STOCK -> units.forEach((offer, some) -> goal.addTerm(some, offer.quantity()));
      case PREFERENCE -> units.forEach((offer, some) -> goal.addTerm(some, offer.rank()));
      case PRICE -> {
        units.forEach((offer, some) -> goal.addTerm(some, cents(offer.cost())));
        used.forEach((supplier, is) -> goal.addTerm(is, fee(supplier)));
      }
    }
    return goal;
  }

  private long fee(String supplier) {
    return units.keySet().stream()
        .filter(offer -> offer.supplier().equals(supplier))
        .mapToLong(offer -> cents(offer.handlingFee()))
        .max()
        .orElse(0);
  }

  private static long cents(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }

  private long stage(LinearExpr goal, boolean largest) {
    if (largest) {
      model.maximize(goal);
    } else {
      model.minimize(goal);
    }
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(1);
    CpSolverStatus status = solver.solve(model);
    if (status != CpSolverStatus.OPTIMAL) {
      throw new IllegalStateException("CP-SAT found no optimum: " + status);
    }
    long value = Math.round(solver.objectiveValue());
    model.clearObjective();
    model.addEquality(goal, value);
    return value;
  }
}
