package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;

/** An amount as MoneyBag; shop and customer use one currency. */
record Money(BigDecimal amount, String currency) implements Fields {
  @Override
  public String type() {
    return "MoneyBag";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return new MoneyV2(amount, currency);
  }

  /** The API writes at least one decimal and no needless zeros: {@code 15.0}, {@code 2.55}. */
  static String text(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
  }

  private record MoneyV2(BigDecimal amount, String currency) implements Fields {
    @Override
    public String type() {
      return "MoneyV2";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return field.equals("amount") ? text(amount) : currency;
    }
  }
}
