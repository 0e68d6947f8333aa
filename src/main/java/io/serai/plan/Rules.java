package io.serai.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merchant's wishes for the split of orders: the {@code rules} block of {@code serai.yaml}.
 * Immutable.
 *
 * @param prioritize compared in this order among the plans that ship the most units; no word twice
 * @param exclude offers that are dropped
 * @param only for the orders and SKUs that an entry speaks of, the suppliers that may serve them;
 *     all entries that speak of an offer must name its supplier
 * @param suppliers terms by supplier id; a supplier that does not stand here has {@link
 *     SupplierTerms#DEFAULT}
 * @param release how long orders wait to be planned together
 * @param channels the whole rules of a channel that overrides some of them, by channel
 */
public record Rules(
    List<Priority> prioritize,
    Split split,
    SafetyBuffer safetyBuffer,
    List<Matching> exclude,
    List<Matching> only,
    Map<String, SupplierTerms> suppliers,
    SearchLimit search,
    Release release,
    Map<String, Rules> channels) {
  /** Fewest shipments, then the best price, then the fastest; nothing forbidden. */
  public static final Rules DEFAULT =
      new Rules(
          List.of(Priority.SHIPMENTS, Priority.PRICE, Priority.SPEED),
          Split.FREE,
          SafetyBuffer.NONE,
          List.of(),
          List.of(),
          Map.of(),
          SearchLimit.DEFAULT,
          Release.AT_ONCE,
          Map.of());

  /** Keeps its own copies. */
  public Rules {
    prioritize = List.copyOf(prioritize);
    exclude = List.copyOf(exclude);
    only = List.copyOf(only);
    suppliers = Map.copyOf(suppliers);
    channels = Map.copyOf(channels);
    EnumSet<Priority> seen = EnumSet.noneOf(Priority.class);
    for (Priority priority : prioritize) {
      if (!seen.add(priority)) {
        throw new IllegalArgumentException(
            "prioritize: " + priority.word() + " stands twice; name each priority once");
      }
    }
  }

  /**
   * Reads the {@code rules} block; what it does not say is as in {@link #DEFAULT}. The {@code
   * backorders} block inside it is not the planner's: its own reader checks it.
   *
   * @throws RuleFault when a key is unknown or a value cannot be followed
   */
  public static Rules from(JsonNode block) {
    return RulesReading.of(block);
  }

  /** The rules that hold for one channel. */
  public Rules forChannel(String channel) {
    return channels.isEmpty() ? this : channels.getOrDefault(channel, this);
  }

  /** The terms of one supplier. */
  public SupplierTerms terms(String supplier) {
    return suppliers.isEmpty()
        ? SupplierTerms.DEFAULT
        : suppliers.getOrDefault(supplier, SupplierTerms.DEFAULT);
  }

  /** Whether a supplier may ever serve a SKU for an order of this channel and destination. */
  public boolean allow(String channel, String country, String supplier, String sku) {
    Offer offer =
        new Offer(supplier, sku, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, Optional.empty());
    Demand demand = new Demand("", channel, country, List.of(new DemandLine("1", sku, 1)));
    return OfferRule.forbidding(forChannel(channel), demand, offer).isEmpty();
  }

  /** The same rules with other priorities. */
  public Rules withPrioritize(Priority... priorities) {
    return new Rules(
        List.of(priorities),
        split,
        safetyBuffer,
        exclude,
        only,
        suppliers,
        search,
        release,
        channels);
  }

  /** The same rules with another way to divide orders. */
  public Rules withSplit(Split other) {
    return new Rules(
        prioritize, other, safetyBuffer, exclude, only, suppliers, search, release, channels);
  }

  /** The same rules with other terms of suppliers, here and in every channel's own rules. */
  public Rules withSuppliers(Map<String, SupplierTerms> terms) {
    Map<String, Rules> own = new HashMap<>();
    channels.forEach((channel, rules) -> own.put(channel, rules.withSuppliers(terms)));
    return new Rules(prioritize, split, safetyBuffer, exclude, only, terms, search, release, own);
  }

  /** The same rules with other rules of channels. */
  Rules withChannels(Map<String, Rules> other) {
    return new Rules(
        prioritize, split, safetyBuffer, exclude, only, suppliers, search, release, other);
  }

  /** The same rules with another limit of the search. */
  public Rules withSearch(SearchLimit limit) {
    return new Rules(
        prioritize, split, safetyBuffer, exclude, only, suppliers, limit, release, channels);
  }
}
