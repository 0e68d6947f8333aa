package io.serai.sandbox.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Orders for tests, by what matters in them. */
public final class Sold {
  private Sold() {}

  /**
   * An order of a customer in Portland.
   *
   * @param goods SKU and quantity, in turn
   */
  public static SoldOrder order(String name, Instant at, Object... goods) {
    return to(Sold.address("Ana", "Lima", "5035550100"), name, at, "USD", "10.00", goods);
  }

  /** An order to some address, in some currency and at some price of a unit. */
  public static SoldOrder to(
      Address address, String name, Instant at, String currency, String price, Object... goods) {
    List<SoldLine> lines = new ArrayList<>();
    for (int i = 0; i < goods.length; i += 2) {
      String sku = (String) goods[i];
      int quantity = (int) goods[i + 1];
      lines.add(new SoldLine(sku, "Title of " + sku, quantity, new BigDecimal(price), true));
    }
    return new SoldOrder(
        name, at, "ana@example.com", address.phone(), "en", currency, address, lines);
  }

  /** An address in Portland. */
  public static Address address(String first, String last, String phone) {
    return new Address(
        first, last, "", "12 Main St", "", "Portland", "Oregon", "OR", "97201", "US", phone);
  }
}
