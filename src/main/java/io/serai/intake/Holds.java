package io.serai.intake;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.backorder.Backorder;
import io.serai.backorder.BackorderQueue;
import io.serai.backorder.PausedWaits;
import io.serai.backorder.Restocks;
import io.serai.order.Order;
import io.serai.order.PersonHold;
import io.serai.order.PersonHoldStore;
import io.serai.order.RevisionStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Orders that their channel has put on hold. What is promised of one stays reserved, what waits
 * keeps its place in the queue and is passed over, its dates stand still, and no purchase order is
 * written for it. When the hold ends, all goes on.
 */
public final class Holds {
  private final RevisionStore revisions;
  private final PersonHoldStore people;
  private final BackorderQueue queue;
  private final PausedWaits paused;
  private final Restocks restocks;
  private final AtSuppliers atSuppliers;
  private final Alerts alerts;
  private final Timeline timeline;

  public Holds(
      RevisionStore revisions,
      PersonHoldStore people,
      BackorderQueue queue,
      PausedWaits paused,
      Restocks restocks,
      AtSuppliers atSuppliers,
      Alerts alerts,
      Timeline timeline) {
    this.revisions = revisions;
    this.people = people;
    this.queue = queue;
    this.paused = paused;
    this.restocks = restocks;
    this.atSuppliers = atSuppliers;
    this.alerts = alerts;
    this.timeline = timeline;
  }

  /** Places or ends a hold, where the revision says another thing than the one before. */
  void follow(Handle handle, Revised revised) {
    Optional<String> hold = revised.order().hold();
    if (hold.isPresent() && !revised.wasSaidOnHold()) {
      place(handle, revised.before(), hold.get(), revised.order().revision());
    } else if (hold.isEmpty() && revised.wasSaidOnHold()) {
      end(handle, revised.before());
    }
  }

  /** Ends the hold of an order that is cancelled, if it is on hold. */
  void endWithOrder(Handle handle, Order order) {
    revisions.endHold(handle, order.id());
    people.forget(handle, order.id());
  }

  private void place(Handle handle, Order order, String reason, String revision) {
    revisions.hold(handle, order.id(), reason);
    // Those behind it are served past it.
    noteWaits(handle, order.id());
    timeline.write(
        handle,
        List.of(
            new Entry(
                order.id(),
                "hold",
                "The channel put the order on hold: "
                    + reason
                    + ". Nothing more of it is sent until it is released.")));
    Optional<String> sent = atSuppliers.describe(handle, order.id());
    sent.ifPresent(
        what ->
            alerts.raise(
                handle,
                List.of(
                    new Alert(
                        "hold-at-supplier",
                        "hold-at-supplier:" + order.id() + ":" + revision,
                        Optional.of(order.id()),
                        "Order "
                            + order.number()
                            + " of "
                            + order.channel()
                            + " is on hold ("
                            + reason
                            + "), and suppliers have been asked for a part of it already: "
                            + what
                            + ". Serai does not stop them. Call them if it must not leave, or cancel the order at the channel."))));
  }

  private void end(Handle handle, Order order) {
    Optional<PersonHold> person = people.of(handle, order.id());
    if (person.isPresent()) {
      people.goOnAlone(handle, order.id(), person.get());
      timeline.write(
          handle,
          List.of(
              new Entry(
                  order.id(),
                  "hold",
                  "The channel released the order; it stays on hold, by "
                      + person.get().told()
                      + ".")));
      return;
    }
    paused.resume(handle, order.id(), order.channel());
    revisions.endHold(handle, order.id());
    noteWaits(handle, order.id());
    timeline.write(
        handle,
        List.of(new Entry(order.id(), "hold", "The channel released the order; it goes on.")));
  }

  private void noteWaits(Handle handle, long order) {
    restocks.note(
        handle,
        queue.of(handle, Set.of(order)).stream().map(Backorder::sku).collect(Collectors.toSet()));
  }
}
