package io.serai.sandbox.walmart;

import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A purchase order, with all that has happened to it. Guarded by the lock of the books. */
final class WalmartOrder {
  private final String number;
  private final SoldOrder sold;
  private final Set<Oddity> oddities;
  private final List<WalmartLine> lines;
  private Address address;
  private Instant movedAt;

  WalmartOrder(String number, SoldOrder sold, Set<Oddity> oddities, List<WalmartLine> lines) {
    this.number = number;
    this.sold = sold;
    this.oddities = oddities;
    this.lines = lines;
    this.address = sold.shippingAddress();
    this.movedAt = sold.createdAt();
  }

  /** The purchase order's number, by which the seller knows it. */
  String number() {
    return number;
  }

  SoldOrder sold() {
    return sold;
  }

  boolean is(Oddity oddity) {
    return oddities.contains(oddity);
  }

  List<WalmartLine> lines() {
    return lines;
  }

  Optional<WalmartLine> line(String lineNumber) {
    return lines.stream().filter(line -> line.number().equals(lineNumber)).findFirst();
  }

  Address address() {
    return address;
  }

  String shipNode() {
    return is(Oddity.WALMART_FULFILLED) ? "WFSFulfilled" : "SellerFulfilled";
  }

  /** When it changed last. */
  Instant changedAt() {
    return lines.stream()
        .map(WalmartLine::changedAt)
        .filter(at -> at.isAfter(movedAt))
        .max(Comparator.naturalOrder())
        .orElse(movedAt);
  }

  /** Whether some of its units have been neither acknowledged nor cancelled. */
  boolean isCreated() {
    return lines.stream().anyMatch(line -> line.open() > 0 && !line.isAcknowledged());
  }

  void moveTo(Address other, Instant at) {
    address = other;
    movedAt = at;
  }
}
