package io.serai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The offers of all SKUs, from which planned orders take their units in turn. Not safe to share
 * between threads.
 */
public final class Stock {
  /** By SKU, then by supplier. */
  private final Map<String, TreeMap<String, Offer>> offers = new HashMap<>();

  /**
   * A stock of these offers.
   *
   * @throws IllegalArgumentException when a supplier offers one SKU twice
   */
  public Stock(Iterable<Offer> all) {
    for (Offer offer : all) {
      TreeMap<String, Offer> ofSku = offers.computeIfAbsent(offer.sku(), s -> new TreeMap<>());
      if (ofSku.putIfAbsent(offer.supplier(), offer) != null) {
        throw new IllegalArgumentException(
            "supplier "
                + offer.supplier()
                + " offers SKU "
                + offer.sku()
                + " twice; give one offer for each supplier and SKU");
      }
    }
  }

  /** The offers, with what is left of each, for the SKUs that an order wants. */
  public List<Offer> offersFor(Demand demand) {
    List<Offer> wanted = new ArrayList<>();
    Set<String> skus = new HashSet<>();
    for (DemandLine line : demand.lines()) {
      if (skus.add(line.sku()) && offers.containsKey(line.sku())) {
        wanted.addAll(offers.get(line.sku()).values());
      }
    }
    return wanted;
  }

  /** All offers, with what is left of each. */
  public List<Offer> offers() {
    return offers.values().stream().flatMap(ofSku -> ofSku.values().stream()).toList();
  }

  /** Takes the units that a plan ships. */
  public void take(Demand demand, Plan plan) {
    move(demand, plan, -1);
  }

  /** Puts back the units that a plan ships. */
  public void putBack(Demand demand, Plan plan) {
    move(demand, plan, 1);
  }

  private void move(Demand demand, Plan plan, int sign) {
    Map<String, String> skus = new HashMap<>();
    demand.lines().forEach(line -> skus.put(line.line(), line.sku()));
    for (PlannedShipment shipment : plan.shipments()) {
      for (PlannedLine line : shipment.lines()) {
        offers
            .get(skus.get(line.line()))
            .computeIfPresent(
                shipment.supplier(),
                (supplier, offer) -> offer.withQuantity(offer.quantity() + sign * line.quantity()));
      }
    }
  }

  /** The suppliers, by the smallest rank of their offers, then by id. */
  List<String> suppliersByRank() {
    Map<String, Integer> ranks = new TreeMap<>();
    offers
        .values()
        .forEach(
            ofSku -> ofSku.values().forEach(o -> ranks.merge(o.supplier(), o.rank(), Math::min)));
    return ranks.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
