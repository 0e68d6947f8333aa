package io.serai.order;

/** Where a unit of an order line stands. Each unit is in exactly one place: the balance. */
public enum Place {
  /** It waits for a person, with a reason on the line. */
  HELD,
  /** It is reserved, and its purchase order has not gone out. */
  PLANNED,
  /** Its purchase order is at the supplier. */
  SENT,
  /** The supplier has said yes. */
  ACKNOWLEDGED,
  /** It is in a package. */
  SHIPPED,
  /** It waits in the queue of its SKU. */
  BACKORDERED,
  /** It will not be sent. */
  CANCELLED
}
