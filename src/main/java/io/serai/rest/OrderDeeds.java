package io.serai.rest;

import io.serai.action.ActionRefused;
import io.serai.action.Doer;
import io.serai.action.Done;
import io.serai.action.OrderActions;
import io.serai.mapping.Json;
import io.serai.view.OrderStoryView;
import org.jdbi.v3.core.Handle;

/** What a program may do to an order, as a person may in the console. */
public final class OrderDeeds {
  private final OrderStoryView orders = new OrderStoryView();
  private final OrderActions actions;

  public OrderDeeds(OrderActions actions) {
    this.actions = actions;
  }

  /** Does something to the order of a call. */
  @FunctionalInterface
  private interface Deed {
    Done of(Handle handle, String channel, String number, Doer who, Call call);
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    answers(resources, "holdOrder", this::hold);
    answers(
        resources,
        "releaseOrder",
        (handle, channel, number, who, call) -> actions.release(handle, channel, number, who));
    answers(
        resources,
        "planOrder",
        (handle, channel, number, who, call) -> actions.replan(handle, channel, number, who));
    answers(resources, "cancelOrder", this::cancelOpen);
    answers(resources, "changeSupplier", this::changeSupplier);
    answers(resources, "cancelLine", this::cancelLine);
  }

  private void answers(Resources resources, String operation, Deed deed) {
    resources.answers(operation, (handle, call) -> answer(handle, call, deed));
  }

  private Reply answer(Handle handle, Call call, Deed deed) {
    String channel = call.parameter("channel");
    String number = call.parameter("number");
    if (orders.id(handle, channel, number).isEmpty()) {
      throw Problem.missing("Channel " + channel + " has no order " + number + ".");
    }
    try {
      Done done = deed.of(handle, channel, number, new Doer(call.who()), call);
      return Reply.of(Json.object().put("said", done.said()));
    } catch (ActionRefused refused) {
      throw Problem.conflict(refused.getMessage());
    }
  }

  private Done hold(Handle handle, String channel, String number, Doer who, Call call) {
    return actions.hold(handle, channel, number, who, call.text("why"));
  }

  private Done cancelOpen(Handle handle, String channel, String number, Doer who, Call call) {
    return actions.cancelOpen(handle, channel, number, who, call.text("why"));
  }

  private Done changeSupplier(Handle handle, String channel, String number, Doer who, Call call) {
    return actions.changeSupplier(
        handle, channel, number, call.parameter("line"), call.text("supplier"), who);
  }

  private Done cancelLine(Handle handle, String channel, String number, Doer who, Call call) {
    return actions.cancel(
        handle,
        channel,
        number,
        call.parameter("line"),
        call.body().path("quantity").asInt(0),
        who,
        call.text("why"));
  }
}
