package io.serai.backorder;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The merchant's wishes for the dates of those who wait. What is said of a SKU goes before what is
 * said of its supplier, that before what is said of the channel, and that before what is said for
 * all. The tightest of all caps after the estimate holds, whoever says it.
 */
public final class DeadlinePolicy {
  private final ZoneId zone;
  private final DeadlineOverride common;
  private final Map<String, DeadlineOverride> channels;
  private final Map<String, DeadlineOverride> suppliers;
  private final Map<String, DeadlineOverride> skus;
  private final DeadlineTerms commonTerms;

  DeadlinePolicy(
      ZoneId zone,
      DeadlineOverride common,
      Map<String, DeadlineOverride> channels,
      Map<String, DeadlineOverride> suppliers,
      Map<String, DeadlineOverride> skus) {
    this.zone = zone;
    this.common = common;
    this.channels = Map.copyOf(channels);
    this.suppliers = Map.copyOf(suppliers);
    this.skus = Map.copyOf(skus);
    this.commonTerms = common.terms(zone);
  }

  /**
   * Reads the dates in the {@code rules} block of {@code serai.yaml}.
   *
   * @param zone in which days are counted
   * @throws io.serai.plan.RuleFault when a key is unknown or a value cannot be followed
   */
  public static DeadlinePolicy from(JsonNode rules, ZoneId zone) {
    return DeadlineReading.of(rules, zone);
  }

  /** The zone in which days are counted. */
  public ZoneId zone() {
    return zone;
  }

  /** The terms of a wait. */
  public DeadlineTerms terms(String channel, Optional<String> supplier, String sku) {
    DeadlineOverride ofChannel = channels.getOrDefault(channel, DeadlineOverride.NOTHING);
    DeadlineOverride ofSupplier = supplier.map(suppliers::get).orElse(DeadlineOverride.NOTHING);
    DeadlineOverride ofSku = skus.getOrDefault(sku, DeadlineOverride.NOTHING);
    if (ofChannel == DeadlineOverride.NOTHING
        && ofSupplier == DeadlineOverride.NOTHING
        && ofSku == DeadlineOverride.NOTHING) {
      return commonTerms;
    }
    return ofSku.over(ofSupplier).over(ofChannel).over(common).terms(zone);
  }
}
