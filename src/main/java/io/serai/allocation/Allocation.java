package io.serai.allocation;

import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Waiting;
import io.serai.metrics.Meters;
import io.serai.order.Shop;
import io.serai.plan.Demand;
import io.serai.plan.DemandLine;
import io.serai.plan.JointPlan;
import io.serai.plan.JointPlanner;
import io.serai.plan.Offer;
import io.serai.plan.Plan;
import io.serai.plan.PlannedBackorder;
import io.serai.plan.PlannedLine;
import io.serai.plan.PlannedShipment;
import io.serai.plan.Planner;
import io.serai.plan.Priority;
import io.serai.plan.Release;
import io.serai.plan.Restock;
import io.serai.plan.Rules;
import io.serai.plan.Split;
import io.serai.plan.SupplierTerms;
import io.serai.shipment.Departure;
import io.serai.shipment.Promise;
import io.serai.stock.Ledger;
import io.serai.stock.StockAge;
import io.serai.stock.StockedOffer;
import io.serai.supplier.Supplier;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Decides, with the planner, which supplier ships which units of an order and which units wait. */
public final class Allocation {
  private final Clock clock;
  private final Rules rules;
  private final Rules rulesForRest;
  private final Map<String, Supplier> suppliers;
  private volatile boolean heardAll;
  private final Map<String, Shop> shops;
  private final Ledger ledger;
  private final BackorderQueue queue;
  private final StockAge age;
  private final Meters meters;

  /**
   * An allocation by rules.
   *
   * @param suppliers the configured suppliers, by id
   * @param shops the configured channels, by id
   */
  public Allocation(
      Clock clock,
      Rules rules,
      Map<String, Supplier> suppliers,
      Map<String, Shop> shops,
      Ledger ledger,
      BackorderQueue queue,
      StockAge age,
      Meters meters) {
    this.clock = clock;
    this.rules = rules;
    this.rulesForRest = forRest(rules);
    this.suppliers = suppliers;
    this.shops = shops;
    this.ledger = ledger;
    this.queue = queue;
    this.age = age;
    this.meters = meters;
  }

  /**
   * The offers of these SKUs, locked, less what the queue has a claim on: for whoever comes new.
   */
  public Stock lockForNew(Handle handle, Collection<String> skus) {
    return new Stock(fresh(handle, skus), queue.waitingUnits(handle, skus));
  }

  /**
   * The same for an order that is here already and waits for some of them: it stands before nobody,
   * and not in its own way.
   */
  public Stock lockAgainFor(Handle handle, long order, Collection<String> skus) {
    return new Stock(fresh(handle, skus), queue.waitingUnits(handle, skus, order));
  }

  /** The same without a lock: good to show, not to promise from. */
  public Stock look(Handle handle, Collection<String> skus) {
    return new Stock(ledger.look(handle, skus), queue.waitingUnits(handle, skus));
  }

  /** The units of a SKU that can be promised, as they stand without a lock. */
  public int free(Handle handle, String sku) {
    return ledger.free(handle, sku);
  }

  /** The offers of these SKUs, locked, for those whose turn it is in the queue. */
  public Stock lockForQueue(Handle handle, Collection<String> skus) {
    return new Stock(fresh(handle, skus), Map.of());
  }

  // What a supplier said too long ago is known, but nothing of it is free.
  private Map<String, List<StockedOffer>> fresh(Handle handle, Collection<String> skus) {
    Map<String, List<StockedOffer>> offers = ledger.lock(handle, skus);
    Set<String> stale = age.stale(handle);
    if (!stale.isEmpty()) {
      offers.replaceAll(
          (sku, all) ->
              all.stream()
                  .map(offer -> stale.contains(offer.supplier()) ? offer.exhausted() : offer)
                  .toList());
    }
    return offers;
  }

  /**
   * Decides for every unit of the need whether it is promised or waits, and counts what is promised
   * off the stock.
   */
  public Decision decide(Need need, Stock stock) {
    return decide(need, stock, rules);
  }

