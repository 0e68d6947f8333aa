package io.serai.intake;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.order.Address;
import io.serai.order.Order;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * An order goes elsewhere: purchase orders that are not written go there. Suppliers that have one
 * already know the old address, and no document of theirs changes it, so a person tells them.
 */
public final class AddressChange {
  private final AtSuppliers atSuppliers;
  private final Replanning replanning;
  private final Alerts alerts;
  private final Timeline timeline;

  public AddressChange(
      AtSuppliers atSuppliers, Replanning replanning, Alerts alerts, Timeline timeline) {
    this.atSuppliers = atSuppliers;
    this.replanning = replanning;
    this.alerts = alerts;
    this.timeline = timeline;
  }

  /** Lets the change take effect; the order is locked, with all offers if the country changes. */
  void follow(Handle handle, Order before, Order after) {
    Optional<String> sent = atSuppliers.describe(handle, before.id());
    timeline.write(handle, List.of(entry(before, sent)));
    sent.ifPresent(what -> alerts.raise(handle, List.of(alert(before, after, what))));
    if (!before.shipTo().country().equals(after.shipTo().country())) {
      replanning.toAnotherCountry(handle, after);
    }
  }

  private static Entry entry(Order order, Optional<String> sent) {
    return new Entry(
        order.id(),
        "changed",
        "The channel changed the address; purchase orders not yet written go there."
            + sent.map(
                    what -> " These go to the old one unless their supplier is told: " + what + ".")
                .orElse(""));
  }

  private static Alert alert(Order before, Order after, String sent) {
    return new Alert(
        "address-changed",
        "address-changed:"
            + before.id()
            + ":"
            + Integer.toHexString((line(before.shipTo()) + line(after.shipTo()) + sent).hashCode()),
        Optional.of(before.id()),
        "Order "
            + before.number()
            + " of "
            + before.channel()
            + " goes to another address, and suppliers have been asked for a part of it already: "
            + sent
            + ". Call them. It was to go to: "
            + line(before.shipTo())
            + ". It now goes to: "
            + line(after.shipTo())
            + ".");
  }

  private static String line(Address to) {
    return Stream.of(
            to.name(),
            to.company(),
            to.address1(),
            to.address2(),
            to.city(),
            to.state(),
            to.postalCode(),
            to.country(),
            to.phone())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
