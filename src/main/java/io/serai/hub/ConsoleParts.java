package io.serai.hub;

import io.serai.access.AuditLog;
import io.serai.access.Logins;
import io.serai.access.Passwords;
import io.serai.access.Sessions;
import io.serai.access.Users;
import io.serai.action.OrderActions;
import io.serai.channel.Availability;
import io.serai.console.ActionScreens;
import io.serai.console.BulkScreens;
import io.serai.console.Console;
import io.serai.console.ConsoleTemplates;
import io.serai.console.DocumentScreens;
import io.serai.console.OrderScreens;
import io.serai.console.QuarantineScreens;
import io.serai.console.RouteScreens;
import io.serai.console.RulesScreens;
import io.serai.console.Screens;
import io.serai.console.StockScreens;
import io.serai.console.SupplierScreens;
import io.serai.console.TodayScreens;
import io.serai.console.TokenScreens;
import io.serai.console.UserScreens;
import io.serai.console.WebhookScreens;
import io.serai.database.Database;
import io.serai.delivery.Resending;
import io.serai.document.Replays;
import io.serai.rest.AccessTokens;
import io.serai.timeline.Timeline;
import io.serai.view.DocumentsView;
import io.serai.view.SuppliersView;
import io.serai.view.TodayView;
import io.serai.webhook.Subscriptions;
import io.serai.whatif.RulesText;
import io.serai.whatif.WhatIf;
import java.time.Clock;

/** Puts the console's parts together, by hand, as {@link Parts} does with the hub's. */
final class ConsoleParts {
  // In a rehearsal days pass in seconds, and nobody would stay logged in.
  static final Clock OF_PEOPLE = Clock.systemUTC();

  private ConsoleParts() {}

  static Console console(
      Merchant merchant,
      Database database,
      Clock clock,
      Availability availability,
      Subscriptions subscriptions,
      CanonicalDocuments canonical,
      RoutePicture routes,
      OrderActions actions) {
    AuditLog audit = new AuditLog(OF_PEOPLE);
    Sessions sessions = new Sessions(OF_PEOPLE);
    Screens screens = new Screens();
    new TodayScreens(
            clock,
            new TodayView(
                clock, merchant.zone(), merchant.shops().keySet(), merchant.suppliers().keySet()),
            audit)
        .addTo(screens);
    Resending resending = new Resending(clock);
    DocumentsView documents = new DocumentsView(merchant.zone());
    new OrderScreens(
            merchant.shops().keySet(), new Timeline(clock), resending, audit, actions::possible)
        .addTo(screens);
    new ActionScreens(actions).addTo(screens);
    new BulkScreens(actions, resending, audit).addTo(screens);
    new QuarantineScreens(documents, new Replays(clock), resending, audit).addTo(screens);
    new DocumentScreens(documents, canonical::of).addTo(screens);
    new StockScreens(clock, merchant.zone(), merchant.shops().keySet(), availability)
        .addTo(screens);
    new SupplierScreens(new SuppliersView(clock, merchant.suppliers().keySet())).addTo(screens);
    new RulesScreens(
            RulesText.of(merchant.writtenRules()),
            new WhatIf(clock, merchant.zone(), merchant.rules(), merchant.suppliers()),
            merchant::completed)
        .addTo(screens);
    new RouteScreens(routes::stages).addTo(screens);
    Users users = new Users(OF_PEOPLE, new Passwords());
    new WebhookScreens(subscriptions, audit, merchant.zone()).addTo(screens);
    new TokenScreens(OF_PEOPLE, new AccessTokens(OF_PEOPLE), audit).addTo(screens);
    new UserScreens(users, audit).addTo(screens);
    return new Console(
        database,
        screens,
        new ConsoleTemplates(clock, merchant.zone()),
        sessions,
        new Logins(OF_PEOPLE, users, sessions, audit),
        merchant.hub());
  }
}
