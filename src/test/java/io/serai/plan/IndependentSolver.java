package io.serai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The same question as a mixed-integer program, solved by ojAlgo: once for the units, then once for
 * each priority with all earlier answers held. It shares no code with the planner.
 */
final class IndependentSolver {
  private final RandomCase given;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<String, Variable> used = new HashMap<>();
  private final Map<Offer, Variable> units = new HashMap<>();
  private final Map<Offer, Variable> touched = new HashMap<>();
  private final List<Offer> offers = new ArrayList<>();
  private final Variable lead;
  private final List<String> suppliers;

  IndependentSolver(RandomCase given) {
    this.given = given;
    Set<String> names = new TreeSet<>();
    for (Offer offer : given.usable()) {
      if (given.wanted().containsKey(offer.sku())) {
        offers.add(offer);
        names.add(offer.supplier());
      }
    }
    this.suppliers = List.copyOf(names);
    this.lead = model.newVariable("lead").lower(0).upper(100);
    variables();
    demands();
    rules();
  }

  private void variables() {
    for (String supplier : suppliers) {
      used.put(supplier, model.newVariable("used " + supplier).binary());
    }
    for (Offer offer : offers) {
      String name = offer.supplier() + " " + offer.sku();
      int most = Math.min(given.free(offer), given.wanted().get(offer.sku()));
      Variable x = model.newVariable("units " + name).integer().lower(0).upper(most);
      Variable t = model.newVariable("touched " + name).binary();
      units.put(offer, x);
      touched.put(offer, t);
      model.newExpression(name + " a").set(x, 1).set(t, -most).upper(0);
      model.newExpression(name + " b").set(t, 1).set(used.get(offer.supplier()), -1).upper(0);
      model.newExpression(name + " c").set(t, offer.leadDays()).set(lead, -1).upper(0);
    }
  }

  private void demands() {
    for (Map.Entry<String, Integer> wanted : given.wanted().entrySet()) {
      Expression sum = model.newExpression("demand " + wanted.getKey()).upper(wanted.getValue());
      Expression sources = model.newExpression("sources " + wanted.getKey());
      for (Offer offer : ofSku(wanted.getKey())) {
        sum.set(units.get(offer), 1);
        sources.set(touched.get(offer), 1);
      }
      if (!given.rules().split().acrossLine()) {
        sources.upper(1);
      }
    }
  }

  private List<Offer> ofSku(String sku) {
    return offers.stream().filter(offer -> offer.sku().equals(sku)).toList();
  }

  private void rules() {
    int most = given.rules().split().maxShipments();
    if (most > 0) {
      Expression count = model.newExpression("max shipments").upper(most);
      used.values().forEach(y -> count.set(y, 1));
    }
    for (String supplier : suppliers) {
      Expression minimum = model.newExpression("minimum " + supplier).lower(0);
      minimum.set(used.get(supplier), given.rules().terms(supplier).minimumOrder().negate());
      for (Offer offer : offers) {
        if (offer.supplier().equals(supplier)) {
          minimum.set(units.get(offer), offer.cost());
        }
      }
    }
    int number = 0;
    for (Together set : given.sets()) {
      together(set, number++);
    }
  }

  private void together(Together set, int number) {
    Variable ships = model.newVariable("ships " + number).binary();
    Map<String, Variable> from = new HashMap<>();
    Expression one = model.newExpression("one " + number).level(0).set(ships, -1);
    for (String supplier : suppliers) {
      from.put(supplier, model.newVariable("from " + number + " " + supplier).binary());
      one.set(from.get(supplier), 1);
    }
    for (String sku : set.skus()) {
      int wanted = given.wanted().get(sku);
      Expression whole = model.newExpression("whole " + number + sku).level(0);
      whole.set(ships, -wanted);
      Set<String> having = new TreeSet<>();
      for (Offer offer : ofSku(sku)) {
        whole.set(units.get(offer), 1);
        having.add(offer.supplier());
        if (set.oneShipment()) {
          model
              .newExpression("all " + number + sku + offer.supplier())
              .level(0)
              .set(units.get(offer), 1)
              .set(from.get(offer.supplier()), -wanted);
        }
      }
      for (String supplier : suppliers) {
        if (set.oneShipment() && !having.contains(supplier)) {
          from.get(supplier).upper(0);
        }
      }
    }
  }

  /** The units that ship, then each priority, in their order; stock as it is, not negated. */
  List<Long> solve() {
    List<Long> answers = new ArrayList<>();
    Expression all = model.newExpression("units");
    units.values().forEach(x -> all.set(x, 1));
    answers.add(stage(all, true));
    for (Priority priority : given.rules().prioritize()) {
      answers.add(stage(goal(priority), priority == Priority.STOCK));
    }
    return answers;
  }

  private Expression goal(Priority priority) {
    Expression goal = model.newExpression(priority.word());
    switch (priority) {
      case SHIPMENTS -> used.values().forEach(y -> goal.set(y, 1));
      case SPEED -> goal.set(lead, 1);
      case STOCK -> units.forEach((offer, x) -> goal.set(x, offer.quantity()));
      case PREFERENCE -> units.forEach((offer, x) -> goal.set(x, offer.rank()));
      case PRICE -> {
        units.forEach((offer, x) -> goal.set(x, cents(offer.cost())));
        for (Offer offer : offers) {
          goal.set(used.get(offer.supplier()), cents(offer.handlingFee()));
        }
      }
    }
    return goal;
  }

  private static long cents(java.math.BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }

  private long stage(Expression goal, boolean largest) {
    goal.weight(1);
    ExpressionsBasedModel fresh = model.copy(false, false);
    Optimisation.Result result = largest ? fresh.maximise() : fresh.minimise();
    if (!result.getState().isOptimal()) {
      throw new IllegalStateException("ojAlgo found no optimum: " + result);
    }
    long value = offers.isEmpty() ? 0 : Math.round(goal.evaluate(result).doubleValue());
    goal.weight(null);
    goal.level(value);
    return value;
  }
}
