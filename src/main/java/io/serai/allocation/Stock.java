package io.serai.allocation;

import io.serai.stock.StockedOffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The locked offers as one transaction sees them while it makes one promise after another. What
 * orders already wait for is not free: whoever comes later does not overtake the queue.
 */
public final class Stock {
  private final Map<String, List<StockedOffer>> offers;
  private final Map<String, Integer> awaited;

  /**
   * The stock of a transaction.
   *
   * @param offers locked, by SKU
   * @param awaited units that the queue has a claim on, by SKU; empty when it is the queue that is
   *     served
   */
  public Stock(Map<String, List<StockedOffer>> offers, Map<String, Integer> awaited) {
    this.offers = new HashMap<>(offers);
    this.awaited = awaited;
  }

  /** The same, of which promises take nothing off this. */
  public Stock copy() {
    return new Stock(offers, awaited);
  }

  /** Whether any supplier has ever offered the SKU. */
  public boolean knows(String sku) {
    return offers.containsKey(sku);
  }

  /** The offers of a SKU, less what the queue has a claim on. */
  public List<StockedOffer> of(String sku) {
    List<StockedOffer> all = offers.getOrDefault(sku, List.of());
    int claimed = awaited.getOrDefault(sku, 0);
    if (claimed == 0) {
      return all;
    }
    List<StockedOffer> left = new ArrayList<>(all.size());
    for (StockedOffer offer : all) {
      int taken = Math.min(claimed, offer.free());
      claimed -= taken;
      left.add(offer.promising(taken));
    }
    return left;
  }

  /** The units of a SKU that can be promised. */
  public int free(String sku) {
    return of(sku).stream().mapToInt(StockedOffer::free).sum();
  }

  /** Whether the queue has a claim on units of a SKU that could be promised but for it. */
  boolean isClaimed(String sku) {
    return awaited.getOrDefault(sku, 0) > 0
        && offers.getOrDefault(sku, List.of()).stream().anyMatch(offer -> offer.free() > 0);
  }

  /** The same stock, as if nobody had a claim on any of it. */
  Stock unclaimed() {
    return new Stock(offers, Map.of());
  }

  /** One offer, where there is one. */
  public Optional<StockedOffer> offer(String sku, String supplier) {
    return offers.getOrDefault(sku, List.of()).stream()
        .filter(offer -> offer.supplier().equals(supplier))
        .findFirst();
  }

  /**
   * Counts units as free again that are promised now, for a plan that may promise them otherwise.
   */
  public void release(String sku, String supplier, int units) {
    promise(sku, supplier, -units);
  }

  /** Counts units as promised for whatever is decided next in this transaction. */
  void promise(String sku, String supplier, int units) {
    offers.computeIfPresent(
        sku,
        (key, all) ->
            all.stream()
                .map(offer -> offer.supplier().equals(supplier) ? offer.promising(units) : offer)
                .toList());
  }
}
