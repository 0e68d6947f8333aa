package io.serai.sandbox.paper;

import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.OrderChange;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Party;
import io.serai.sandbox.paper.Asked.Stop;
import io.serai.sandbox.world.PurchaseOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sets of 850 and ORDERS, 860 and ORDCHG ask of a supplier. */
final class OrderSets {
  private OrderSets() {}

  static PurchaseOrder order(String supplier, io.serai.edi.document.PurchaseOrder order) {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("po_number", order.number());
    head.put("currency", order.currency());
    order.references().stream()
        .filter(each -> each.kind().equals("CO"))
        .forEach(each -> head.put("order_number", each.value()));
    order.parties().stream()
        .filter(each -> each.role().equals("shipTo"))
        .forEach(each -> address(head, each));
    if (!head.containsKey("country")) {
      throw new IllegalArgumentException(order.number() + " says not where to ship to");
    }
    return new PurchaseOrder(
        supplier, order.number(), order.lines().stream().map(line -> line(head, line)).toList());
  }

  private static void address(Map<String, String> head, Party shipTo) {
    head.put("ship_to_name", shipTo.address().name());
    head.put("ship_to_company", shipTo.address().company());
    head.put("address1", shipTo.address().address1());
    head.put("address2", shipTo.address().address2());
    head.put("city", shipTo.address().city());
    head.put("state", shipTo.address().state());
    head.put("postal_code", shipTo.address().postalCode());
    head.put("country", shipTo.address().country());
    head.put("phone", shipTo.address().phone());
  }

  private static PurchaseOrder.Line line(Map<String, String> head, OrderLine line) {
    Map<String, String> row = new LinkedHashMap<>(head);
    row.put("unit_cost", line.price().map(BigDecimal::toPlainString).orElse(""));
    return new PurchaseOrder.Line(line.number(), code(line), units(line), row);
  }

  static List<Stop> stops(OrderChange change) {
    return change.lines().stream().map(each -> stop(change.poNumber(), each)).toList();
  }

  private static Stop stop(String order, ChangedLine changed) {
    if (!changed.change().equals("removed")) {
      throw new IllegalArgumentException(
          order + ": the line is not removed, but " + changed.change());
    }
    return new Stop(order, changed.line().number(), code(changed.line()), units(changed.line()));
  }

  private static String code(OrderLine line) {
    return line.products().stream()
        .filter(each -> each.kind().equals("vendor"))
        .map(each -> each.id())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("line " + line.number() + " has no code"));
  }

  private static int units(OrderLine line) {
    return line.quantity().intValueExact();
  }
}
