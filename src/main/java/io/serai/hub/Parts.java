package io.serai.hub;

import io.serai.alert.Alerts;
import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Refusals;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.Restocks;
import io.serai.cancellation.Cancellation;
import io.serai.cancellation.CancellationNews;
import io.serai.channel.Availability;
import io.serai.channel.PollStore;
import io.serai.config.ConnectorCatalog;
import io.serai.database.Database;
import io.serai.deadline.Deadlines;
import io.serai.delivery.DeliveryStore;
import io.serai.document.DocumentStore;
import io.serai.exchange.Acknowledgments;
import io.serai.exchange.PurchaseOrders;
import io.serai.exchange.ShipNotices;
import io.serai.exchange.StockFiles;
import io.serai.intake.Acknowledging;
import io.serai.intake.Confirmation;
import io.serai.intake.OrderIntake;
import io.serai.intake.Revision;
import io.serai.notify.AlertLetters;
import io.serai.notify.LetterTemplates;
import io.serai.notify.Letters;
import io.serai.order.OrderStore;
import io.serai.release.JointRelease;
import io.serai.release.Release;
import io.serai.release.Shortfalls;
import io.serai.shipment.PackageStore;
import io.serai.shipment.ShipmentStore;
import io.serai.shipment.Shipments;
import io.serai.stock.Ledger;
import io.serai.stock.StockAdvices;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the hub's parts together, by hand: whoever wants to know what depends on what reads it here.
 */
final class Parts {
  private Parts() {}

  /** The beans that routes call, by name, when no channel speaks by a declared API. */
  static Map<String, Object> beans(
      Merchant merchant, Database database, Clock clock, ConnectorCatalog connectors) {
    return beans(merchant, database, clock, connectors, new ApiDesk(Map.of()));
  }

  /** The beans that routes call, by name. */
  static Map<String, Object> beans(
      Merchant merchant,
      Database database,
      Clock clock,
      ConnectorCatalog connectors,
      ApiDesk apis) {
    DocumentStore documents = new DocumentStore(clock);
    DeliveryStore deliveries = new DeliveryStore(clock, merchant.hub());
    Timeline timeline = new Timeline(clock);
    OrderStore orders = new OrderStore(clock);
    Ledger ledger = new Ledger(clock);
    ShipmentStore shipmentStore = new ShipmentStore(clock);
    Shipments shipments = new Shipments(shipmentStore, ledger);
    BackorderQueue queue =
        new BackorderQueue(clock, merchant.notifyAfter(), merchant.cancelAfter());
    Restocks restocks = new Restocks(clock);
    Refusals refusals = new Refusals();
    PollStore polls = new PollStore(clock);
    Alerts alerts = new Alerts(clock);
    Letters letters = new Letters(merchant.mailNotifiers(), merchant.shops());

    Allocation allocation =
        new Allocation(
            clock, merchant.rules(), merchant.suppliers(), merchant.shops(), ledger, queue);
    Allocator allocator = new Allocator(orders, shipments, queue, restocks);
    Cancellation cancellation =
        new Cancellation(
            deliveries,
            orders,
            queue,
            shipmentStore,
            ledger,
            restocks,
            timeline,
            new CancellationNews(letters));
    OrderIntake intake =
        new OrderIntake(
            documents,
            deliveries,
            orders,
            allocation,
            allocator,
            queue,
            timeline,
            new Confirmation(letters),
            new Acknowledging(apis.acknowledging()),
            new Revision(orders, cancellation, timeline));
    PurchaseOrders purchaseOrders =
        new PurchaseOrders(
            documents, deliveries, orders, shipmentStore, ledger, timeline, merchant.suppliers());
    Acknowledgments acknowledgments =
        new Acknowledgments(
            clock,
            documents,
            orders,
            shipmentStore,
            ledger,
            refusals,
            allocation,
            allocator,
            timeline,
            merchant.suppliers());
    ShipNotices shipNotices =
        new ShipNotices(
            documents,
            orders,
            shipmentStore,
            new PackageStore(),
            ledger,
            deliveries,
            letters,
            timeline,
            merchant.suppliers());
    StockFiles stockFiles =
        new StockFiles(
            new StockAdvices(clock),
            orders,
            queue,
            restocks,
            timeline,
            merchant.suppliers(),
            merchant.shops());
    Release release =
        new Release(
            clock,
            orders,
            queue,
            restocks,
            allocation,
            allocator,
            refusals,
            timeline,
            merchant.releaseWindow());
    Shortfalls shortfalls =
        new Shortfalls(
            clock, orders, shipmentStore, ledger, refusals, allocation, allocator, timeline);
    JointRelease jointRelease =
        new JointRelease(
            clock,
            orders,
            shipmentStore,
            ledger,
            allocation,
            allocator,
            timeline,
            merchant.suppliers());
    Availability availability =
        new Availability(
            clock,
            polls,
            deliveries,
            merchant.enabledSuppliers(),
            merchant.rules().safetyBuffer()::of);

    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("polls", new PollDesk(database, polls, documents, availability));
    beans.put("documents", new DocumentDesk(database, documents));
    beans.put("orders", new OrderDesk(database, documents, intake, connectors));
    beans.put(
        "suppliers",
        new SupplierDesk(
            database,
            documents,
            shipmentStore,
            jointRelease,
            purchaseOrders,
            acknowledgments,
            shipNotices,
            stockFiles,
            merchant.formats()));
    beans.put(
        "backorders",
        new BackorderDesk(
            database,
            restocks,
            release,
            shortfalls,
            stockFiles,
            new Deadlines(deliveries, orders, queue, cancellation, letters)));
    beans.put("deliveries", new DeliveryDesk(database, deliveries, documents, purchaseOrders));
    beans.put("letters", new LetterDesk(LetterTemplates.load(merchant.templates())));
    beans.put(
        "alerts",
        new AlertDesk(
            database,
            new AlertLetters(alerts, deliveries, merchant.mailNotifiers(), merchant.alertsTo())));
    beans.put("apis", apis);
    beans.put("collect", new Collect());
    return beans;
  }

  /** The beans' classes by name, for whoever checks routes without running them. */
  static Map<String, Class<?>> beanTypes() {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    types.put("polls", PollDesk.class);
    types.put("documents", DocumentDesk.class);
    types.put("orders", OrderDesk.class);
    types.put("suppliers", SupplierDesk.class);
    types.put("backorders", BackorderDesk.class);
    types.put("deliveries", DeliveryDesk.class);
    types.put("letters", LetterDesk.class);
    types.put("alerts", AlertDesk.class);
    types.put("apis", ApiDesk.class);
    types.put("collect", Collect.class);
    return types;
  }
}
