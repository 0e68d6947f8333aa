package io.serai.whatif;

import io.serai.plan.Offer;
import io.serai.plan.Plan;
import io.serai.plan.Planner;
import io.serai.plan.Rules;
import io.serai.plan.Stock;
import io.serai.supplier.Supplier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Plans the orders of a day anew, one after the other as they came, by the rules in force and by
 * others: both times against what is free now and what these orders themselves have taken. What was
 * offered on that day is not kept, so both plans are made for the comparison. Nothing is written.
 */
public final class WhatIf {
  private static final int MOST_ORDERS = 2_000;
  private static final int MOST_CHANGES = 100;
  private static final int MOST_EXPLAINED = 25;

  private final Clock clock;
  private final ZoneId zone;
  private final Rules inForce;
  private final DayStore store;

  /**
   * A trial of rules.
   *
   * @param zone in which the day is one
   * @param inForce the rules that the hub plans by
   */
  public WhatIf(Clock clock, ZoneId zone, Rules inForce, Map<String, Supplier> suppliers) {
    this.clock = clock;
    this.zone = zone;
    this.inForce = inForce;
    this.store = new DayStore(suppliers);
  }

  /** Yesterday, or the day of the newest order when that is longer ago. */
  public LocalDate usualDay(Handle handle) {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
    return store
        .newest(handle)
        .map(at -> LocalDate.ofInstant(at, zone))
        .filter(day -> day.isBefore(yesterday))
        .orElse(yesterday);
  }

  /** Plans the newest 2,000 orders of a day by other rules. */
  public Trial tryOut(Handle handle, LocalDate day, Rules others) {
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<PastOrder> found = store.orders(handle, from, to, MOST_ORDERS + 1);
    boolean whole = found.size() <= MOST_ORDERS;
    List<PastOrder> orders = whole ? found : found.subList(1, found.size());
    List<Offer> offers = store.offers(handle, orders);
    return compare(day, whole, orders, offers, others);
  }

  /**
   * What the planner says of one order as it was bought: for each line which offers were seen,
   * which were dropped and by what rule, and what the next best plan would cost; by the rules in
   * force, against what is free now and what the order has taken itself.
   */
  public Optional<String> explanation(Handle handle, long order) {
    return store
        .order(handle, order)
        .map(
            found -> {
              Stock stock = new Stock(store.offers(handle, List.of(found)));
              return explained(found, stock.offersFor(found.demand()), inForce);
            });
  }

  private Trial compare(
      LocalDate day, boolean whole, List<PastOrder> orders, List<Offer> offers, Rules others) {
    List<Plan> before = new ArrayList<>();
    List<Plan> after = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    Stock stockBefore = new Stock(offers);
    Stock stockAfter = new Stock(offers);
    int changed = 0;
    for (PastOrder order : orders) {
      List<Offer> seen = stockAfter.offersFor(order.demand());
      Plan old = plan(order, stockBefore, inForce);
      Plan now = plan(order, stockAfter, others);
      before.add(old);
      after.add(now);
      if (differs(old, now) && ++changed <= MOST_CHANGES) {
        String why = changed <= MOST_EXPLAINED ? explained(order, seen, others) : "";
        changes.add(new Change(order, old, now, why));
      }
    }
    return new Trial(day, whole, Sum.of(before), Sum.of(after), changes, changed);
  }

  private static Plan plan(PastOrder order, Stock stock, Rules rules) {
    Plan plan =
        Planner.plan(order.demand(), stock.offersFor(order.demand()), rules, order.receivedAt());
    stock.take(order.demand(), plan);
    return plan;
  }

  private static boolean differs(Plan one, Plan other) {
    return one.held() != other.held()
        || !one.shipments().equals(other.shipments())
        || !one.backorders().equals(other.backorders());
  }

  private static String explained(PastOrder order, List<Offer> seen, Rules rules) {
    return Planner.explain(order.demand(), seen, rules, order.receivedAt()).text();
  }
}
