package io.serai.exchange;

import io.serai.order.Substitutes;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import java.util.Map;

/** What suppliers' codes stand for on the lines of their purchase orders. */
public record Codes(Map<String, Supplier> suppliers, Substitutes substitutes) {

  /** Whether a code names what was asked, or what may be sent in its place. */
  boolean names(String code, Reservation asked) {
    return isAsked(code, asked) || isSubstitute(code, asked);
  }

  /** Whether a code names what was asked. */
  boolean isAsked(String code, Reservation asked) {
    return supplier(asked).codeOf(asked.sku()).equals(code);
  }

  /** The SKU that a code names. */
  String sku(String code, Reservation asked) {
    return supplier(asked).skuOf(code);
  }

  private boolean isSubstitute(String code, Reservation asked) {
    return substitutes.of(asked.sku()).contains(sku(code, asked));
  }

  private Supplier supplier(Reservation asked) {
    return suppliers.get(asked.supplier());
  }
}
