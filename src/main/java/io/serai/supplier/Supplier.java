package io.serai.supplier;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param answering how it answers purchase orders
 */
public record Supplier(
    String id,
    boolean enabled,
    int rank,
    int leadDays,
    BigDecimal handlingFee,
    String currency,
    Set<String> countries,
    String skuPrefix,
    Answering answering) {

  /**
   * How a supplier answers.
   *
   * @param within the time it has to answer a purchase order; empty: no answer is expected
   * @param latestDays from purchase order to parcel; a later date counts as a refusal. Empty: any
   *     date will do
   * @param takesCancellations whether it reads documents that ask it not to ship
   * @param priceTolerancePercent by how much of a price it may differ before somebody is told
   */
  public record Answering(
      Optional<Duration> within,
      OptionalInt latestDays,
      boolean takesCancellations,
      BigDecimal priceTolerancePercent) {
    /** No answer is expected, any date will do, and cancellations are read. */
    public static final Answering USUAL =
        new Answering(Optional.empty(), OptionalInt.empty(), true);

    /** Every other price is told. */
    public Answering(
        Optional<Duration> within, OptionalInt latestDays, boolean takesCancellations) {
      this(within, latestDays, takesCancellations, BigDecimal.ZERO);
    }

    /** Whether a price differs by more than may be. */
    public boolean tells(BigDecimal agreed, BigDecimal price) {
      BigDecimal most = agreed.multiply(priceTolerancePercent).movePointLeft(2);
      return price.subtract(agreed).abs().compareTo(most) > 0;
    }
  }

  /** A supplier that answers as is usual. */
  public Supplier(
      String id,
      boolean enabled,
      int rank,
      int leadDays,
      BigDecimal handlingFee,
      String currency,
      Set<String> countries,
      String skuPrefix) {
    this(id, enabled, rank, leadDays, handlingFee, currency, countries, skuPrefix, Answering.USUAL);
  }

  /** The same supplier with other ways to answer. */
  public Supplier answering(Answering other) {
    return new Supplier(
        id, enabled, rank, leadDays, handlingFee, currency, countries, skuPrefix, other);
  }

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
