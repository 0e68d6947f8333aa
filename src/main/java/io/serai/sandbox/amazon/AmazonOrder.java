package io.serai.sandbox.amazon;

import io.serai.sandbox.order.SoldOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One order, as Amazon keeps it. Whoever reads or changes it holds the lock of the books. */
final class AmazonOrder {
  private final String id;
  private final SoldOrder sold;
  private final List<AmazonItem> items;
  private final Set<Oddity> oddities;
  private final Instant paidAt;
  private final List<AmazonPackage> packages = new ArrayList<>();
  private Instant changedAt;
  private boolean cancelled;
  private boolean buyerAsks;

  /**
   * @param paidAt until when it is pending
   */
  AmazonOrder(
      String id, SoldOrder sold, List<AmazonItem> items, Set<Oddity> oddities, Instant paidAt) {
    this.id = id;
    this.sold = sold;
    this.items = List.copyOf(items);
    this.oddities = Set.copyOf(oddities);
    this.paidAt = paidAt;
    this.changedAt = paidAt;
  }

  String id() {
    return id;
  }

  SoldOrder sold() {
    return sold;
  }

  List<AmazonItem> items() {
    return items;
  }

  List<AmazonPackage> packages() {
    return packages;
  }

  boolean buyerAsks() {
    return buyerAsks;
  }

  boolean isCancelled() {
    return cancelled;
  }

  boolean is(Oddity oddity) {
    return oddities.contains(oddity);
  }

  String fulfilledBy() {
    return is(Oddity.BY_AMAZON) ? "AMAZON" : "MERCHANT";
  }

  String status(Instant now) {
    if (cancelled) {
      return "CANCELLED";
    }
    if (now.isBefore(paidAt)) {
      return "PENDING";
    }
    if (is(Oddity.BY_AMAZON)
        || items.size() > 0 && items.stream().allMatch(item -> item.open() == 0)) {
      return "SHIPPED";
    }
    return packages.isEmpty() ? "UNSHIPPED" : "PARTIALLY_SHIPPED";
  }

  /** The last change that has happened by now. */
  Instant changedAt(Instant now) {
    return now.isBefore(changedAt) ? sold.createdAt() : changedAt;
  }

  Optional<AmazonItem> item(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  void pack(AmazonPackage parcel, Instant now) {
    packages.add(parcel);
    parcel.units().forEach((itemId, units) -> item(itemId).orElseThrow().fulfil(units));
    changedAt = now;
  }

  void cancel(Instant now) {
    cancelled = true;
    changedAt = now;
  }

  void askToCancel(Instant now) {
    buyerAsks = true;
    changedAt = now;
  }
}
