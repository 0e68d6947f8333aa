package io.serai.intake;

import io.serai.cancellation.Cancellation;
import io.serai.order.Address;
import io.serai.order.IncomingOrder;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What a channel changes about an order that is here already. */
public final class Revision {
  private final OrderStore orders;
  private final Cancellation cancellation;
  private final Timeline timeline;

  public Revision(OrderStore orders, Cancellation cancellation, Timeline timeline) {
    this.orders = orders;
    this.cancellation = cancellation;
    this.timeline = timeline;
  }

  /**
   * Applies a later revision; the one that is here already changes nothing, and neither does one
   * that it has overtaken on its way.
   */
  void apply(Handle handle, OrderStore.Known known, IncomingOrder order) {
    if (known.revision().equals(order.revision()) || isBefore(order.revision(), known.revision())) {
      return;
    }
    orders.lock(handle, Set.of(known.id()));
    Map<Long, Order> before = orders.load(handle, Set.of(known.id()));
    List<Entry> entries = new ArrayList<>();
    // A channel may forget where a cancelled order was to go.
    Address there = before.get(known.id()).shipTo();
    Address shipTo = order.cancelled() ? there : order.shipTo();
    if (!there.equals(shipTo)) {
      entries.add(
          new Entry(
              known.id(),
              "changed",
              "The channel changed the address; purchase orders not yet written go there."));
    }
    orders.revise(handle, known.id(), order.revision(), shipTo);
    timeline.write(handle, entries);
    if (order.cancelled()) {
      cancellation.cancelledByChannel(handle, known.id());
    }
  }

  /** Of two that came together, the later one; of others, the one that came last. */
  static IncomingOrder later(IncomingOrder first, IncomingOrder second) {
    return isBefore(second.revision(), first.revision()) ? first : second;
  }

  /** Whether both are times, as most channels count revisions, and the one is the earlier. */
  private static boolean isBefore(String one, String other) {
    Optional<Instant> first = time(one);
    Optional<Instant> second = time(other);
    return first.isPresent() && second.isPresent() && first.get().isBefore(second.get());
  }

  private static Optional<Instant> time(String revision) {
    // One without its zone is compared with others of its channel, which have none either.
    String zoned = revision.matches(".*T[0-9:.]+") ? revision + "Z" : revision;
    try {
      return Optional.of(OffsetDateTime.parse(zoned).toInstant());
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
