package io.serai.exchange.tabular;

import io.serai.exchange.PurchaseOrder;
import io.serai.order.Address;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a purchase order as a row: its values by the usual names of their columns. */
public final class PurchaseOrderRow {
  private PurchaseOrderRow() {}

  /** The values, in the order of the columns; numbers with a point and no exponent. */
  public static Map<String, String> of(PurchaseOrder order, PurchaseOrder.Line line) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("po_number", order.poNumber());
    row.put("line", Integer.toString(line.number()));
    row.put("sku", line.code());
    row.put("quantity", Integer.toString(line.quantity()));
    row.put("unit_cost", line.unitCost().toPlainString());
    row.put("currency", order.currency());
    Address to = order.shipTo();
    row.put("ship_to_name", to.name());
    row.put("ship_to_company", to.company());
    row.put("address1", to.address1());
    row.put("address2", to.address2());
    row.put("city", to.city());
    row.put("state", to.state());
    row.put("postal_code", to.postalCode());
    row.put("country", to.country());
    row.put("phone", to.phone());
    row.put("order_number", order.orderNumber());
    return row;
  }
}
