package io.serai.hub;

import io.serai.access.AuditLog;
import io.serai.action.OrderActions;
import io.serai.alert.Alerts;
import io.serai.channel.Availability;
import io.serai.database.Database;
import io.serai.delivery.Resending;
import io.serai.document.DocumentStore;
import io.serai.document.Replays;
import io.serai.rest.AccessTokens;
import io.serai.rest.Contract;
import io.serai.rest.ContractResources;
import io.serai.rest.DocumentResources;
import io.serai.rest.OfferResources;
import io.serai.rest.OrderDeeds;
import io.serai.rest.OrderResources;
import io.serai.rest.Pace;
import io.serai.rest.PlanResources;
import io.serai.rest.PushedOrders;
import io.serai.rest.QuarantineResources;
import io.serai.rest.Repeats;
import io.serai.rest.Resources;
import io.serai.rest.RestApi;
import io.serai.rest.StockResources;
import io.serai.rest.SupplierResources;
import io.serai.rest.TodayResources;
import io.serai.rest.WebhookResources;
import io.serai.timeline.Timeline;
import io.serai.view.DocumentsView;
import io.serai.view.SuppliersView;
import io.serai.view.TodayView;
import io.serai.webhook.Subscriptions;
import io.serai.whatif.WhatIf;
import java.time.Clock;
import java.util.Set;

/** Puts the API's parts together, by hand, as {@link Parts} does with the hub's. */
final class RestParts {
  // In a rehearsal days pass in seconds, and every token would end.
  private static final Clock OF_PEOPLE = Clock.systemUTC();

  private final Merchant merchant;
  private final Database database;
  private final Clock clock;
  private final Contract contract = Contract.load();
  private final Resources resources = new Resources(contract);

  RestParts(Merchant merchant, Database database, Clock clock) {
    this.merchant = merchant;
    this.database = database;
    this.clock = clock;
  }

  /** The bean that the route calls. */
  RestDesk desk(
      DocumentStore documents,
      OrderActions actions,
      Availability availability,
      CanonicalDocuments canonical,
      Subscriptions subscriptions,
      Set<String> pushing) {
    AuditLog audit = new AuditLog(OF_PEOPLE);
    Resending resending = new Resending(clock);
    DocumentsView view = new DocumentsView(merchant.zone());
    new ContractResources(contract).addTo(resources);
    new TodayResources(today(), new Alerts(clock), audit).addTo(resources);
    new OrderResources(new Timeline(clock), audit).addTo(resources);
    new OrderDeeds(actions).addTo(resources);
    new PlanResources(new WhatIf(clock, merchant.zone(), merchant.rules(), merchant.suppliers()))
        .addTo(resources);
    new PushedOrders(documents, pushing).addTo(resources);
    new StockResources(clock, merchant.zone(), merchant.shops().keySet(), availability)
        .addTo(resources);
    new OfferResources(documents, merchant.enabledSuppliers(), audit).addTo(resources);
    new SupplierResources(new SuppliersView(clock, merchant.suppliers().keySet())).addTo(resources);
    new DocumentResources(view, canonical::of).addTo(resources);
    new QuarantineResources(view, new Replays(clock), resending, audit).addTo(resources);
    new WebhookResources(subscriptions, audit).addTo(resources);
    if (!resources.unanswered().isEmpty()) {
      throw new IllegalStateException("nothing answers " + resources.unanswered());
    }
    return new RestDesk(
        new RestApi(
            database,
            resources,
            new AccessTokens(OF_PEOPLE),
            new Repeats(OF_PEOPLE),
            new Pace(OF_PEOPLE, merchant.api().requestsPerMinute()),
            merchant.api().largestBody()));
  }

  private TodayView today() {
    return new TodayView(
        clock, merchant.zone(), merchant.shops().keySet(), merchant.suppliers().keySet());
  }
}
