package io.serai.shipment;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of an order that one supplier sends.
 *
 * @param poNumber the number of its purchase order
 * @param state {@code planned}: still open for more lines; {@code gathered}: written into a
 *     purchase order file; {@code sent}: the file is at the supplier; {@code closed}: nothing of it
 *     is open any more
 * @param sentAt when the purchase order has reached the supplier
 */
public record Shipment(
    long id,
    long orderId,
    String supplier,
    String poNumber,
    String state,
    Optional<Instant> sentAt) {}
