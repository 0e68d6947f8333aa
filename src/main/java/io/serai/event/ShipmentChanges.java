package io.serai.event;

import io.serai.event.OrderState.Content;
import io.serai.event.OrderState.Parcel;
import io.serai.event.OrderState.Promise;
import io.serai.event.OrderState.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What has happened to one shipment. */
record ShipmentChanges(Shipment now, Optional<Shipment> before) {

  /** Whether it has units that it had not. */
  boolean isGivenMore() {
    return !risen(Promise::quantity).isEmpty();
  }

  /** Whether its purchase order has gone out. */
  boolean isRequested() {
    return now.requestedAt() != null && before.map(Shipment::requestedAt).isEmpty();
  }

  /** The units that its supplier has accepted. */
  List<Content> acknowledged() {
    return risen(Promise::acknowledged);
  }

  /** The units that were promised, and will not come with it. */
  List<Content> released() {
    return before.isEmpty() ? List.of() : risen(Promise::released);
  }

  /** The packages that are new, or have another tracking number than they had. */
  List<Parcel> left() {
    return now.packages().stream()
        .filter(parcel -> !known(parcel).equals(Optional.of(parcel)))
        .toList();
  }

  /** Whether a package had left before. */
  boolean isCorrected(Parcel parcel) {
    return known(parcel).isPresent();
  }

  private Optional<Parcel> known(Parcel parcel) {
    return before.stream()
        .flatMap(shipment -> shipment.packages().stream())
        .filter(old -> old.reference().equals(parcel.reference()))
        .findFirst();
  }

  private List<Content> risen(ToIntFunction<Promise> units) {
    Map<Integer, Promise> old = before.map(Shipment::byNumber).orElse(Map.of());
    return now.lines().stream()
        .map(
            line -> {
              int were =
                  Optional.ofNullable(old.get(line.poLine())).map(units::applyAsInt).orElse(0);
              return new Content(line.line(), line.sku(), units.applyAsInt(line) - were);
            })
        .filter(content -> content.quantity() > 0)
        .toList();
  }
}
