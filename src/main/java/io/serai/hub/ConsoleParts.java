package io.serai.hub;

import io.serai.access.AuditLog;
import io.serai.access.Logins;
import io.serai.access.Passwords;
import io.serai.access.Sessions;
import io.serai.access.Users;
import io.serai.console.Console;
import io.serai.console.ConsoleTemplates;
import io.serai.console.OrderScreens;
import io.serai.console.Screens;
import io.serai.console.TodayScreens;
import io.serai.database.Database;
import io.serai.delivery.Resending;
import io.serai.timeline.Timeline;
import io.serai.view.TodayView;
import java.time.Clock;

/** Puts the console's parts together, by hand, as {@link Parts} does with the hub's. */
final class ConsoleParts {
  private ConsoleParts() {}

  static Console console(Merchant merchant, Database database, Clock clock) {
    AuditLog audit = new AuditLog(clock);
    Sessions sessions = new Sessions(clock);
    Screens screens = new Screens();
    new TodayScreens(
            clock,
            new TodayView(
                clock, merchant.zone(), merchant.shops().keySet(), merchant.suppliers().keySet()),
            audit)
        .addTo(screens);
    new OrderScreens(merchant.shops().keySet(), new Timeline(clock), new Resending(clock), audit)
        .addTo(screens);
    return new Console(
        database,
        screens,
        new ConsoleTemplates(clock, merchant.zone()),
        sessions,
        new Logins(clock, new Users(clock, new Passwords()), sessions, audit),
        merchant.hub());
  }
}
