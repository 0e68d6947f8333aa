package io.serai.notify;

import io.serai.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer gets back.
 *
 * @param amount with the currency's own decimals: two for most, none for yen
 * @param currency ISO 4217
 */
public record Refund(BigDecimal amount, String currency) {

  /** The unit prices of these units; nothing where a price or the currency is not known. */
  public static Optional<Refund> of(String currency, Map<OrderLine, Integer> units) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<OrderLine, Integer> entry : units.entrySet()) {
      BigDecimal price = entry.getKey().unitPrice();
      if (price.signum() <= 0) {
        return Optional.empty();
      }
      sum = sum.add(price.multiply(BigDecimal.valueOf(entry.getValue())));
    }
    return of(currency, sum);
  }

  /** An amount in a currency; nothing where it is nothing, or the currency is not known. */
  public static Optional<Refund> of(String currency, BigDecimal amount) {
    if (amount.signum() <= 0 || !isKnown(currency)) {
      return Optional.empty();
    }
    int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return Optional.of(new Refund(amount.setScale(decimals, RoundingMode.HALF_UP), currency));
  }

  private static boolean isKnown(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(currency));
  }
}
