package io.serai.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A {@link Comparison} as a table. */
public final class ComparisonText {
  private ComparisonText() {}

  /** The table, a line a measure; differences are to the column before. */
  public static String of(Comparison comparison) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "greedy", "Serai, one by one", "Serai, together"});
    add(rows, comparison, "orders", t -> BigDecimal.valueOf(t.orders()));
    add(rows, comparison, "units that ship now", t -> BigDecimal.valueOf(t.units()));
    add(rows, comparison, "units backordered", t -> BigDecimal.valueOf(t.backordered()));
    add(rows, comparison, "shipments", t -> BigDecimal.valueOf(t.shipments()));
    add(rows, comparison, "shipments per order", t -> perOrder(t, t.shipments()));
    add(rows, comparison, "orders divided", t -> BigDecimal.valueOf(t.divided()));
    add(rows, comparison, "cost", Totals::price);
    add(rows, comparison, "days to the last dispatch, mean", t -> perOrder(t, t.days()));
    StringBuilder text = new StringBuilder();
    TextTable.append(text, "", rows);
    return text.toString();
  }

  private static BigDecimal perOrder(Totals totals, long sum) {
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(Math.max(1, totals.orders())), 2, RoundingMode.HALF_UP);
  }

  private static void add(
      List<String[]> rows, Comparison of, String name, Function<Totals, BigDecimal> measure) {
    BigDecimal greedy = measure.apply(of.greedy());
    BigDecimal single = measure.apply(of.single());
    BigDecimal joint = measure.apply(of.joint());
    rows.add(
        new String[] {
          name, String.format("%,.2f", greedy), beside(single, greedy), beside(joint, single)
        });
    if (greedy.scale() <= 0) {
      rows.get(rows.size() - 1)[1] = String.format("%,d", greedy.longValue());
    }
  }

  private static String beside(BigDecimal value, BigDecimal before) {
    String number =
        value.scale() <= 0
            ? String.format("%,d", value.longValue())
            : String.format("%,.2f", value);
    BigDecimal change = value.subtract(before);
    if (change.signum() == 0) {
      return number;
    }
    BigDecimal percent =
        before.signum() == 0
            ? BigDecimal.ZERO
            : change.movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
    return number + " (" + (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %)";
  }
}
