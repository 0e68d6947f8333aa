package io.serai.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@code rules} block of {@code serai.yaml}. */
final class RulesReading {
  private static final String[] KEYS = {
    "prioritize",
    "split",
    "safetyBuffer",
    "exclude",
    "only",
    "suppliers",
    "search",
    "release",
    "backorders"
  };

  private RulesReading() {}

  static Rules of(JsonNode block) {
    JsonNode given = block == null ? JsonNodeFactory.instance.nullNode() : block;
    RuleNode rules = new RuleNode("rules", given);
    rules.keys(
        Stream.concat(
                Stream.of(KEYS), Stream.of("channels", "substitutes", "stock", "availability"))
            .toArray(String[]::new));
    Map<String, Rules> channels = new HashMap<>();
    rules
        .get("channels")
        .entries()
        .forEach((name, own) -> channels.put(name, read(overridden(given, own), Map.of())));
    return read(rules, channels);
  }

  private static Rules read(RuleNode rules, Map<String, Rules> channels) {
    return new Rules(
        priorities(rules.get("prioritize")),
        split(rules.get("split")),
        safetyBuffer(rules.get("safetyBuffer")),
        matchings(rules.get("exclude"), false),
        matchings(rules.get("only"), true),
        SupplierTermsReading.of(rules.get("suppliers")),
        search(rules.get("search")),
        release(rules.get("release")),
        channels);
  }

  /** A channel's own keys over the common ones; blocks merge key by key, all else is replaced. */
  private static RuleNode overridden(JsonNode common, RuleNode own) {
    own.keys(KEYS);
    ObjectNode merged = ((ObjectNode) common).deepCopy();
    merged.remove(List.of("channels", "substitutes"));
    own.entries().forEach((key, node) -> merged.set(key, merged(merged.path(key), node.value())));
    return new RuleNode(own.path(), merged);
  }

  private static JsonNode merged(JsonNode below, JsonNode above) {
    if (!below.isObject() || !above.isObject()) {
      return above;
    }
    ObjectNode both = ((ObjectNode) below).deepCopy();
    above
        .fieldNames()
        .forEachRemaining(key -> both.set(key, merged(below.path(key), above.get(key))));
    return both;
  }

  private static List<Priority> priorities(RuleNode node) {
    if (node.isAbsent()) {
      return Rules.DEFAULT.prioritize();
    }
    List<Priority> priorities = new ArrayList<>();
    for (RuleNode element : node.elements()) {
      Priority priority = element.parsed("one of " + words(), RulesReading::priority);
      if (priorities.contains(priority)) {
        throw element.fault("names " + priority.word() + " a second time; name it once");
      }
      priorities.add(priority);
    }
    return priorities;
  }

  private static Priority priority(String word) {
    return Stream.of(Priority.values()).filter(p -> p.word().equals(word)).findAny().orElseThrow();
  }

  private static String words() {
    return Stream.of(Priority.values()).map(Priority::word).collect(Collectors.joining(", "));
  }

  private static Split split(RuleNode node) {
    node.keys("outOfStockThreshold", "maxShipments", "acrossLine", "keepTogether");
    return new Split(
        node.get("outOfStockThreshold").integer(0, 0),
        node.get("maxShipments").integer(1, 0),
        node.get("acrossLine").yes(true),
        node.get("keepTogether").elements().stream().map(RulesReading::together).toList());
  }

  private static Together together(RuleNode node) {
    RuleNode skus = node.isObject() ? node.keys("skus", "oneShipment").get("skus") : node;
    Set<String> set = Set.copyOf(skus.elements().stream().map(RulesReading::text).toList());
    if (set.size() < 2) {
      throw node.fault("holds fewer than two SKUs; name all SKUs that belong together");
    }
    return new Together(set, node.get("oneShipment").yes(true));
  }

  private static String text(RuleNode node) {
    return node.parsed("a text", text -> text);
  }

  private static SafetyBuffer safetyBuffer(RuleNode node) {
    if (!node.isObject()) {
      return new SafetyBuffer(node.integer(0, 0), Map.of(), Map.of());
    }
    node.keys("units", "suppliers", "skus");
    return new SafetyBuffer(
        node.get("units").integer(0, 0), units(node.get("suppliers")), units(node.get("skus")));
  }

  private static Map<String, Integer> units(RuleNode node) {
    Map<String, Integer> units = new HashMap<>();
    node.entries().forEach((name, value) -> units.put(name, value.integer(0, 0)));
    return units;
  }

  private static List<Matching> matchings(RuleNode list, boolean supplierNeeded) {
    return list.elements().stream().map(node -> matching(node, supplierNeeded)).toList();
  }

  private static Matching matching(RuleNode node, boolean supplierNeeded) {
    node.keys("sku", "supplier", "channel", "country");
    List<String> suppliers = node.get("supplier").texts();
    if (supplierNeeded && suppliers.isEmpty()) {
      throw node.fault("names no supplier; write supplier: the ones that alone may serve these");
    }
    Matching matching =
        new Matching(
            node.get("sku").texts(),
            suppliers,
            node.get("channel").texts(),
            node.get("country").texts().stream().map(c -> c.toUpperCase(Locale.ROOT)).toList());
    if (matching.equals(new Matching(List.of(), List.of(), List.of(), List.of()))) {
      throw node.fault(
          "would match every offer; write at least one of sku, supplier, channel, country");
    }
    return matching;
  }

  private static SearchLimit search(RuleNode node) {
    node.keys("maxSteps", "timeLimitMilliseconds");
    SearchLimit usual = SearchLimit.DEFAULT;
    return new SearchLimit(
        node.get("maxSteps").integer(1, Long.MAX_VALUE, usual.steps()),
        node.get("timeLimitMilliseconds").integer(1, usual.milliseconds()));
  }

  private static Release release(RuleNode node) {
    node.keys("waitMinutes", "untilCutOff");
    return new Release(node.get("waitMinutes").integer(0, 0), node.get("untilCutOff").yes(false));
  }
}
