package io.serai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Orders that share one stock, each with the plan that it has now, or none. */
final class SharedStock {
  private final List<Demand> demands;
  private final Stock stock;
  private final List<Plan> plans = new ArrayList<>();

  /** The orders that take units of an offer, by SKU and supplier. */
  private final Map<List<String>, TreeSet<Integer>> takers = new HashMap<>();

  SharedStock(List<Demand> demands, Iterable<Offer> offers) {
    this.demands = demands;
    this.stock = new Stock(offers);
    demands.forEach(demand -> plans.add(null));
  }

  int size() {
    return demands.size();
  }

  Demand demand(int order) {
    return demands.get(order);
  }

  Plan plan(int order) {
    return plans.get(order);
  }

  /** The plans of all orders, each of which has one. */
  List<Plan> plans() {
    return List.copyOf(plans);
  }

  /** What is left for an order. */
  List<Offer> offersFor(int order) {
    return stock.offersFor(demands.get(order));
  }

  /** Gives an order a plan, instead of the one it may have. */
  void settle(int order, Plan plan) {
    takeBack(order);
    plans.set(order, plan);
    stock.take(demands.get(order), plan);
    units(order, plan)
        .keySet()
        .forEach(offer -> takers.computeIfAbsent(offer, key -> new TreeSet<>()).add(order));
  }

  /** Takes an order's plan back, if it has one. */
  void takeBack(int order) {
    Plan plan = plans.set(order, null);
    if (plan != null) {
      stock.putBack(demands.get(order), plan);
      units(order, plan).keySet().forEach(offer -> takers.get(offer).remove(order));
    }
  }

  /** The orders that took so much from an offer that this one cannot have the plan it wishes. */
  List<Integer> inTheWay(int order, Plan wished) {
    Map<List<String>, Integer> free = new HashMap<>();
    offersFor(order)
        .forEach(offer -> free.put(List.of(offer.sku(), offer.supplier()), offer.quantity()));
    Map<List<String>, Integer> has = units(order, plans.get(order));
    TreeSet<Integer> orders = new TreeSet<>();
    units(order, wished)
        .forEach(
            (offer, wanted) -> {
              if (free.get(offer) + has.getOrDefault(offer, 0) < wanted) {
                orders.addAll(takers.getOrDefault(offer, new TreeSet<>()));
              }
            });
    orders.remove(order);
    return List.copyOf(orders);
  }

  private Map<List<String>, Integer> units(int order, Plan plan) {
    Map<String, String> skus = new HashMap<>();
    demands.get(order).lines().forEach(line -> skus.put(line.line(), line.sku()));
    Map<List<String>, Integer> units = new HashMap<>();
    for (PlannedShipment shipment : plan.shipments()) {
      for (PlannedLine line : shipment.lines()) {
        List<String> offer = List.of(skus.get(line.line()), shipment.supplier());
        units.merge(offer, line.quantity(), Integer::sum);
      }
    }
    return units;
  }
}
