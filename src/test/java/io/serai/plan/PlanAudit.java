package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks a plan against its case by counting again, from the plan's own words only. */
final class PlanAudit {
  private final RandomCase given;
  private final Plan plan;
  private final Map<String, String> skuOfLine = new HashMap<>();

  /** Units by supplier, then by SKU. */
  private final Map<String, Map<String, Integer>> sent = new HashMap<>();

  PlanAudit(RandomCase given, Plan plan) {
    this.given = given;
    this.plan = plan;
    given.demand().lines().forEach(line -> skuOfLine.put(line.line(), line.sku()));
    for (PlannedShipment shipment : plan.shipments()) {
      Map<String, Integer> skus = sent.computeIfAbsent(shipment.supplier(), s -> new HashMap<>());
      shipment
          .lines()
          .forEach(line -> skus.merge(skuOfLine.get(line.line()), line.quantity(), Integer::sum));
    }
  }

  void noUnitIsLost() {
    Map<String, Integer> left = new HashMap<>();
    given.demand().lines().forEach(line -> left.put(line.line(), line.quantity()));
    plan.shipments()
        .forEach(s -> s.lines().forEach(l -> left.merge(l.line(), -l.quantity(), Integer::sum)));
    plan.backorders().forEach(b -> left.merge(b.line(), -b.quantity(), Integer::sum));
    assertThat(left.values()).as("units in neither or in both, by line").containsOnly(0);
  }

  void everyRuleIsKept() {
    Map<String, Integer> free = new HashMap<>();
    given.usable().forEach(o -> free.put(o.supplier() + o.sku(), given.free(o)));
    sent.forEach(
        (supplier, skus) -> {
          skus.forEach(
              (sku, units) ->
                  assertThat(units).isPositive().isLessThanOrEqualTo(free.get(supplier + sku)));
          assertThat(value(supplier))
              .isGreaterThanOrEqualTo(given.rules().terms(supplier).minimumOrder());
        });
    int most = given.rules().split().maxShipments();
    assertThat(sent.size()).isLessThanOrEqualTo(most == 0 ? Integer.MAX_VALUE : most);
    given.wanted().keySet().forEach(this::lineIsNotDivided);
    given.sets().forEach(this::setIsWhole);
  }

  private void lineIsNotDivided(String sku) {
    if (!given.rules().split().acrossLine()) {
      assertThat(sent.values().stream().filter(skus -> skus.containsKey(sku)).count())
          .isLessThanOrEqualTo(1);
    }
  }

  private void setIsWhole(Together set) {
    Set<Boolean> whole = new TreeSet<>();
    Set<String> from = new TreeSet<>();
    for (String sku : set.skus()) {
      int units = 0;
      for (Map.Entry<String, Map<String, Integer>> shipment : sent.entrySet()) {
        if (shipment.getValue().containsKey(sku)) {
          units += shipment.getValue().get(sku);
          from.add(shipment.getKey());
        }
      }
      assertThat(units).isIn(0, given.wanted().get(sku));
      whole.add(units > 0);
    }
    assertThat(whole).as("of a set all or nothing ships").hasSize(1);
    assertThat(!set.oneShipment() || from.size() <= 1).as("a set comes in one shipment").isTrue();
  }

  private Offer offer(String supplier, String sku) {
    return given.offers().stream()
        .filter(o -> o.supplier().equals(supplier) && o.sku().equals(sku))
        .findAny()
        .orElseThrow();
  }

  private BigDecimal value(String supplier) {
    return sent.get(supplier).entrySet().stream()
        .map(e -> offer(supplier, e.getKey()).cost().multiply(BigDecimal.valueOf(e.getValue())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The units that ship, then each priority in its order, counted from the shipments. */
  List<Long> measures() {
    List<Long> measures = new ArrayList<>();
    measures.add(sum((offer, units) -> units));
    given.rules().prioritize().forEach(priority -> measures.add(measure(priority)));
    return measures;
  }

  private long measure(Priority priority) {
    return switch (priority) {
      case SHIPMENTS -> sent.size();
      case STOCK -> sum((offer, units) -> (long) offer.quantity() * units);
      case PREFERENCE -> sum((offer, units) -> (long) offer.rank() * units);
      case PRICE -> cents();
      case SPEED -> lead();
    };
  }

  private interface Measure {
    long of(Offer offer, long units);
  }

  private long sum(Measure measure) {
    long[] sum = new long[1];
    sent.forEach(
        (supplier, skus) ->
            skus.forEach((sku, units) -> sum[0] += measure.of(offer(supplier, sku), units)));
    return sum[0];
  }

  private long lead() {
    long[] lead = new long[1];
    sent.forEach(
        (supplier, skus) ->
            skus.forEach(
                (sku, units) -> lead[0] = Math.max(lead[0], offer(supplier, sku).leadDays())));
    return lead[0];
  }

  private long cents() {
    BigDecimal sum = BigDecimal.ZERO;
    for (String supplier : sent.keySet()) {
      String any = sent.get(supplier).keySet().iterator().next();
      sum = sum.add(value(supplier)).add(offer(supplier, any).handlingFee());
    }
    return sum.movePointRight(2).longValueExact();
  }

  void scoreIsWhatShips() {
    assertThat(plan.score().units()).isEqualTo(sum((offer, units) -> units));
    assertThat(plan.score().shipments()).isEqualTo(sent.size());
    assertThat(plan.score().price()).isEqualByComparingTo(BigDecimal.valueOf(cents(), 2));
    assertThat(plan.score().speed()).isEqualTo((int) lead());
    assertThat(plan.score().stock()).isEqualTo(measure(Priority.STOCK));
    assertThat(plan.score().preference()).isEqualTo(measure(Priority.PREFERENCE));
  }
}
