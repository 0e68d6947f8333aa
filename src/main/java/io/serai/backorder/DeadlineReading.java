package io.serai.backorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.plan.RuleNode;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the dates in the {@code rules} block of {@code serai.yaml}. */
final class DeadlineReading {
  private static final int LONGEST = 3650;
  private static final String[] KEYS = {
    "notifyAfterDays",
    "cancelAfterDays",
    "warnBeforeDays",
    "cancelDaysAfterEstimate",
    "answerWithinDays",
    "onSilence",
    "tellChangeOfDays",
    "businessDays",
    "workdays",
    "holidays"
  };

  private DeadlineReading() {}

  static DeadlinePolicy of(JsonNode given, ZoneId zone) {
    RuleNode rules =
        new RuleNode("rules", given == null ? JsonNodeFactory.instance.nullNode() : given);
    RuleNode block = rules.get("backorders");
    block.keys(
        Stream.concat(
                Stream.of(KEYS), Stream.of("releaseWindowMinutes", "channels", "suppliers", "skus"))
            .toArray(String[]::new));
    return new DeadlinePolicy(
        zone,
        override(block),
        channels(rules, block),
        overrides(block.get("suppliers")),
        overrides(block.get("skus")));
  }

  // A channel's own rules may have dates as well; what stands in the block of the dates goes
  // before.
  private static Map<String, DeadlineOverride> channels(RuleNode rules, RuleNode block) {
    Map<String, DeadlineOverride> channels = new HashMap<>();
    rules
        .get("channels")
        .entries()
        .forEach(
            (channel, own) -> {
              if (!own.get("backorders").isAbsent()) {
                channels.put(channel, override(own.get("backorders").keys(KEYS)));
              }
            });
    overrides(block.get("channels"))
        .forEach(
            (channel, own) -> channels.merge(channel, own, (below, above) -> above.over(below)));
    return channels;
  }

  private static Map<String, DeadlineOverride> overrides(RuleNode node) {
    Map<String, DeadlineOverride> overrides = new HashMap<>();
    node.entries().forEach((name, own) -> overrides.put(name, override(own.keys(KEYS))));
    return overrides;
  }

  private static DeadlineOverride override(RuleNode node) {
    return new DeadlineOverride(
        number(node.get("notifyAfterDays"), 0),
        number(node.get("cancelAfterDays"), 1),
        number(node.get("warnBeforeDays"), 0),
        number(node.get("cancelDaysAfterEstimate"), 1),
        number(node.get("answerWithinDays"), 1),
        value(node.get("onSilence"), DeadlineReading::silence),
        number(node.get("tellChangeOfDays"), 1),
        value(node.get("businessDays"), key -> key.yes(false)),
        value(node.get("workdays"), RuleNode::weekdays),
        value(node.get("holidays"), RuleNode::dates));
  }

  private static Optional<Integer> number(RuleNode node, int least) {
    return value(node, key -> (int) key.integer(least, LONGEST, least));
  }

  private static Silence silence(RuleNode node) {
    return node.parsed("wait or cancel", text -> Silence.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  private static <T> Optional<T> value(RuleNode node, Function<RuleNode, T> reading) {
    return node.isAbsent() ? Optional.empty() : Optional.of(reading.apply(node));
  }
}
