package io.serai.plan;

import java.util.List;

/**
 * Which offers, for which orders, an {@code exclude} or {@code only} entry speaks of. An empty list
 * speaks of all; a word that ends in {@code *} speaks of everything that begins so.
 */
public record Matching(
    List<String> skus, List<String> suppliers, List<String> channels, List<String> countries) {
  /** Keeps its own copies. */
  public Matching {
    skus = List.copyOf(skus);
    suppliers = List.copyOf(suppliers);
    channels = List.copyOf(channels);
    countries = List.copyOf(countries);
  }

  /** Does the entry speak of this order and SKU, whoever the supplier is? */
  public boolean concerns(Demand demand, String sku) {
    return within(channels, demand.channel())
        && within(countries, demand.country())
        && within(skus, sku);
  }

  /** Does the entry speak of this supplier? */
  public boolean names(String supplier) {
    return within(suppliers, supplier);
  }

  private static boolean within(List<String> words, String value) {
    return words.isEmpty() || words.stream().anyMatch(word -> means(word, value));
  }

  private static boolean means(String word, String value) {
    return word.endsWith("*")
        ? value.startsWith(word.substring(0, word.length() - 1))
        : word.equals(value);
  }
}
