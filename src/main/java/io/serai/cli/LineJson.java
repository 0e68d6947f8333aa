package io.serai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.mapping.Json;
import io.serai.stock.StockAdviceLine;
import java.util.Locale;

/** Lines of suppliers' files as JSON; what a line does not say is left out. */
final class LineJson {
  private LineJson() {}

  static ObjectNode of(AcknowledgedLine line) {
    ObjectNode json =
        Json.object()
            .put("document", "acknowledgment")
            .put("poNumber", line.poNumber())
            .put("line", line.line())
            .put("code", line.code())
            .put("quantity", line.quantity())
            .put("answer", line.answer().name().toLowerCase(Locale.ROOT));
    line.restockDate().ifPresent(date -> json.put("restockDate", date.toString()));
    line.shipDate().ifPresent(date -> json.put("shipDate", date.toString()));
    if (!line.reason().isEmpty()) {
      json.put("reason", line.reason());
    }
    line.unitPrice().ifPresent(price -> json.put("unitPrice", price.toPlainString()));
    line.substitute().ifPresent(code -> json.put("substitute", code));
    return json;
  }

  static ObjectNode of(NoticedLine line) {
    ObjectNode json =
        Json.object()
            .put("document", "shipNotice")
            .put("poNumber", line.poNumber())
            .put("line", line.line())
            .put("code", line.code())
            .put("quantity", line.quantity())
            .put("carrier", line.carrier())
            .put("shippedAt", line.shippedAt().toString());
    line.trackingNumbers().forEach(json.putArray("trackingNumbers")::add);
    if (!line.packageId().isEmpty()) {
      json.put("package", line.packageId());
    }
    if (!line.sscc().isEmpty()) {
      json.put("sscc", line.sscc());
    }
    return json;
  }

  static ObjectNode of(Invoice invoice) {
    ObjectNode json =
        Json.object()
            .put("document", "invoice")
            .put("number", invoice.number())
            .put("date", invoice.date().toString())
            .put("credit", invoice.credit())
            .put("currency", invoice.currency());
    ArrayNode lines = json.putArray("lines");
    for (InvoicedLine line : invoice.lines()) {
      lines
          .addObject()
          .put("poNumber", line.poNumber())
          .put("line", line.line())
          .put("code", line.code())
          .put("quantity", line.quantity())
          .put("unitPrice", line.unitPrice().toPlainString());
    }
    json.put("charges", invoice.charges().toPlainString());
    invoice.total().ifPresent(total -> json.put("total", total.toPlainString()));
    return json;
  }

  static ObjectNode of(StockAdviceLine line) {
    ObjectNode json =
        Json.object()
            .put("document", "stockAdvice")
            .put("sku", line.sku())
            .put("quantity", line.quantity());
    line.unitCost().ifPresent(cost -> json.put("unitCost", cost.toPlainString()));
    line.leadDays().ifPresent(days -> json.put("leadDays", days));
    line.restockDate().ifPresent(date -> json.put("restockDate", date.toString()));
    line.restockQuantity().ifPresent(units -> json.put("restockQuantity", units));
    return json;
  }
}
