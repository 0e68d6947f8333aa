package io.serai.plan;

import java.util.Arrays;

/**
 * How many units of each line each supplier sends, lines by {@link LineOrder} and suppliers by id.
 * Of two tables that one is before the other which, on the first line where they differ, takes more
 * of the supplier that sorts first.
 */
record LineTable(long[][] units) implements Comparable<LineTable> {
  /** Divides what is taken of each SKU over its lines: the first line and supplier first. */
  static LineTable of(Problem problem, long[] taken) {
    long[][] ofSku = bySku(problem, taken);
    long[][] units = new long[problem.lines.length][problem.suppliers.length];
    for (int line = 0; line < units.length; line++) {
      long rest = problem.lines[line].quantity();
      long[] left = ofSku[problem.skuOfLine[line]];
      for (int supplier = 0; supplier < left.length && rest > 0; supplier++) {
        long some = Math.min(rest, left[supplier]);
        units[line][supplier] = some;
        left[supplier] -= some;
        rest -= some;
      }
    }
    return new LineTable(units);
  }

  private static long[][] bySku(Problem problem, long[] taken) {
    long[][] ofSku = new long[problem.skus.length][problem.suppliers.length];
    for (int item = 0; item < problem.items; item++) {
      int[] skus = problem.skusOf(item);
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        for (int sku : skus) {
          long units = skus.length > 1 ? taken[i] * problem.wanted[sku] : taken[i];
          ofSku[sku][problem.supplier[i]] += units;
        }
      }
    }
    return ofSku;
  }

  @Override
  public int compareTo(LineTable other) {
    for (int line = 0; line < units.length; line++) {
      int order = Arrays.compare(other.units[line], units[line]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
