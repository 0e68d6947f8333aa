package io.serai.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans several orders against one stock, so that scarce units go where they save the most.
 *
 * <p>Begins with each order in turn, as they came; or with each in turn taking from full shelves
 * first, where that comes out better. Then, for each order that would do better had it come first,
 * takes back the orders that hold what it lacks, plans it before them, and keeps the change only
 * when all of them together are better.
 *
 * <p>No order ever ships fewer units than it would have in turn, so nobody waits for another's
 * sake, and the sum is never worse. Pure: the same orders in the same sequence give the same plans.
 */
public final class JointPlanner {
  /** Rounds over all orders; the gain of a later one is small. */
  private static final int ROUNDS = 4;

  /** More orders than this are not planned again at once: it seldom succeeds and takes long. */
  private static final int MOST_AT_ONCE = 12;

  private final Rules rules;
  private final Optional<Instant> at;
  private final SharedStock orders;

  /** Tries that changed nothing, each until one of its orders changes. */
  private final Set<List<Integer>> failed = new HashSet<>();

  /** What each order would have, were it the only one. */
  private final List<Plan> alone = new ArrayList<>();

  private JointPlanner(
      List<Demand> demands, Iterable<Offer> offers, Rules rules, Optional<Instant> at) {
    this.rules = rules;
    this.at = at;
    this.orders = new SharedStock(demands, offers);
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
    for (int order = 0; order < orders.size(); order++) {
      alone.add(planned(order, rules));
    }
    placeAll(rules);
    List<Plan> oneByOne = orders.plans();
    startThriftily(oneByOne);
    boolean better = true;
    for (int round = 0; round < ROUNDS && better; round++) {
      better = false;
      for (int order = 0; order < orders.size(); order++) {
        better |= improve(order, oneByOne);
      }
    }
    return new JointPlan(orders.plans(), Totals.of(orders.plans()), Totals.of(oneByOne));
  }

  private Plan planned(int order, Rules by) {
    List<Offer> offers = orders.offersFor(order);
    return at.isPresent()
        ? Planner.plan(orders.demand(order), offers, by, at.get())
        : Planner.plan(orders.demand(order), offers, by);
  }

  private void place(int order, Rules by) {
    orders.takeBack(order);
    orders.settle(order, planned(order, by));
  }

  private void placeAll(Rules by) {
    for (int order = 0; order < orders.size(); order++) {
      place(order, by);
    }
  }

  /**
   * Each in turn again, but so that of equally good plans by the first priority each order takes
   * the one that leaves scarce offers to others; then each again by the true priorities.
   */
  private void startThriftily(List<Plan> oneByOne) {
    for (int order = 0; order < orders.size(); order++) {
      orders.takeBack(order);
    }
    placeAll(thrifty(rules));
    placeAll(rules);
    if (!isFair(oneByOne) || compare(orders.plans(), oneByOne) >= 0) {
      for (int order = 0; order < orders.size(); order++) {
        orders.takeBack(order);
      }
      for (int order = 0; order < orders.size(); order++) {
        orders.settle(order, oneByOne.get(order));
      }
    }
  }

  private boolean isFair(List<Plan> oneByOne) {
    boolean fair = true;
    for (int order = 0; order < orders.size(); order++) {
      fair &= shipsNoLess(order, oneByOne);
    }
    return fair;
  }

  private boolean shipsNoLess(int order, List<Plan> oneByOne) {
    return orders.plan(order).score().units() >= oneByOne.get(order).score().units();
  }

  private static Rules thrifty(Rules rules) {
    List<Priority> priorities = new ArrayList<>(rules.prioritize());
    priorities.remove(Priority.STOCK);
    priorities.add(Math.min(1, priorities.size()), Priority.STOCK);
    Map<String, Rules> channels = new HashMap<>();
    rules.channels().forEach((channel, own) -> channels.put(channel, thrifty(own)));
    return rules.withPrioritize(priorities.toArray(Priority[]::new)).withChannels(channels);
  }

  private boolean improve(int order, List<Plan> oneByOne) {
    Plan wished = alone.get(order);
    if (compare(List.of(wished), List.of(orders.plan(order))) >= 0) {
      return false;
    }
    List<Integer> inTheWay = orders.inTheWay(order, wished);
    if (inTheWay.size() > 1
        && inTheWay.size() <= MOST_AT_ONCE
        && goesFirst(order, inTheWay, oneByOne)) {
      return true;
    }
    boolean better = false;
    for (int other : inTheWay) {
      better |= goesFirst(order, List.of(other), oneByOne);
    }
    return better;
  }

  /** Plans an order before others, and keeps that only when all of them are better together. */
  private boolean goesFirst(int order, List<Integer> others, List<Plan> oneByOne) {
    List<Integer> changed = new ArrayList<>();
    changed.add(order);
    changed.addAll(others);
    if (failed.contains(changed)) {
      return false;
    }
    List<Plan> before = changed.stream().map(orders::plan).toList();
    changed.forEach(orders::takeBack);
    changed.forEach(i -> place(i, rules));
    List<Plan> after = changed.stream().map(orders::plan).toList();
    if (compare(after, before) < 0 && changed.stream().allMatch(i -> shipsNoLess(i, oneByOne))) {
      failed.removeIf(tried -> !Collections.disjoint(tried, changed));
      return true;
    }
    failed.add(changed);
    changed.forEach(orders::takeBack);
    for (int i = 0; i < before.size(); i++) {
      orders.settle(changed.get(i), before.get(i));
    }
    return false;
  }

  private int compare(List<Plan> some, List<Plan> others) {
    return Totals.of(some).compareBy(rules.prioritize(), Totals.of(others));
  }
}
