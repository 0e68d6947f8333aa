package io.serai.exchange.tabular;

import java.util.Set;

/** What the values of a column are. */
public enum ColumnType {
  /** Words for people, which may be cut. */
  WORDS,
  /** What names something, or is a code for it. */
  ID,
  /** A whole number, 0 or more. */
  COUNT,
  /** An amount of money, 0 or more. */
  AMOUNT,
  /** A day. */
  DATE,
  /** A day and a time. */
  TIME;

  private static final Set<String> COUNTS =
      Set.of("line", "quantity", "lead_days", "restock_quantity");
  private static final Set<String> AMOUNTS = Set.of("unit_cost", "unit_price", "charges", "total");
  private static final Set<String> DATES = Set.of("restock_date", "ship_date", "invoice_date");
  private static final Set<String> TIMES = Set.of("shipped_at");
  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "ship_to_name",
          "ship_to_company",
          "address1",
          "address2",
          "city",
          "state",
          "phone",
          "reason");

  /** The type of the column with this usual name. */
  public static ColumnType of(String column) {
    if (COUNTS.contains(column)) {
      return COUNT;
    }
    if (AMOUNTS.contains(column)) {
      return AMOUNT;
    }
    if (DATES.contains(column)) {
      return DATE;
    }
    if (TIMES.contains(column)) {
      return TIME;
    }
    return FOR_PEOPLE.contains(column) ? WORDS : ID;
  }

  /** Whether its values are counted or added up. */
  public boolean isNumber() {
    return this == COUNT || this == AMOUNT;
  }

  /** Whether its values are days or times. */
  public boolean isDate() {
    return this == DATE || this == TIME;
  }
}
