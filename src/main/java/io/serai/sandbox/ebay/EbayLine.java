package io.serai.sandbox.ebay;

import io.serai.sandbox.order.SoldLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A line item, and what has happened to it. Guarded by the lock of the books. */
final class EbayLine {
  /** Money that the buyer got back. */
  record Refund(String id, BigDecimal amount) {}

  private final String id;
  private final SoldLine sold;
  private final List<Refund> refunds = new ArrayList<>();
  private int shipped;

  EbayLine(String id, SoldLine sold) {
    this.id = id;
    this.sold = sold;
  }

  String id() {
    return id;
  }

  SoldLine sold() {
    return sold;
  }

  List<Refund> refunds() {
    return List.copyOf(refunds);
  }

  /** What the buyer paid for all units. */
  BigDecimal cost() {
    return sold.unitPrice().multiply(BigDecimal.valueOf(sold.quantity()));
  }

  /** What the buyer has paid and not got back. */
  BigDecimal kept() {
    return refunds.stream().map(Refund::amount).reduce(cost(), BigDecimal::subtract);
  }

  /** Units that are in no package yet. */
  int left() {
    return sold.quantity() - shipped;
  }

  void ship(int units) {
    shipped += units;
  }

  void refund(Refund refund) {
    refunds.add(refund);
  }

  /** eBay says whether some units have shipped, but not how many. */
  String status() {
    if (shipped == 0) {
      return "NOT_STARTED";
    }
    return left() == 0 ? "FULFILLED" : "IN_PROGRESS";
  }
}
