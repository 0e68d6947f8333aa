package io.serai.stock;

/**
 * Units of one offer promised to one order line; one row of the ledger.
 *
 * @param lineNumber the line of the shipment's purchase order
 * @param open units that are neither shipped nor released yet
 * @param acknowledged those of the open units that the supplier has confirmed
 */
public record Reservation(
    long id,
    long shipmentId,
    long orderLineId,
    String supplier,
    String sku,
    int lineNumber,
    int open,
    int acknowledged) {}
