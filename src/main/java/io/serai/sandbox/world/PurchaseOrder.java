package io.serai.sandbox.world;

import java.util.List;
import java.util.Map;

/**
 * A purchase order as a supplier read it from a file.
 *
 * @param supplier the id of the supplier that got it
 */
public record PurchaseOrder(String supplier, String number, List<Line> lines) {
  /** Copies the lines, so that the order cannot change. */
  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /**
   * One line of it.
   *
   * @param sku the supplier's own code
   * @param columns the whole row, by column name
   */
  public record Line(String line, String sku, int quantity, Map<String, String> columns) {
    /** Copies the row, so that the line cannot change. */
    public Line {
      columns = Map.copyOf(columns);
    }
  }

  /** Units over all lines. */
  public int units() {
    return lines.stream().mapToInt(Line::quantity).sum();
  }
}
