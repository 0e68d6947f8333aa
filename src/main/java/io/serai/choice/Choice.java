package io.serai.choice;

/** What a customer chooses for the waiting units of one line. */
public sealed interface Choice {
  /** The line whose units wait. */
  long orderLineId();

  /** To wait on. */
  record Wait(long orderLineId) implements Choice {}

  /** To have the units no more, and the money back. */
  record Cancel(long orderLineId) implements Choice {}

  /** To have another SKU in their place. */
  record Substitute(long orderLineId, String sku) implements Choice {}
}
