package io.serai.sandbox.ebay;

import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An order, with all that has happened to it. Guarded by the lock of the books. */
final class EbayOrder {
  /** Whether and how far it is cancelled. */
  enum Cancel {
    NONE_REQUESTED,
    IN_PROGRESS,
    CANCELED
  }

  private final String id;
  private final SoldOrder sold;
  private final List<EbayLine> lines;
  private final List<EbayPackage> packages = new ArrayList<>();
  private final Set<Oddity> oddities;
  private Address address;
  private Cancel cancel = Cancel.NONE_REQUESTED;
  private String cancelId = "";
  private String cancelInitiator = "";
  private Instant changedAt;

  EbayOrder(String id, SoldOrder sold, Set<Oddity> oddities, List<EbayLine> lines) {
    this.id = id;
    this.sold = sold;
    this.oddities = new HashSet<>(oddities);
    this.lines = lines;
    this.address = sold.shippingAddress();
    this.changedAt = sold.createdAt();
  }

  String id() {
    return id;
  }

  SoldOrder sold() {
    return sold;
  }

  boolean is(Oddity oddity) {
    return oddities.contains(oddity);
  }

  List<EbayLine> lines() {
    return lines;
  }

  Optional<EbayLine> line(String lineItemId) {
    return lines.stream().filter(line -> line.id().equals(lineItemId)).findFirst();
  }

  List<EbayPackage> packages() {
    return List.copyOf(packages);
  }

  Address address() {
    return address;
  }

  Cancel cancel() {
    return cancel;
  }

  String cancelId() {
    return cancelId;
  }

  String cancelInitiator() {
    return cancelInitiator;
  }

  /** When it changed last. */
  Instant changedAt() {
    return changedAt;
  }

  /** A cancelled order can read fulfilled although nothing of it has shipped. */
  String fulfillmentStatus() {
    if (cancel == Cancel.CANCELED || lines.stream().allMatch(line -> line.left() == 0)) {
      return "FULFILLED";
    }
    return packages.isEmpty() ? "NOT_STARTED" : "IN_PROGRESS";
  }

  String paymentStatus() {
    if (is(Oddity.UNPAID)) {
      return "PENDING";
    }
    if (is(Oddity.UNKNOWN_STATUS)) {
      return "PAID_IN_SEASHELLS";
    }
    if (cancel == Cancel.CANCELED || kept().signum() == 0 && cost().signum() > 0) {
      return "FULLY_REFUNDED";
    }
    return kept().compareTo(cost()) < 0 ? "PARTIALLY_REFUNDED" : "PAID";
  }

  /** What the buyer paid. */
  BigDecimal cost() {
    return lines.stream().map(EbayLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal kept() {
    return lines.stream().map(EbayLine::kept).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  void ship(EbayPackage parcel, Instant at) {
    packages.add(parcel);
    changedAt = at;
  }

  void cancel(Cancel next, String request, String initiator, Instant at) {
    cancel = next;
    cancelId = request;
    cancelInitiator = initiator;
    changedAt = at;
  }

  void pay(Instant at) {
    oddities.remove(Oddity.UNPAID);
    changedAt = at;
  }

  void moveTo(Address other, Instant at) {
    address = other;
    changedAt = at;
  }

  void touch(Instant at) {
    changedAt = at;
  }
}
