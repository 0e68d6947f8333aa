package io.serai.supplier;

import java.math.BigDecimal;
import java.util.Set;

/**
 * Who ships: a configured dropshipper, distributor or own warehouse.
 *
 * @param handlingFee for each shipment, in the currency of its offers
 * @param currency of its unit costs, ISO 4217; empty: that of the order
 * @param leadDays the days from purchase order to shipping, where its offers do not say
 * @param rank a smaller one is preferred
 * @param countries the destinations it serves; empty: all
 * @param skuPrefix what stands before the SKU in the supplier's own code
 */
public record Supplier(
    String id,
    boolean enabled,
    int rank,
    int leadDays,
    BigDecimal handlingFee,
    String currency,
    Set<String> countries,
    String skuPrefix) {

  /** The currency in which it is paid for an order of this currency. */
  public String currencyFor(String orderCurrency) {
    return currency.isEmpty() ? orderCurrency : currency;
  }

  /** The supplier's own code of a SKU. */
  public String codeOf(String sku) {
    return skuPrefix + sku;
  }

  /** The SKU that the supplier's own code names. */
  public String skuOf(String code) {
    return code.startsWith(skuPrefix) ? code.substring(skuPrefix.length()) : code;
  }
}
