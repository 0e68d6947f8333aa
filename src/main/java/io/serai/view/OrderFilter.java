package io.serai.view;

import java.util.Optional;

/**
 * Which orders are wanted.
 *
 * @param text an order's number, words of its customer's name, the mail address, a SKU, a tracking
 *     number or a purchase order's number; each as a whole
 * @param split only those that more than one supplier ships
 */
public record OrderFilter(
    Optional<String> text, Optional<String> channel, Optional<State> state, boolean split) {
  /** How an order stands. */
  public enum State {
    /** Not all of its units have shipped or are cancelled. */
    OPEN("o.ended_at is null"),
    /** All of them have. */
    ENDED("o.ended_at is not null"),
    /** Nothing of it, or of a line of it, is given out. */
    HELD(
        """
        o.id in (select id from customer_order where hold_reason is not null and ended_at is null
          union all select order_id from order_line where held > 0)"""),
    /** Units of it wait for stock. */
    WAITING("o.id in (select order_id from backorder where quantity > 0)");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }
}
