package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Role;
import io.serai.alert.Alerts;
import io.serai.view.Today;
import io.serai.view.TodayView;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The first page: how the hub stands, and what needs a person. */
public final class TodayScreens {
  private final Clock clock;
  private final TodayView view;
  private final AuditLog audit;

  public TodayScreens(Clock clock, TodayView view, AuditLog audit) {
    this.clock = clock;
    this.view = view;
    this.audit = audit;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/", "Today");
    screens.shows("/", this::show);
    screens.does("/alerts/{id}/settle", Role.OPERATOR, this::settle);
    screens.does("/logout", Role.VIEWER, (handle, request) -> new Answer.Done("/", ""));
  }

  private Answer show(Handle handle, Request request) {
    Today today = view.read(handle);
    return new Answer.Page(
        "today.html",
        Map.of(
            "today",
            today,
            "orders",
            Chart.of(today.hours().stream().map(Today.Hour::orders).toList()),
            "delays",
            Chart.of(today.hours().stream().map(hour -> hour.seconds().orElse(0)).toList())));
  }

  private Answer settle(Handle handle, Request request) {
    long id = request.id("id");
    if (new Alerts(clock).settle(handle, id, request.who())) {
      audit.note(handle, request.who(), "settled", "alert " + id, "");
    }
    String from =
        request
            .given("order")
            .filter(order -> order.matches("[0-9]{1,18}"))
            .map(order -> "/orders/" + order)
            .orElse("/");
    return new Answer.Done(from, "Noted as seen to.");
  }
}
