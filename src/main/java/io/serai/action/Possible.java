package io.serai.action;

import java.util.List;

/**
 * What may be done to an order as it stands.
 *
 * @param hold whether a person can hold it
 * @param release whether a person holds it
 * @param replan whether it has units that no supplier has been asked for
 * @param lines those of which something can be moved or cancelled
 */
public record Possible(boolean hold, boolean release, boolean replan, List<Line> lines) {
  static final Possible NOTHING = new Possible(false, false, false, List.of());

  /**
   * What may be done to a line.
   *
   * @param line as the order names it
   * @param open units that are neither shipped nor cancelled, nor asked back from their supplier
   * @param movable those of them that no supplier has been asked for
   * @param suppliers that could ship some; those it ships from already are among them
   */
  public record Line(
      String line, String sku, int open, int movable, List<SupplierChoice> suppliers) {}

  /** Whether anything can be done. */
  public boolean any() {
    return hold || release || replan || !lines.isEmpty();
  }
}
