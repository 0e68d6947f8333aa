package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Role;
import io.serai.action.ActionRefused;
import io.serai.action.Done;
import io.serai.action.OrderActions;
import io.serai.database.Database;
import io.serai.delivery.Resending;
import io.serai.view.OrderStory;
import io.serai.view.OrderStoryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What an operator does to many orders or waits at once: each in a transaction of its own, so that
 * one that is refused stops no other.
 */
public final class BulkScreens {
  /** What can be done to many orders, as the form offers it. */
  static final List<String> DEEDS =
      List.of("hold", "release", "re-plan", "cancel what is open", "send again what failed");

  /** What can be done to many waits. */
  static final List<String> WAIT_DEEDS = List.of("cancel", "re-plan");

  private static final Pattern ORDER = Pattern.compile("order([0-9]{1,18})");
  private static final Pattern WAIT = Pattern.compile("wait([0-9]{1,12})of([0-9]{1,12})");
  private static final Pattern BACK =
      Pattern.compile("/(orders|backorders/queue)\\?[A-Za-z0-9_.%&=+*-]*");
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_NAMED = 10;

  private final OrderStoryView stories = new OrderStoryView();
  private final OrderActions actions;
  private final Resending resending;
  private final AuditLog audit;

  public BulkScreens(OrderActions actions, Resending resending, AuditLog audit) {
    this.actions = actions;
    this.resending = resending;
    this.audit = audit;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.doesApart("/orders/many", Role.OPERATOR, this::orders);
    screens.doesApart("/backorders/many", Role.OPERATOR, this::waits);
  }

  /**
   * One of those that were ticked.
   *
   * @param place the backorder's id; 0 where it is the order that was ticked
   */
  private record Ticked(long order, long place) {}

  private interface Act {
    Done in(Handle handle, OrderStory.Head order, Ticked ticked);
  }

  private Answer orders(Database database, Request request) {
    return each(database, request, ticked(request, ORDER), act(request));
  }

  private Answer waits(Database database, Request request) {
    Optional<Act> act =
        request.given("do").filter("cancel"::equals).isPresent()
            ? Optional.of(
                (handle, order, ticked) ->
                    actions.cancelWait(
                        handle,
                        order.id(),
                        ticked.place(),
                        ActionScreens.doer(request),
                        ActionScreens.why(request)))
            : act(request);
    return each(database, request, ticked(request, WAIT), act);
  }

  private Optional<Act> act(Request request) {
    var who = ActionScreens.doer(request);
    String why = ActionScreens.why(request);
    return Optional.ofNullable(
        switch (request.given("do").orElse("")) {
          case "hold" ->
              (handle, order, ticked) ->
                  actions.hold(handle, order.channel(), order.number(), who, why);
          case "release" ->
              (handle, order, ticked) ->
                  actions.release(handle, order.channel(), order.number(), who);
          case "re-plan" ->
              (handle, order, ticked) ->
                  actions.replan(handle, order.channel(), order.number(), who);
          case "cancel what is open" ->
              (handle, order, ticked) ->
                  actions.cancelOpen(handle, order.channel(), order.number(), who, why);
          case "send again what failed" ->
              (handle, order, ticked) -> sendAgain(handle, order, request.who());
          default -> null;
        });
  }

  private Answer each(Database database, Request request, List<Ticked> ticked, Optional<Act> act) {
    String back = request.given("back").filter(BACK.asMatchPredicate()).orElse("/orders");
    Optional<String> fault = fault(request, ticked, act);
    if (fault.isPresent()) {
      return new Answer.Refused(back, fault.get());
    }
    int done = 0;
    List<String> refused = new ArrayList<>();
    for (Ticked one : ticked) {
      Optional<String> why = refusal(database, one, act.get());
      why.ifPresent(refused::add);
      done += why.isEmpty() ? 1 : 0;
    }
    String said = request.given("do").orElse("") + ": done with " + done + " of " + ticked.size();
    return refused.isEmpty()
        ? new Answer.Done(back, said + ".")
        : new Answer.Refused(back, said + ". Refused: " + named(refused));
  }

  private static Optional<String> fault(Request request, List<Ticked> ticked, Optional<Act> act) {
    if (act.isEmpty()) {
      return Optional.of("Choose what is to be done.");
    }
    if (ticked.isEmpty() || ticked.size() > MOST_AT_ONCE) {
      return Optional.of("Tick 1 to " + MOST_AT_ONCE + " of them.");
    }
    boolean cancels = request.given("do").orElse("").startsWith("cancel");
    return cancels && request.given("sure").isEmpty()
        ? Optional.of("Tick that you mean it: what is cancelled stays so.")
        : Optional.empty();
  }

  private Optional<String> refusal(Database database, Ticked one, Act act) {
    Optional<OrderStory.Head> order =
        database.inTransaction(handle -> stories.head(handle, one.order()));
    if (order.isEmpty()) {
      return Optional.of("An order is gone.");
    }
    try {
      database.useTransaction(handle -> act.in(handle, order.get(), one));
      return Optional.empty();
    } catch (ActionRefused refused) {
      return Optional.of(order.get().number() + ": " + refused.getMessage());
    }
  }

  private Done sendAgain(Handle handle, OrderStory.Head order, String who) {
    long sent =
        stories.deliveries(handle, order.id()).stream()
            .filter(delivery -> resending.replay(handle, delivery.id()))
            .count();
    if (sent == 0) {
      throw new ActionRefused("Nothing of it has failed.");
    }
    audit.note(
        handle,
        who,
        "sent again",
        "order " + order.channel() + " " + order.number(),
        sent + " deliveries");
    return new Done(sent + " deliveries are sent again within seconds.");
  }

  private static List<Ticked> ticked(Request request, Pattern pattern) {
    return request.form().keySet().stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(
            found ->
                pattern == WAIT
                    ? new Ticked(Long.parseLong(found.group(2)), Long.parseLong(found.group(1)))
                    : new Ticked(Long.parseLong(found.group(1)), 0))
        .toList();
  }

  private static String named(List<String> refused) {
    String named = String.join(" ", refused.subList(0, Math.min(MOST_NAMED, refused.size())));
    return refused.size() > MOST_NAMED
        ? named + " And " + (refused.size() - MOST_NAMED) + " more."
        : named;
  }
}