  /**
   * Decides for units of an order that has been split between now and later before: what can ship
   * ships, whatever the threshold of the split.
   */
  public Decision decideReleased(Need need, Stock stock) {
    return decide(need, stock, rulesForRest);
  }

  /** Lets all units of a need wait with the rest of their order, which waits whole. */
  public Decision decideToWait(Need need) {
    List<Waiting> waiting = new ArrayList<>();
    for (Need.Line line : need.lines()) {
      waiting.add(
          new Waiting(
              need.orderId(),
              line.orderLineId(),
              line.sku(),
              line.quantity(),
              priority(need),
              Optional.empty(),
              Optional.empty()));
    }
    return new Decision(need, List.of(), waiting, true, Set.of());
  }

  /** Whether a supplier may send a SKU to a country for orders of a channel. */
  public boolean serves(String supplier, String channel, String country, String sku) {
    return rules.allow(channel, country, supplier, sku);
  }

  /**
   * Whether every enabled supplier has sent stock by now; until then a SKU that nobody offers may
   * still be somebody's. Once true, it stays so.
   */
  public boolean hasHeardAllSuppliers(Handle handle) {
    if (!heardAll) {
      heardAll =
          ledger
              .offeringSuppliers(handle)
              .containsAll(
                  suppliers.values().stream().filter(Supplier::enabled).map(Supplier::id).toList());
    }
    return heardAll;
  }

  /**
   * When the purchase orders of new orders go out: at once, or after they have waited for others.
   * The decisions keep their order, and those that go out at once do so at one time.
   */
  public Map<Departure, List<Decision>> departures(Collection<Decision> decisions) {
    Instant now = clock.instant();
    return decisions.stream()
        .collect(
            Collectors.groupingBy(
                decision -> departure(decision, now), LinkedHashMap::new, Collectors.toList()));
  }

  private Departure departure(Decision decision, Instant now) {
    Release release = rules.forChannel(decision.need().channel()).release();
    if (!release.waits() || decision.promises().isEmpty()) {
      return Departure.at(now);
    }
    Set<SupplierTerms> terms =
        decision.promises().stream()
            .map(promise -> rules.terms(promise.supplier()))
            .collect(Collectors.toSet());
    return new Departure(release.due(now, terms), true);
  }

