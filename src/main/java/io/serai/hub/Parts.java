package io.serai.hub;

import io.serai.access.AuditLog;
import io.serai.action.Cancelling;
import io.serai.action.Holding;
import io.serai.action.OrderActions;
import io.serai.action.PlanningAnew;
import io.serai.action.Possibilities;
import io.serai.action.Replacement;
import io.serai.action.SupplierChange;
import io.serai.alert.Alerts;
import io.serai.allocation.Allocation;
import io.serai.allocation.Allocator;
import io.serai.allocation.Refusals;
import io.serai.allocation.Retraction;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.DueWaits;
import io.serai.backorder.Outlook;
import io.serai.backorder.PausedWaits;
import io.serai.backorder.RestockNews;
import io.serai.backorder.Restocks;
import io.serai.backorder.WaitDates;
import io.serai.cancellation.Cancellation;
import io.serai.cancellation.CancellationNews;
import io.serai.cancellation.Withdrawal;
import io.serai.channel.Availability;
import io.serai.channel.Oversold;
import io.serai.channel.PollStore;
import io.serai.channel.Sellable;
import io.serai.channel.ToldStock;
import io.serai.choice.ChoiceNews;
import io.serai.choice.Choices;
import io.serai.choice.Offers;
import io.serai.config.ConnectorCatalog;
import io.serai.database.Database;
import io.serai.deadline.Deadlines;
import io.serai.deadline.DelayNotices;
import io.serai.deadline.Estimates;
import io.serai.deadline.FirstDates;
import io.serai.delivery.DeliveryStore;
import io.serai.document.DocumentParts;
import io.serai.document.DocumentStore;
import io.serai.event.EventStore;
import io.serai.exchange.Acknowledgments;
import io.serai.exchange.ApplyingStock;
import io.serai.exchange.Books;
import io.serai.exchange.CancellationRequests;
import io.serai.exchange.Codes;
import io.serai.exchange.HeldLines;
import io.serai.exchange.LateParcels;
import io.serai.exchange.Leaving;
import io.serai.exchange.Looks;
import io.serai.exchange.ParcelNews;
import io.serai.exchange.PartialAlert;
import io.serai.exchange.PurchaseOrders;
import io.serai.exchange.Reclaiming;
import io.serai.exchange.ShipNotices;
import io.serai.exchange.SilentSuppliers;
import io.serai.exchange.StatusReports;
import io.serai.exchange.StockFiles;
import io.serai.exchange.TakingBack;
import io.serai.exchange.Unanswered;
import io.serai.exchange.Unexpected;
import io.serai.exchange.Unwritable;
import io.serai.health.DatabaseHealth;
import io.serai.hub.files.Folders;
import io.serai.intake.Acknowledging;
import io.serai.intake.Addition;
import io.serai.intake.AddressChange;
import io.serai.intake.AtSuppliers;
import io.serai.intake.Confirmation;
import io.serai.intake.Holds;
import io.serai.intake.LineCancellation;
import io.serai.intake.OrderIntake;
import io.serai.intake.Replanning;
import io.serai.intake.Revision;
import io.serai.interchange.ControlNumbers;
import io.serai.interchange.FunctionalAnswers;
import io.serai.interchange.Opening;
import io.serai.interchange.Overdue;
import io.serai.interchange.OwedAcknowledgments;
import io.serai.interchange.Partner;
import io.serai.interchange.ReceivedStore;
import io.serai.interchange.SentInterchanges;
import io.serai.interchange.SentStore;
import io.serai.invoice.InvoiceStore;
import io.serai.invoice.Invoices;
import io.serai.metrics.Meters;
import io.serai.notify.AlertLetters;
import io.serai.notify.LetterTemplates;
import io.serai.notify.Letters;
import io.serai.order.Correspondence;
import io.serai.order.OrderStore;
import io.serai.order.PersonHoldStore;
import io.serai.order.RevisionStore;
import io.serai.order.TitleStore;
import io.serai.page.CustomerPages;
import io.serai.page.Enclosures;
import io.serai.page.PageStore;
import io.serai.page.PageTemplates;
import io.serai.privacy.Erasure;
import io.serai.recall.RecallStore;
import io.serai.recall.Recalls;
import io.serai.release.JointRelease;
import io.serai.release.Release;
import io.serai.release.ReleaseNews;
import io.serai.release.Shortfalls;
import io.serai.shipment.PackageStore;
import io.serai.shipment.ShipmentStore;
import io.serai.shipment.Shipments;
import io.serai.shipment.StrayParcels;
import io.serai.stock.Ledger;
import io.serai.stock.StockAdvices;
import io.serai.stock.StockAge;
import io.serai.timeline.Timeline;
import io.serai.trace.OrderTraces;
import java.time.Clock;
import java.time.Duration;
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
    Meters meters = new Meters();
    OrderTraces traces = new OrderTraces(clock);
    DocumentStore documents = new DocumentStore(clock);
    DeliveryStore deliveries = new DeliveryStore(clock, merchant.hub());
    Timeline timeline = new Timeline(clock);
    OrderStore orders = new OrderStore(clock);
    Ledger ledger = new Ledger(clock);
    ShipmentStore shipmentStore = new ShipmentStore(clock);
    Shipments shipments = new Shipments(shipmentStore, ledger);
    BackorderQueue queue = new BackorderQueue(clock, merchant.deadlines(), new RestockNews(clock));
    Outlook outlook = new Outlook(clock, merchant.rules(), merchant.enabledSuppliers());
    DueWaits dueWaits = new DueWaits(clock);
    Restocks restocks = new Restocks(clock);
    Refusals refusals = new Refusals();
    PollStore polls = new PollStore(clock);
    Alerts alerts = new Alerts(clock);
    Letters letters =
        new Letters(
            clock,
            merchant.zone(),
            Map.of(
                Correspondence.MAIL,
                merchant.mailNotifiers(),
                Correspondence.SMS,
                merchant.care().smsNotifiers()),
            merchant.shops());

    TitleStore titles = new TitleStore(merchant.substitutes().all());

    RecallStore recallStore = new RecallStore(clock);
    Recalls recalls = new Recalls(recallStore, alerts, timeline, merchant.suppliers());
    StockAge age = new StockAge(clock, merchant.stockMaxAge());
    ToldStock told = new ToldStock(clock);
    Oversold oversold = new Oversold(clock, merchant.zone(), merchant.sharing(), told, alerts);
    Allocation allocation =
        new Allocation(
            clock,
            merchant.rules(),
            merchant.suppliers(),
            merchant.shops(),
            ledger,
            queue,
            age,
            meters);
    Allocator allocator = new Allocator(orders, shipments, queue, restocks);
    Cancellation cancellation =
        new Cancellation(deliveries, orders, queue, timeline, new CancellationNews(letters));
    FirstDates firstDates = new FirstDates(outlook, queue, merchant.rules());
    RevisionStore revisions = new RevisionStore(clock);
    PersonHoldStore people = new PersonHoldStore(clock);
    PausedWaits paused = new PausedWaits(clock, merchant.deadlines());
    Withdrawal withdrawal =
        new Withdrawal(cancellation, queue, shipmentStore, ledger, restocks, recalls, timeline);
    AtSuppliers atSuppliers = new AtSuppliers(shipmentStore, ledger);
    Revision revision =
        new Revision(
            orders,
            revisions,
            ledger,
            new AddressChange(
                atSuppliers,
                new Replanning(
                    clock,
                    shipmentStore,
                    ledger,
                    queue,
                    restocks,
                    refusals,
                    allocation,
                    allocator,
                    timeline),
                alerts,
                timeline),
            new Holds(revisions, people, queue, paused, restocks, atSuppliers, alerts, timeline),
            new LineCancellation(
                clock, revisions, withdrawal, new PackageStore(), alerts, timeline),
            new Addition(
                orders,
                revisions,
                allocation,
                allocator,
                refusals,
                firstDates,
                queue,
                restocks,
                titles,
                oversold,
                timeline));
    OrderIntake intake =
        new OrderIntake(
            documents,
            deliveries,
            orders,
            allocation,
            allocator,
            queue,
            titles,
            timeline,
            new Confirmation(letters),
            new Acknowledging(apis.acknowledging()),
            revision,
            revisions,
            firstDates,
            oversold);
    ControlNumbers numbering = new ControlNumbers(clock);
    PurchaseOrders purchaseOrders =
        new PurchaseOrders(
            documents,
            deliveries,
            orders,
            shipmentStore,
            ledger,
            timeline,
            merchant.suppliers(),
            new Unwritable(shipmentStore, alerts),
            numbering);
    Books books =
        new Books(
            documents, deliveries, orders, shipmentStore, ledger, recallStore, alerts, timeline);
    Codes codes = new Codes(merchant.suppliers(), merchant.substitutes());
    PackageStore packages = new PackageStore();
    ParcelNews parcelNews =
        new ParcelNews(books, packages, letters, new PartialAlert(orders, letters));
    StrayParcels strays = new StrayParcels(clock);
    Retraction retraction =
        new Retraction(clock, orders, shipmentStore, ledger, refusals, allocation, allocator);
    TakingBack takingBack =
        new TakingBack(
            clock,
            books,
            refusals,
            allocation,
            allocator,
            retraction,
            cancellation,
            restocks,
            new LateParcels(books, strays, parcelNews));
    HeldLines held = new HeldLines(clock);
    Acknowledgments acknowledgments =
        new Acknowledgments(books, codes, takingBack, recalls, held, merchant.zone());
    ShipNotices shipNotices =
        new ShipNotices(
            books,
            codes,
            packages,
            parcelNews,
            new Leaving(books, restocks),
            new Unexpected(books, new Reclaiming(books, queue, restocks, recalls), strays));
    CancellationRequests cancellationRequests =
        new CancellationRequests(books, merchant.suppliers(), numbering);
    Unanswered unanswered = new Unanswered(books, takingBack, recalls, held, merchant.suppliers());
    DocumentParts parts = new DocumentParts(clock);
    ApplyingStock applyingStock =
        new ApplyingStock(
            documents,
            new StockAdvices(clock),
            age,
            restocks,
            new RestockNews(clock),
            merchant.suppliers());
    StockFiles stockFiles = new StockFiles(orders, queue, restocks, timeline, merchant.shops());
    ReleaseNews releaseNews = new ReleaseNews(letters, deliveries);
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
            releaseNews,
            merchant.releaseWindow());
    Shortfalls shortfalls = new Shortfalls(orders, shipmentStore, ledger, retraction, timeline);
    JointRelease jointRelease =
        new JointRelease(
            clock,
            orders,
            shipmentStore,
            ledger,
            refusals,
            allocation,
            allocator,
            timeline,
            merchant.suppliers());
    EventStore events = new EventStore(deliveries);
    WebhookParts webhooks = new WebhookParts(merchant, clock, deliveries, events);
    Availability availability =
        new Availability(
            clock,
            merchant.zone(),
            polls,
            deliveries,
            new Sellable(merchant.enabledSuppliers(), age, merchant.rules().safetyBuffer()::of),
            merchant.sharing(),
            told,
            oversold,
            events);

    Choices choices =
        new Choices(
            clock,
            orders,
            queue,
            restocks,
            allocation,
            allocator,
            cancellation,
            new Offers(merchant.substitutes(), allocation, titles),
            new ChoiceNews(letters, deliveries, timeline));
    Replacement replacement =
        new Replacement(
            clock, orders, shipmentStore, ledger, queue, restocks, allocator, releaseNews);
    SupplierChange supplierChange =
        new SupplierChange(
            merchant.enabledSuppliers(), refusals, allocation, replacement, atSuppliers, timeline);
    Cancelling cancelling = new Cancelling(orders, ledger, queue, withdrawal, timeline);
    OrderActions actions =
        new OrderActions(
            orders,
            ledger,
            new Holding(people, queue, paused, restocks, atSuppliers, timeline),
            new PlanningAnew(refusals, allocation, replacement, timeline),
            supplierChange,
            cancelling,
            new Possibilities(people, shipmentStore, ledger, supplierChange, cancelling),
            new AuditLog(ConsoleParts.OF_PEOPLE));
    PageStore pages = new PageStore(clock, merchant.care().pageLife());

    Map<String, Partner> partners = Interchanges.partners(merchant.formats());
    ReceivedStore received = new ReceivedStore(clock);
    SentStore sent = new SentStore(clock);

    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("polls", new PollDesk(database, polls, documents, availability));
    beans.put("webhooks", new WebhookDesk(database, documents, deliveries, apis.webhooks()));
    beans.put("documents", new DocumentDesk(database, documents, parts, partners.keySet()));
    OrderDesk orderDesk = new OrderDesk(database, documents, intake, connectors, meters, traces);
    beans.put("orders", orderDesk);
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
            new Invoices(books, codes, new InvoiceStore(clock)),
            new StatusReports(books),
            applyingStock,
            new SilentSuppliers(age, alerts),
            merchant.formats(),
            Interchanges.sources(merchant.formats(), documents, parts, received),
            traces));
    beans.put(
        "backorders",
        new BackorderDesk(
            database,
            restocks,
            release,
            shortfalls,
            stockFiles,
            new Estimates(
                clock,
                orders,
                new RestockNews(clock),
                outlook,
                new WaitDates(clock, merchant.rules(), merchant.deadlines(), outlook),
                merchant.deadlines(),
                timeline),
            new DelayNotices(
                clock, deliveries, orders, dueWaits, merchant.deadlines(), letters, timeline),
            new Deadlines(orders, dueWaits, merchant.deadlines(), cancellation, alerts)));
    AnswerDesk answerDesk =
        new AnswerDesk(
            database,
            cancellationRequests,
            new Looks(clock),
            unanswered,
            recalls,
            merchant.formats());
    beans.put("answers", answerDesk);
    beans.put("posts", new PostDesk(connectors, answerDesk));
    beans.put(
        "deliveries",
        new DeliveryDesk(
            database,
            deliveries,
            documents,
            purchaseOrders,
            cancellationRequests,
            new SentInterchanges(sent, partners),
            meters,
            traces));
    beans.put(
        "interchanges",
        new InterchangeDesk(
            database,
            new Opening(
                documents,
                parts,
                received,
                new FunctionalAnswers(books, sent, merchant.suppliers()),
                new OwedAcknowledgments(documents, deliveries, numbering)),
            new Overdue(clock, books, sent, partners),
            partners));
    beans.put("orderActions", actions);
    beans.put(
        "letters",
        new LetterDesk(
            database,
            LetterTemplates.load(merchant.templates()),
            new Enclosures(orders, choices, pages, merchant.care().publicUrl())));
    beans.put(
        "pages",
        new PageDesk(
            database,
            new CustomerPages(orders, choices, pages, merchant.shops(), merchant.zone()),
            PageTemplates.load(merchant.templates())));
    AlertDesk alertDesk =
        new AlertDesk(
            database,
            alerts,
            new AlertLetters(alerts, deliveries, merchant.mailNotifiers(), merchant.alertsTo()));
    beans.put("alerts", alertDesk);
    beans.put("mails", new MailDesk(alertDesk));
    beans.put("folders", new Folders());
    beans.put("apis", apis);
    beans.put("pageHeaders", PageHeaders.ofPages());
    CanonicalDocuments canonical =
        new CanonicalDocuments(
            documents,
            merchant.formats(),
            order ->
                apis.connector(order.account())
                    .map(connector -> orderDesk.canonical(order, connector)));
    RoutePicture routePicture = new RoutePicture(clock);
    beans.put("routePicture", routePicture);
    beans.put(
        "console",
        new ConsoleDesk(
            ConsoleParts.console(
                merchant,
                database,
                clock,
                availability,
                webhooks.subscriptions(),
                canonical,
                routePicture,
                actions)));
    beans.put(
        "rest",
        new RestParts(merchant, database, clock)
            .desk(
                documents,
                actions,
                availability,
                canonical,
                webhooks.subscriptions(),
                merchant.api().pushing(connectors)));
    beans.put("restHeaders", PageHeaders.ofApi());
    beans.putAll(webhooks.beans(database, alerts));
    beans.put("consoleHeaders", PageHeaders.ofConsole());
    beans.put("health", new HealthDesk(new DatabaseHealth(database, Duration.ofSeconds(2))));
    beans.put("metrics", new MetricsDesk(database, meters));
    beans.put("privacy", new PrivacyDesk(database, new Erasure(clock, new AuditLog(clock))));
    beans.put("traces", traces);
    beans.put("watchHeaders", PageHeaders.ofWatchers());
    beans.put("collect", new Collect());
    return beans;
  }

  /** The beans' classes by name, for whoever checks routes without running them. */
  static Map<String, Class<?>> beanTypes() {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    types.put("polls", PollDesk.class);
    types.put("webhooks", WebhookDesk.class);
    types.put("documents", DocumentDesk.class);
    types.put("orders", OrderDesk.class);
    types.put("suppliers", SupplierDesk.class);
    types.put("backorders", BackorderDesk.class);
    types.put("answers", AnswerDesk.class);
    types.put("deliveries", DeliveryDesk.class);
    types.put("interchanges", InterchangeDesk.class);
    types.put("letters", LetterDesk.class);
    types.put("pages", PageDesk.class);
    types.put("alerts", AlertDesk.class);
    types.put("mails", MailDesk.class);
    types.put("posts", PostDesk.class);
    types.put("folders", Folders.class);
    types.put("apis", ApiDesk.class);
    types.put("pageHeaders", PageHeaders.class);
    types.put("routePicture", RoutePicture.class);
    types.put("console", ConsoleDesk.class);
    types.put("rest", RestDesk.class);
    types.put("restHeaders", PageHeaders.class);
    types.put("events", EventDesk.class);
    types.put("subscriptions", SubscriptionDesk.class);
    types.put("consoleHeaders", PageHeaders.class);
    types.put("health", HealthDesk.class);
    types.put("metrics", MetricsDesk.class);
    types.put("privacy", PrivacyDesk.class);
    types.put("traces", OrderTraces.class);
    types.put("watchHeaders", PageHeaders.class);
    types.put("collect", Collect.class);
    return types;
  }
}
