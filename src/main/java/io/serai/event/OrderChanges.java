package io.serai.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.event.OrderState.Content;
import io.serai.event.OrderState.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What has happened to one order between two moments, in the order of its life: it is received,
 * changed, held, planned; units wait; suppliers are asked, answer and ship; waits end; it ends.
 */
final class OrderChanges {
  private final long orderId;
  private final Optional<OrderState> before;
  private final OrderState now;
  private final Instant at;
  private final EventDocuments documents;
  private final List<Event> events = new ArrayList<>();

  private OrderChanges(long orderId, Optional<OrderState> before, OrderState now, Instant at) {
    this.orderId = orderId;
    this.before = before;
    this.now = now;
    this.at = at;
    this.documents = new EventDocuments(now);
  }

  /** The events of the difference; of an order never told of, all that it has been through. */
  static List<Event> of(long orderId, Optional<OrderState> before, OrderState now, Instant at) {
    OrderChanges changes = new OrderChanges(orderId, before, now, at);
    changes.begin();
    List<ShipmentChanges> shipments =
        now.shipments().stream()
            .map(
                each ->
                    new ShipmentChanges(each, before.flatMap(old -> old.shipment(each.poNumber()))))
            .toList();
    if (shipments.stream().anyMatch(ShipmentChanges::isGivenMore)) {
      changes.happens(EventType.ORDER_PLANNED, changes.documents.order());
    }
    changes.waits();
    shipments.forEach(changes::ships);
    changes.end();
    return changes.events;
  }

  private void begin() {
    if (before.isEmpty()) {
      happens(EventType.ORDER_RECEIVED, documents.order());
    } else if (isChangedSince(before.get())) {
      happens(EventType.ORDER_CHANGED, documents.order());
    }
    boolean wasHeld = before.filter(OrderState::isHeld).isPresent();
    if (now.isHeld() && !wasHeld) {
      happens(EventType.ORDER_HELD, documents.order());
    } else if (!now.isHeld() && wasHeld) {
      happens(EventType.ORDER_RELEASED, documents.order());
    }
  }

  private boolean isChangedSince(OrderState old) {
    boolean sameLines =
        now.lines().stream()
            .allMatch(
                line ->
                    old.line(line.line())
                        .filter(
                            was -> was.ordered() == line.ordered() && was.sku().equals(line.sku()))
                        .isPresent());
    return !sameLines || !now.address().equals(old.address());
  }

  private void waits() {
    for (OrderState.Wait wait : now.backorders()) {
      Optional<OrderState.Wait> was = before.flatMap(old -> old.backorder(wait.id()));
      if (was.isEmpty()) {
        happens(EventType.BACKORDER_CREATED, documents.backorder(wait));
      } else if (wait.quantity() > 0
          && !Objects.equals(was.get().expectedOn(), wait.expectedOn())) {
        happens(EventType.BACKORDER_DATED, documents.dated(wait, was.get().expectedOn()));
      }
      int released = wait.released() - was.map(OrderState.Wait::released).orElse(0);
      if (released > 0) {
        happens(EventType.BACKORDER_RELEASED, documents.backorder(wait, released));
      }
      int cancelled = wait.cancelled() - was.map(OrderState.Wait::cancelled).orElse(0);
      if (cancelled > 0) {
        happens(EventType.BACKORDER_CANCELLED, documents.backorder(wait, cancelled));
      }
    }
  }

  private void ships(ShipmentChanges changes) {
    if (changes.isRequested()) {
      happens(EventType.SHIPMENT_REQUESTED, documents.shipment(changes.now()));
    }
    if (!changes.acknowledged().isEmpty()) {
      happens(
          EventType.SHIPMENT_ACKNOWLEDGED,
          documents.shipment(changes.now(), "acknowledged", changes.acknowledged()));
    }
    changes
        .left()
        .forEach(
            parcel ->
                happens(
                    EventType.SHIPMENT_SHIPPED,
                    documents.parcel(changes.now(), parcel, changes.isCorrected(parcel))));
    if (!changes.released().isEmpty()) {
      happens(
          EventType.SHIPMENT_CANCELLED,
          documents.shipment(changes.now(), "cancelled", changes.released()));
    }
  }

  private void end() {
    List<Content> cancelled = new ArrayList<>();
    for (Line line : now.lines()) {
      int were = before.flatMap(old -> old.line(line.line())).map(Line::cancelled).orElse(0);
      if (line.cancelled() > were) {
        cancelled.add(new Content(line.line(), line.sku(), line.cancelled() - were));
      }
    }
    if (!cancelled.isEmpty()) {
      happens(EventType.ORDER_CANCELLED, documents.cancelled(cancelled));
    }
    boolean wasComplete = before.filter(old -> old.status().equals("completed")).isPresent();
    if (now.status().equals("completed") && !wasComplete) {
      happens(EventType.ORDER_COMPLETED, documents.order());
    }
  }

  private void happens(EventType type, JsonNode data) {
    events.add(Event.of(type, at, Optional.of(orderId), data));
  }
}
