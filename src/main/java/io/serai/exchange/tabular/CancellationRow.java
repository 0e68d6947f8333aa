package io.serai.exchange.tabular;

import io.serai.exchange.CancellationRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request not to ship as a row: its values by the usual names of their columns. */
public final class CancellationRow {
  private CancellationRow() {}

  /** The values, in the order of the columns. */
  public static Map<String, String> of(CancellationRequest request) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("po_number", request.poNumber());
    row.put("line", Integer.toString(request.line()));
    row.put("sku", request.code());
    row.put("quantity", Integer.toString(request.quantity()));
    row.put("reason", request.reason());
    return row;
  }
}
