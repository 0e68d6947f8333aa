package io.serai.exchange.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of file that are exchanged in rows of named columns, and their columns by their usual
 * names.
 */
public enum FileKind {
  /** What a supplier is asked for. */
  PURCHASE_ORDER(
      "purchaseOrder",
      List.of("po_number", "line", "sku", "quantity"),
      List.of(
          "unit_cost",
          "currency",
          "ship_to_name",
          "ship_to_company",
          "address1",
          "address2",
          "city",
          "state",
          "postal_code",
          "country",
          "phone",
          "order_number")),
  /** What a supplier is asked not to ship. */
  CANCELLATION("cancellation", List.of("po_number", "line", "sku", "quantity"), List.of("reason")),
  /** What a supplier will ship. */
  ACKNOWLEDGMENT(
      "acknowledgment",
      List.of("po_number", "line", "sku", "quantity", "status"),
      List.of("restock_date", "ship_date", "reason", "unit_cost", "substitute")),
  /** What a supplier has shipped. */
  SHIP_NOTICE(
      "shipNotice",
      List.of("po_number", "line", "sku", "quantity", "carrier", "tracking_number", "shipped_at"),
      List.of("package", "more_tracking_numbers", "sscc")),
  /** What a supplier has on hand. */
  STOCK_ADVICE(
      "stockAdvice",
      List.of("sku", "quantity"),
      List.of("unit_cost", "lead_days", "restock_date", "restock_quantity")),
  /** What a supplier wants to be paid. */
  INVOICE(
      "invoice",
      List.of(
          "invoice_number",
          "invoice_date",
          "po_number",
          "line",
          "sku",
          "quantity",
          "unit_price",
          "currency"),
      List.of("charges", "type", "total"));

  private final String word;
  private final List<String> needed;
  private final List<String> optional;

  FileKind(String word, List<String> needed, List<String> optional) {
    this.word = word;
    this.needed = needed;
    this.optional = optional;
  }

  /** Its name in settings. */
  public String word() {
    return word;
  }

  /** The columns that every file of the kind has. */
  public List<String> needed() {
    return needed;
  }

  /** The columns that a file of the kind may have beside those. */
  public List<String> optional() {
    return optional;
  }

  /** The kind with this name in settings. */
  public static Optional<FileKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
