package io.serai.intake;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.cancellation.Wish;
import io.serai.cancellation.Withdrawal;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.Place;
import io.serai.order.RevisionStore;
import io.serai.order.Said;
import io.serai.shipment.PackageStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Cancels what a channel calls cancelled and the hub has not cancelled yet. Of units that have
 * left, the merchant is told while the parcel may still be stopped; what comes back later is a
 * return, and no cancellation.
 */
public final class LineCancellation {
  private static final Duration STOPPABLE = Duration.ofDays(7);

  private final Clock clock;
  private final RevisionStore revisions;
  private final Withdrawal withdrawal;
  private final PackageStore packages;
  private final Alerts alerts;
  private final Timeline timeline;

  public LineCancellation(
      Clock clock,
      RevisionStore revisions,
      Withdrawal withdrawal,
      PackageStore packages,
      Alerts alerts,
      Timeline timeline) {
    this.clock = clock;
    this.revisions = revisions;
    this.withdrawal = withdrawal;
    this.packages = packages;
    this.alerts = alerts;
    this.timeline = timeline;
  }

  /** Cancels all of an order that can still be cancelled. */
  void cancelWhole(Handle handle, Order order, LineComparison lines) {
    Map<Long, Said> said = new HashMap<>();
    for (LineChange change : lines.changes()) {
      LineChange gone = LineChange.gone(change.family(), 0);
      said.put(change.family().sold().id(), gone.now());
    }
    revisions.say(handle, said);
    withdrawal.withdrawAll(handle, order, "the channel cancelled the order");
    int shipped = order.lines().stream().mapToInt(line -> line.in(Place.SHIPPED)).sum();
    if (shipped > 0) {
      tooLate(handle, order, "all", shipped + " units of it");
    }
  }

  /** Cancels units of lines. */
  void cancel(Handle handle, Order order, LineComparison lines) {
    Map<Long, Said> said = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    List<LineChange> fewer = new ArrayList<>();
    for (LineChange change : lines.changes()) {
      if (change.isNew()) {
        said.put(change.family().sold().id(), change.now());
      }
      if (change.vanished()) {
        entries.add(vanished(order, change.family().sold()));
      }
      if (change.fewer() > 0) {
        fewer.add(change);
        entries.add(fewer(order, change));
      }
      if (change.again() > 0) {
        again(handle, order, change);
      }
    }
    revisions.say(handle, said);
    timeline.write(handle, entries);
    withdraw(handle, order, fewer);
  }

  private void withdraw(Handle handle, Order order, List<LineChange> fewer) {
    if (fewer.isEmpty()) {
      return;
    }
    withdrawal.withdraw(
        handle,
        order,
        fewer.stream().map(change -> new Wish(change.family().ids(), change.fewer())).toList(),
        "the channel cancelled them");
    for (LineChange change : fewer) {
      Family family = change.family();
      int all = family.sold().ordered() + change.more();
      int open = all - family.cancelled() - family.shipped() - change.recalled();
      int shipped = change.fewer() - Math.max(0, open);
      if (shipped > 0) {
        tooLate(
            handle,
            order,
            family.sold().id() + ":" + change.now().cancelled(),
            shipped + " units of " + family.sold().sku());
      }
    }
  }

  private void tooLate(Handle handle, Order order, String what, String units) {
    String text =
        "The channel has cancelled " + units + " that have shipped already; they stay shipped.";
    timeline.write(handle, List.of(new Entry(order.id(), "cancelled", text)));
    boolean isUnderWay =
        packages
            .latest(handle, order.id())
            .filter(left -> left.isAfter(clock.instant().minus(STOPPABLE)))
            .isPresent();
    if (isUnderWay) {
      alerts.raise(
          handle,
          List.of(
              new Alert(
                  "cancelled-after-shipping",
                  "cancelled-after-shipping:" + order.id() + ":" + what,
                  Optional.of(order.id()),
                  "Order "
                      + order.number()
                      + " of "
                      + order.channel()
                      + ": "
                      + text
                      + " Have the parcel called back, or settle with the customer.")));
    }
  }

  private void again(Handle handle, Order order, LineChange change) {
    OrderLine line = change.family().sold();
    String text =
        order.channel()
            + " wants "
            + change.again()
            + " units of "
            + line.sku()
            + " again that it had cancelled in order "
            + order.number()
            + "; what is cancelled stays so. Order them anew at the channel, as a new line.";
    timeline.write(handle, List.of(new Entry(order.id(), "changed", text)));
    alerts.raise(
        handle,
        List.of(
            new Alert(
                "wanted-again",
                "wanted-again:" + line.id() + ":" + change.now().cancelled(),
                Optional.of(order.id()),
                text)));
  }

  private static Entry fewer(Order order, LineChange change) {
    OrderLine line = change.family().sold();
    return new Entry(
        order.id(),
        "changed",
        "The channel cancelled "
            + change.fewer()
            + " units of "
            + line.sku()
            + ", line "
            + line.line()
            + ".");
  }

  private static Entry vanished(Order order, OrderLine line) {
    return new Entry(
        order.id(),
        "changed",
        "The channel no longer names line "
            + line.line()
            + " ("
            + line.sku()
            + "), and does not say that its lines are all; the line stays as it is.");
  }
}
