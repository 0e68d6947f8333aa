package io.serai.page;

import io.serai.order.OrderLine;

/** What a line is called. */
final class Named {
  private Named() {}

  /** The title, or the SKU of a line without one. */
  static String title(OrderLine line) {
    return line.title().isEmpty() ? line.sku() : line.title();
  }
}
