package io.serai.stock;

/**
 * Units of one offer promised to one order line; one row of the ledger.
 *
 * @param lineNumber the line of the shipment's purchase order
 * @param open units that are neither shipped nor released yet
 * @param acknowledged those of the open units that the supplier has confirmed
 * @param shipped units that have left
 * @param released units that were refused, taken back or cancelled
 * @param recalled those of the open units that the supplier is asked not to ship
 */
public record Reservation(
    long id,
    long shipmentId,
    long orderLineId,
    String supplier,
    String sku,
    int lineNumber,
    int open,
    int acknowledged,
    int shipped,
    int released,
    int recalled) {

  /** A promise that nothing has happened to yet but, at most, a confirmation. */
  public Reservation(
      long id,
      long shipmentId,
      long orderLineId,
      String supplier,
      String sku,
      int lineNumber,
      int open,
      int acknowledged) {
    this(id, shipmentId, orderLineId, supplier, sku, lineNumber, open, acknowledged, 0, 0, 0);
  }

  /** The open units that the supplier has said nothing of. */
  public int unanswered() {
    return open - acknowledged;
  }

  /** The same after the supplier has confirmed units. */
  public Reservation confirming(int units) {
    return with(open, acknowledged + units, shipped, released, recalled);
  }

  /**
   * The same after units have been given up. Whoever gives up units that are recalled fulfils the
   * recall first.
   *
   * @param confirmed how many of them had been confirmed
   */
  public Reservation releasing(int units, int confirmed) {
    return with(
        open - units,
        acknowledged - confirmed,
        shipped,
        released + units,
        Math.max(0, recalled - units));
  }

  /** The same after units have left; those that are recalled leave last. */
  public Reservation shipping(int units) {
    return with(
        open - units,
        Math.max(0, acknowledged - units),
        shipped + units,
        released,
        Math.min(recalled, open - units));
  }

  /** The same after units that had been given up turn out to have left. */
  public Reservation reclaiming(int units) {
    return with(open, acknowledged, shipped + units, released - units, recalled);
  }

  private Reservation with(int open, int acknowledged, int shipped, int released, int recalled) {
    return new Reservation(
        id,
        shipmentId,
        orderLineId,
        supplier,
        sku,
        lineNumber,
        open,
        acknowledged,
        shipped,
        released,
        recalled);
  }
}
