package io.serai.action;

import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.PausedWaits;
import io.serai.backorder.Restocks;
import io.serai.intake.AtSuppliers;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.PersonHold;
import io.serai.order.PersonHoldStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Holds orders because a person says so, as {@link io.serai.intake.Holds} does when their channel
 * does: what is promised stays reserved, what waits keeps its place and is passed over, all dates
 * stand still, and no purchase order is written.
 */
public final class Holding {
  private final PersonHoldStore people;
  private final BackorderQueue queue;
  private final PausedWaits paused;
  private final Restocks restocks;
  private final AtSuppliers atSuppliers;
  private final Timeline timeline;

  public Holding(
      PersonHoldStore people,
      BackorderQueue queue,
      PausedWaits paused,
      Restocks restocks,
      AtSuppliers atSuppliers,
      Timeline timeline) {
    this.people = people;
    this.queue = queue;
    this.paused = paused;
    this.restocks = restocks;
    this.atSuppliers = atSuppliers;
    this.timeline = timeline;
  }

  Outcome hold(Handle handle, Order order, Doer who, String why) {
    if (order.lines().stream().allMatch(OrderLine::isDone)) {
      throw new ActionRefused(
          "Order "
              + order.number()
              + " has ended: all of it has shipped or is cancelled, so there is nothing to hold.");
    }
    Optional<PersonHold> before = people.of(handle, order.id());
    if (before.isPresent()) {
      return Outcome.already("It is on hold already, by " + before.get().told() + ".");
    }
    people.place(handle, order.id(), who.name(), why);
    // Those behind it are served past it.
    noteWaits(handle, order.id());
    Optional<String> sent = atSuppliers.describe(handle, order.id());
    say(
        handle,
        order,
        who.name()
            + " put the order on hold: "
            + why
            + ". Nothing more of it is sent until it is released."
            + sent.map(what -> " Not stopped is what suppliers have already: " + what + ".")
                .orElse(""));
    return Outcome.done(
        "Order "
            + order.number()
            + " is on hold"
            + sent.map(what -> "; suppliers already have a part of it, which goes on: " + what)
                .orElse("")
            + ".");
  }

  Outcome release(Handle handle, Order order, Doer who) {
    if (people.of(handle, order.id()).isEmpty()) {
      if (people.isHeldByChannel(handle, order.id())) {
        throw new ActionRefused(
            order.channel()
                + " holds the order ("
                + order.hold().orElse("")
                + "); release it there, and it goes on here.");
      }
      return Outcome.already("It is not on hold.");
    }
    boolean stays = people.isHeldByChannel(handle, order.id());
    if (!stays) {
      paused.resume(handle, order.id(), order.channel());
    }
    people.end(handle, order.id());
    noteWaits(handle, order.id());
    String rest =
        stays ? "; it stays on hold, since " + order.channel() + " holds it" : "; it goes on";
    say(handle, order, who.name() + " released the order" + rest + ".");
    return Outcome.done("Order " + order.number() + " is released" + rest + ".");
  }

  private void noteWaits(Handle handle, long order) {
    restocks.note(
        handle,
        queue.of(handle, Set.of(order)).stream().map(Backorder::sku).collect(Collectors.toSet()));
  }

  private void say(Handle handle, Order order, String text) {
    timeline.write(handle, List.of(new Entry(order.id(), "hold", text)));
  }
}
