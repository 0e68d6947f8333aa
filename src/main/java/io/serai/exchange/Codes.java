package io.serai.exchange;

import io.serai.order.Substitutes;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import java.util.Map;

/** What suppliers' codes stand for on the lines of their purchase orders. */
public record Codes(Map<String, Supplier> suppliers, Substitutes substitutes) {

  /** Whether a code names what was asked, or what may be sent in its place. */
  public boolean names(String code, Reservation asked) {
    return isAsked(code, asked) || isSubstitute(code, asked);
  }

  /** Whether a code names what was asked. */
  public boolean isAsked(String code, Reservation asked) {
    return supplier(asked).codeOf(asked.sku()).equals(code);
  }

  /** The SKU that a code names. */
  String sku(String code, Reservation asked) {
    return supplier(asked).skuOf(code);
  }

  /**
   * What to do about a code that may not stand for what was asked; ends where a sentence goes on.
   */
  String advice(String code, Reservation asked) {
    String sku = sku(code, asked);
    return "The line asks for %s. If %s may be sent in its place, say so under rules.substitutes (%s: [%s]), and let the supplier send it again under another name; else tell it that %s is not wanted;"
        .formatted(asked.sku(), sku, asked.sku(), sku, sku);
  }

  private boolean isSubstitute(String code, Reservation asked) {
    return substitutes.of(asked.sku()).contains(sku(code, asked));
  }

  private Supplier supplier(Reservation asked) {
    return suppliers.get(asked.supplier());
  }
}
