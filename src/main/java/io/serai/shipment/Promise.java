package io.serai.shipment;

/** Units of an order line that a supplier is to ship. */
public record Promise(long orderId, long orderLineId, String sku, String supplier, int quantity) {}
