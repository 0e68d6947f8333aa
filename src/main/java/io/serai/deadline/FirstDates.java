package io.serai.deadline;

import io.serai.allocation.Decision;
import io.serai.backorder.Arrivals;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Estimate;
import io.serai.backorder.Outlook;
import io.serai.backorder.Waiting;
import io.serai.plan.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The dates that the customers of new orders are told. The planner knows what a supplier expects,
 * but not who waits for it already: new units come behind those, as far as their priority goes.
 */
public final class FirstDates {
  private final Outlook outlook;
  private final BackorderQueue queue;
  private final Rules rules;

  public FirstDates(Outlook outlook, BackorderQueue queue, Rules rules) {
    this.outlook = outlook;
    this.queue = queue;
    this.rules = rules;
  }

  /** The same decisions, with the dates of what waits; the offers are locked. */
  public List<Decision> of(Handle handle, List<Decision> decisions) {
    Set<String> skus =
        decisions.stream()
            .flatMap(decision -> decision.waiting().stream())
            .map(Waiting::sku)
            .collect(Collectors.toSet());
    if (skus.isEmpty()) {
      return decisions;
    }
    Map<String, Arrivals> arrivals = outlook.arrivals(handle, skus);
    Map<String, NavigableMap<Integer, Long>> ahead = queue.unitsByPriority(handle, skus);
    Map<Waiting, Waiting> dated = new IdentityHashMap<>();
    for (String sku : skus) {
      date(decisions, sku, arrivals.get(sku), ahead.getOrDefault(sku, new TreeMap<>()), dated);
    }
    return decisions.stream()
        .map(decision -> decision.withWaiting(decision.waiting().stream().map(dated::get).toList()))
        .toList();
  }

  private record Place(Decision decision, Waiting units) {}

  private void date(
      List<Decision> decisions,
      String sku,
      Arrivals arrivals,
      NavigableMap<Integer, Long> ahead,
      Map<Waiting, Waiting> dated) {
    List<Place> places = new ArrayList<>();
    decisions.forEach(
        decision ->
            decision.waiting().stream()
                .filter(units -> units.sku().equals(sku))
                .forEach(units -> places.add(new Place(decision, units))));
    places.sort(Comparator.comparing((Place place) -> -place.units.priority()));
    long shelf = arrivals.onShelf();
    arrivals.emptyShelf();
    for (Place place : places) {
      // Those before take what lies on the shelf; for whoever comes now it is promised or
      // forbidden.
      long before = takeAhead(ahead, place.units.priority());
      long served = Math.min(shelf, before);
      shelf -= served;
      if (before > served) {
        arrivals.next(before - served, supplier -> true);
      }
      dated.put(place.units, told(place, arrivals));
    }
  }

  private static long takeAhead(NavigableMap<Integer, Long> ahead, int priority) {
    NavigableMap<Integer, Long> before = ahead.tailMap(priority, true);
    long units = before.values().stream().mapToLong(Long::longValue).sum();
    before.clear();
    return units;
  }

  // Units that only wait for the rest of their order have the date that the planner gave the whole.
  private Waiting told(Place place, Arrivals arrivals) {
    Waiting units = place.units;
    if (place.decision.held() && units.supplier().isEmpty()) {
      return units.told(units.estimate());
    }
    Map<String, Boolean> serves = new HashMap<>();
    return units.told(
        arrivals
            .next(
                units.quantity(),
                supplier ->
                    serves.computeIfAbsent(supplier, id -> maySend(place.decision, id, units)))
            .orElse(Estimate.NONE));
  }

  private boolean maySend(Decision decision, String supplier, Waiting units) {
    return !decision.need().refused().contains(supplier)
        && rules.allow(decision.need().channel(), decision.need().country(), supplier, units.sku());
  }
}
