package io.serai.console;

import io.serai.access.Role;
import io.serai.action.ActionRefused;
import io.serai.action.Doer;
import io.serai.action.Done;
import io.serai.action.OrderActions;
import io.serai.database.Database;
import io.serai.view.OrderStory;
import io.serai.view.OrderStoryView;
import org.jdbi.v3.core.Handle;

/** What an operator does to one order, on its page. */
public final class ActionScreens {
  private final OrderStoryView stories = new OrderStoryView();
  private final OrderActions actions;

  public ActionScreens(OrderActions actions) {
    this.actions = actions;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    add(
        screens,
        "hold",
        (handle, order, request) ->
            actions.hold(handle, order.channel(), order.number(), doer(request), why(request)));
    add(
        screens,
        "release",
        (handle, order, request) ->
            actions.release(handle, order.channel(), order.number(), doer(request)));
    add(
        screens,
        "replan",
        (handle, order, request) ->
            actions.replan(handle, order.channel(), order.number(), doer(request)));
    add(screens, "supplier", this::changeSupplier);
    add(screens, "cancel", this::cancel);
  }

  private interface Act {
    Done in(Handle handle, OrderStory.Head order, Request request);
  }

  private void add(Screens screens, String name, Act act) {
    screens.doesApart(
        "/orders/{id}/" + name, Role.OPERATOR, (database, request) -> done(database, request, act));
  }

  // What is refused is rolled back, and said.
  private Answer done(Database database, Request request, Act act) {
    String page = "/orders/" + request.id("id");
    try {
      return database.inTransaction(
          handle -> new Answer.Done(page, act.in(handle, order(handle, request), request).said()));
    } catch (ActionRefused refused) {
      return new Answer.Refused(page, refused.getMessage());
    }
  }

  private Done changeSupplier(Handle handle, OrderStory.Head order, Request request) {
    String supplier =
        request.given("supplier").orElseThrow(() -> new ActionRefused("Choose a supplier."));
    return actions.changeSupplier(
        handle, order.channel(), order.number(), line(request), supplier, doer(request));
  }

  private Done cancel(Handle handle, OrderStory.Head order, Request request) {
    if (request.given("sure").isEmpty()) {
      throw new ActionRefused("Tick that you mean it: what is cancelled stays so.");
    }
    return actions.cancelAsSeen(
        handle,
        order.channel(),
        order.number(),
        line(request),
        units(request, "quantity"),
        units(request, "seen"),
        doer(request),
        why(request));
  }

  private OrderStory.Head order(Handle handle, Request request) {
    return stories.head(handle, request.id("id")).orElseThrow(Request.Missing::new);
  }

  private static String line(Request request) {
    return request.given("line").orElseThrow(() -> new ActionRefused("Choose a line."));
  }

  private static int units(Request request, String name) {
    return request
        .given(name)
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .map(Integer::parseInt)
        .orElseThrow(() -> new ActionRefused("Say how many units, 1 at least."));
  }

  static Doer doer(Request request) {
    return new Doer(request.who());
  }

  static String why(Request request) {
    return request.given("why").orElse("");
  }
}
