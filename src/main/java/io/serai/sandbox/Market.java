package io.serai.sandbox;

import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which channels sell, and what their requests are compared with.
 *
 * @param shares of a hundred orders, how many each channel sells, by the id of its account
 * @param contracts the folder of the channels' official descriptions, a folder for each; empty when
 *     requests are compared with nothing
 */
public record Market(Map<String, Integer> shares, Optional<Path> contracts) {
  /** The account at the store. */
  public static final String DTC = "dtc";

  /** The account at Amazon. */
  public static final String AMAZON = "amazon";

  /** The account at Walmart. */
  public static final String WALMART = "walmart";

  /** The account at eBay. */
  public static final String EBAY = "ebay";

  // Walmart delivers nowhere else.
  private static final String HOME = "US";

  /** The store sells everything. */
  public static final Market STORE = new Market(Map.of(DTC, 100), Optional.empty());

  /** Copies the shares, so that the market cannot change. */
  public Market {
    shares = Map.copyOf(shares);
  }

  /** All four channels sell. */
  public static Market all(Optional<Path> contracts) {
    return new Market(Map.of(DTC, 40, AMAZON, 25, WALMART, 20, EBAY, 15), contracts);
  }

  /** Whether an account sells. */
  public boolean has(String channel) {
    return shares.containsKey(channel);
  }

  /** What an account sells of the orders; the same orders are always spread the same way. */
  public List<SoldOrder> of(String channel, List<SoldOrder> orders) {
    Stream<SoldOrder> sold = orders.stream().filter(order -> channel(order).equals(channel));
    return (channel.equals(WALMART) ? sold.map(order -> order.within(HOME)) : sold).toList();
  }

  /** A marketplace sells no order of which nothing is shipped. */
  private String channel(SoldOrder order) {
    int place = Math.floorMod(order.name().hashCode() * 0x9E3779B9, 100);
    if (order.lines().stream().anyMatch(SoldLine::requiresShipping)) {
      for (Map.Entry<String, Integer> share : inOrder().entrySet()) {
        place -= share.getValue();
        if (place < 0) {
          return share.getKey();
        }
      }
    }
    return DTC;
  }

  private Map<String, Integer> inOrder() {
    Map<String, Integer> inOrder = new LinkedHashMap<>();
    for (String channel : List.of(DTC, AMAZON, WALMART, EBAY)) {
      inOrder.put(channel, shares.getOrDefault(channel, 0));
    }
    return inOrder;
  }
}