  /** Plans the needs of orders that have waited for each other against one stock. */
  public Together planTogether(List<Need> needs, Stock stock) {
    Set<String> skus =
        needs.stream()
            .flatMap(need -> need.lines().stream())
            .map(Need.Line::sku)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Offer> offers = new ArrayList<>();
    for (String sku : skus) {
      stock.of(sku).stream()
          .filter(offer -> suppliers.containsKey(offer.supplier()))
          .forEach(offer -> offers.add(planned(offer, suppliers.get(offer.supplier()))));
    }
    JointPlan plan =
        JointPlanner.plan(
            needs.stream().map(Allocation::demand).toList(), offers, rulesForRest, clock.instant());
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      decisions.add(decision(needs.get(i), plan.plans().get(i)));
    }
    return new Together(decisions, plan.joint());
  }

  /**
   * Which of two sums over the same orders the merchant's priorities prefer, by shipments and
   * price.
   */
  public boolean prefers(Together.Sum first, Together.Sum second) {
    for (Priority priority : rules.prioritize()) {
      int order =
          switch (priority) {
            case SHIPMENTS -> Integer.compare(first.shipments(), second.shipments());
            case PRICE -> first.price().compareTo(second.price());
            default -> 0;
          };
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  private Decision decide(Need need, Stock stock, Rules by) {
    if (need.lines().isEmpty()) {
      return new Decision(need, List.of(), List.of(), false, Set.of());
    }
    Decision decision = plan(need, stock, by);
    Set<String> contested = contested(decision, stock, by);
    for (Promise promise : decision.promises()) {
      stock.promise(promise.sku(), promise.supplier(), promise.quantity());
    }
    return new Decision(need, decision.promises(), decision.waiting(), decision.held(), contested);
  }

  private Decision plan(Need need, Stock stock, Rules by) {
    return decision(
        need,
        meters.plan(() -> Planner.plan(demand(need), offers(need, stock), by, clock.instant())));
  }

  private Set<String> contested(Decision decision, Stock stock, Rules by) {
    Map<String, Integer> waits = unitsWaiting(decision);
    waits.keySet().removeIf(sku -> !stock.isClaimed(sku));
    if (!waits.isEmpty()) {
      Map<String, Integer> without = unitsWaiting(plan(decision.need(), stock.unclaimed(), by));
      waits.entrySet().removeIf(each -> without.getOrDefault(each.getKey(), 0) >= each.getValue());
    }
    return Set.copyOf(waits.keySet());
  }

  private static Map<String, Integer> unitsWaiting(Decision decision) {
    Map<String, Integer> units = new HashMap<>();
    decision.waiting().forEach(wait -> units.merge(wait.sku(), wait.quantity(), Integer::sum));
    return units;
  }

  private Decision decision(Need need, Plan plan) {
    Map<String, Need.Line> lines =
        need.lines().stream().collect(Collectors.toMap(Need.Line::line, line -> line));
    List<Promise> promises = new ArrayList<>();
    for (PlannedShipment shipment : plan.shipments()) {
      for (PlannedLine planned : shipment.lines()) {
        Need.Line line = lines.get(planned.line());
        promises.add(
            new Promise(
                need.orderId(),
                line.orderLineId(),
                line.sku(),
                shipment.supplier(),
                planned.quantity()));
      }
    }
    List<Waiting> waiting = new ArrayList<>();
    for (PlannedBackorder backorder : plan.backorders()) {
      Need.Line line = lines.get(backorder.line());
      waiting.add(
          new Waiting(
              need.orderId(),
              line.orderLineId(),
              line.sku(),
              backorder.quantity(),
              priority(need),
              backorder.supplier(),
              backorder.eta()));
    }
    return new Decision(need, promises, waiting, plan.held(), Set.of());
  }

  private static Rules forRest(Rules rules) {
    Split split = rules.split();
    Map<String, Rules> channels = new HashMap<>();
    rules.channels().forEach((channel, own) -> channels.put(channel, forRest(own)));
    return new Rules(
        rules.prioritize(),
        new Split(0, split.maxShipments(), split.acrossLine(), split.keepTogether()),
        rules.safetyBuffer(),
        rules.exclude(),
        rules.only(),
        rules.suppliers(),
        rules.search(),
        rules.release(),
        channels);
  }

  private int priority(Need need) {
    Shop shop = shops.get(need.channel());
    return shop == null ? 0 : shop.priorityOf(need.customer());
  }

  private static Demand demand(Need need) {
    return new Demand(
        need.number(),
        need.channel(),
        need.country(),
        need.lines().stream()
            .map(line -> new DemandLine(line.line(), line.sku(), line.quantity()))
            .toList());
  }

  private List<Offer> offers(Need need, Stock stock) {
    Set<String> skus = need.lines().stream().map(Need.Line::sku).collect(Collectors.toSet());
    List<Offer> offers = new ArrayList<>();
    for (String sku : skus) {
      for (StockedOffer offer : stock.of(sku)) {
        if (suppliers.containsKey(offer.supplier()) && !need.refused().contains(offer.supplier())) {
          offers.add(planned(offer, suppliers.get(offer.supplier())));
        }
      }
    }
    return offers;
  }

  private static Offer planned(StockedOffer offer, Supplier supplier) {
    Optional<Restock> restock =
        offer.restockDate().map(date -> new Restock(date, offer.restockQuantity()));
    return new Offer(
        offer.supplier(),
        offer.sku(),
        offer.free(),
        offer.unitCost(),
        offer.leadDays(),
        supplier.handlingFee(),
        supplier.rank(),
        restock);
  }
}
