package io.serai.sandbox.walmart;

import io.serai.sandbox.order.SoldLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of a purchase order, and where its units are. Guarded by the lock of the books. */
final class WalmartLine {
  /** Units that were told to be in one parcel. */
  record Shipped(
      int units, String trackingNumber, String carrier, String url, String method, Instant at) {}

  private final String number;
  private final SoldLine sold;
  private final List<Shipped> shipped = new ArrayList<>();
  private final Map<String, Integer> cancelled = new LinkedHashMap<>();
  private int open;
  private boolean acknowledged;
  private Instant changedAt;

  WalmartLine(String number, SoldLine sold, Instant at) {
    this.number = number;
    this.sold = sold;
    this.open = sold.quantity();
    this.changedAt = at;
  }

  /** The line number: {@code 1}, {@code 2}. */
  String number() {
    return number;
  }

  SoldLine sold() {
    return sold;
  }

  /** Units that have neither shipped nor been cancelled. */
  int open() {
    return open;
  }

  boolean isAcknowledged() {
    return acknowledged;
  }

  List<Shipped> shipped() {
    return List.copyOf(shipped);
  }

  /** Units by the reason for which they were cancelled. */
  Map<String, Integer> cancelled() {
    return new LinkedHashMap<>(cancelled);
  }

  Instant changedAt() {
    return changedAt;
  }

  void acknowledge(Instant at) {
    acknowledged = true;
    changedAt = at;
  }

  void ship(Shipped parcel, Instant at) {
    open -= parcel.units();
    shipped.add(parcel);
    changedAt = at;
  }

  void cancel(int units, String reason, Instant at) {
    open -= units;
    cancelled.merge(reason, units, Integer::sum);
    changedAt = at;
  }
}
