package io.serai.sandbox;

import io.serai.exchange.SupplierFile;
import io.serai.stock.StockAdviceLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the hub's own readers make of a supplier's file, as rows. */
final class DeskRows {
  private DeskRows() {}

  static List<Map<String, String>> of(SupplierFile file) {
    if (file instanceof SupplierFile.Acknowledgment acknowledgment) {
      return acknowledgment.lines().stream().map(DeskRows::answer).toList();
    }
    return ((SupplierFile.ShipNotice) file).lines().stream().map(DeskRows::parcel).toList();
  }

  private static Map<String, String> answer(SupplierFile.AcknowledgedLine line) {
    Map<String, String> row = row("ACK", line.poNumber(), line.line(), line.code());
    row.put("quantity", "" + line.quantity());
    row.put("status", line.answer().name().toLowerCase(Locale.ROOT));
    row.put("restock_date", line.restockDate().map(Object::toString).orElse(""));
    row.put("reason", line.reason());
    return row;
  }

  private static Map<String, String> parcel(SupplierFile.NoticedLine line) {
    Map<String, String> row = row("ASN", line.poNumber(), line.line(), line.code());
    row.put("quantity", "" + line.quantity());
    row.put("carrier", line.carrier());
    row.put("tracking_number", line.tracking());
    row.put("shipped_at", line.shippedAt().toString());
    return row;
  }

  private static Map<String, String> row(String kind, String order, int line, String sku) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("kind", kind);
    row.put("po_number", order);
    row.put("line", "" + line);
    row.put("sku", sku);
    return row;
  }

  static Map<String, String> stock(StockAdviceLine line) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("kind", "STOCK");
    row.put("sku", line.sku());
    row.put("quantity", "" + line.quantity());
    row.put("unit_cost", line.unitCost().map(Object::toString).orElse(""));
    row.put("lead_days", line.leadDays().map(Object::toString).orElse(""));
    row.put("restock_date", line.restockDate().map(Object::toString).orElse(""));
    row.put("restock_quantity", line.restockQuantity().map(Object::toString).orElse(""));
    return row;
  }
}
