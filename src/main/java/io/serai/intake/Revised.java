package io.serai.intake;

import io.serai.order.IncomingOrder;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import java.util.Set;
import java.util.TreeSet;

/**
 * A later revision of an order, beside what is here.
 *
 * @param before the order as it is here, locked
 * @param wasSaidOnHold whether the revision before said that the order is on hold
 */
record Revised(Order before, IncomingOrder order, LineComparison lines, boolean wasSaidOnHold) {

  /** Whether units may move because of it. */
  boolean moves() {
    return order.cancelled()
        || !lines.added().isEmpty()
        || lines.changes().stream().anyMatch(LineChange::moves)
        || !before.shipTo().country().equals(order.shipTo().country());
  }

  /** The SKUs of the units that may move. */
  Set<String> skus() {
    Set<String> skus = new TreeSet<>();
    before.lines().stream().map(OrderLine::sku).forEach(skus::add);
    lines.added().stream().map(IncomingOrder.Line::sku).forEach(skus::add);
    return skus;
  }
}
