package io.serai.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Plans several orders against one stock, so that scarce units go where they save the most.
 *
 * <p>Begins with each order in turn, as they came. Then, for each order that would do better had it
 * come first, takes back the orders that hold what it lacks, plans it before them, and keeps the
 * change only when all of them together are better. No order ever ships fewer units than it would
 * have in turn, so nobody waits for another's sake, and the sum is never worse. Pure: the same
 * orders in the same sequence give the same plans.
 */
public final class JointPlanner {
  /** Rounds over all orders; the gain of a later one is small. */
  private static final int ROUNDS = 4;

  /** More orders than this are not planned again at once: it seldom succeeds and takes long. */
  private static final int MOST_IN_THE_WAY = 12;

  private final List<Demand> demands;
  private final Rules rules;
  private final Optional<Instant> at;
  private final Stock stock;
  private final List<Plan> alone = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();

  /** The orders that take units of an offer, by SKU and supplier. */
  private final Map<List<String>, TreeSet<Integer>> takers = new HashMap<>();

  private JointPlanner(
      List<Demand> demands, Iterable<Offer> offers, Rules rules, Optional<Instant> at) {
    this.demands = demands;
    this.rules = rules;
    this.at = at;
    this.stock = new Stock(offers);
    demands.forEach(demand -> alone.add(planned(demand)));
  }

  /**
   * Plans the orders together.
   *
   * @param demands in the order they came
   * @param offers at most one for each supplier and SKU
   */
  public static JointPlan plan(List<Demand> demands, Iterable<Offer> offers, Rules rules) {
    return new JointPlanner(demands, offers, rules, Optional.empty()).run();
  }

  /** Plans the orders together, at a known time. */
  public static JointPlan plan(
      List<Demand> demands, Iterable<Offer> offers, Rules rules, Instant at) {
    return new JointPlanner(demands, offers, rules, Optional.of(at)).run();
  }

  private JointPlan run() {
    for (int order = 0; order < demands.size(); order++) {
      plans.add(null);
      place(order);
    }
    List<Plan> oneByOne = List.copyOf(plans);
    boolean better = true;
    for (int round = 0; round < ROUNDS && better; round++) {
      better = false;
      for (int order = 0; order < demands.size(); order++) {
        better |= improve(order, oneByOne);
      }
    }
    return new JointPlan(plans, Totals.of(plans), Totals.of(oneByOne));
  }

  private Plan planned(Demand demand) {
    List<Offer> offers = stock.offersFor(demand);
    return at.isPresent()
        ? Planner.plan(demand, offers, rules, at.get())
        : Planner.plan(demand, offers, rules);
  }

  private boolean improve(int order, List<Plan> oneByOne) {
    if (!isBetter(alone.get(order), plans.get(order))) {
      return false;
    }
    List<Integer> changed = new ArrayList<>();
    changed.add(order);
    changed.addAll(inTheWay(order));
    if (changed.size() == 1 || changed.size() > MOST_IN_THE_WAY) {
      return false;
    }
    List<Plan> before = changed.stream().map(plans::get).toList();
    changed.forEach(this::takeBack);
    changed.forEach(this::place);
    List<Plan> after = changed.stream().map(plans::get).toList();
    boolean fair = changed.stream().allMatch(i -> shipsNoLess(plans.get(i), oneByOne.get(i)));
    if (fair && compare(after, before) < 0) {
      return true;
    }
    changed.forEach(this::takeBack);
    for (int i = 0; i < before.size(); i++) {
      settle(changed.get(i), before.get(i));
    }
    return false;
  }

  private boolean isBetter(Plan one, Plan other) {
    return compare(List.of(one), List.of(other)) < 0;
  }

  private int compare(List<Plan> some, List<Plan> others) {
    return Totals.of(some).compareBy(rules.prioritize(), Totals.of(others));
  }

  private static boolean shipsNoLess(Plan plan, Plan inTurn) {
    return plan.score().units() >= inTurn.score().units();
  }

  /** The orders that took from an offer so much that this one cannot have it as it would alone. */
  private List<Integer> inTheWay(int order) {
    Demand demand = demands.get(order);
    Map<List<String>, Integer> free = new HashMap<>();
    stock
        .offersFor(demand)
        .forEach(offer -> free.put(List.of(offer.sku(), offer.supplier()), offer.quantity()));
    Map<List<String>, Integer> has = units(demand, plans.get(order));
    TreeSet<Integer> orders = new TreeSet<>();
    units(demand, alone.get(order))
        .forEach(
            (offer, wanted) -> {
              if (free.get(offer) + has.getOrDefault(offer, 0) < wanted) {
                orders.addAll(takers.getOrDefault(offer, new TreeSet<>()));
              }
            });
    orders.remove(order);
    return List.copyOf(orders);
  }

  private static Map<List<String>, Integer> units(Demand demand, Plan plan) {
    Map<String, String> skus = new HashMap<>();
    demand.lines().forEach(line -> skus.put(line.line(), line.sku()));
    Map<List<String>, Integer> units = new HashMap<>();
    for (PlannedShipment shipment : plan.shipments()) {
      for (PlannedLine line : shipment.lines()) {
        List<String> offer = List.of(skus.get(line.line()), shipment.supplier());
        units.merge(offer, line.quantity(), Integer::sum);
      }
    }
    return units;
  }

  private void place(int order) {
    settle(order, planned(demands.get(order)));
  }

  private void settle(int order, Plan plan) {
    plans.set(order, plan);
    stock.take(demands.get(order), plan);
    units(demands.get(order), plan)
        .keySet()
        .forEach(offer -> takers.computeIfAbsent(offer, key -> new TreeSet<>()).add(order));
  }

  private void takeBack(int order) {
    stock.putBack(demands.get(order), plans.get(order));
    units(demands.get(order), plans.get(order))
        .keySet()
        .forEach(offer -> takers.get(offer).remove(order));
  }
}
