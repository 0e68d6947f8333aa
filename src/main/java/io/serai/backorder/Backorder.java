package io.serai.backorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of a line with no stock now: a place in the queue of its SKU.
 *
 * @param supplier whose restock it waits for, where one is known
 * @param eta the estimated date, where one is known
 * @param notifyAt when the customer is told of the delay
 * @param cancelAt when the units are cancelled if they have not been released
 */
public record Backorder(
    long id,
    long orderId,
    long orderLineId,
    String sku,
    int quantity,
    int priority,
    Instant promisedAt,
    Optional<String> supplier,
    Optional<LocalDate> eta,
    Instant notifyAt,
    Instant cancelAt) {

  /**
   * The same, begun so much later: for the dates of a wait that stood still meanwhile.
   *
   * @param pausedSeconds how long its order was on hold
   */
  Backorder lasting(long pausedSeconds) {
    return new Backorder(
        id,
        orderId,
        orderLineId,
        sku,
        quantity,
        priority,
        promisedAt.plusSeconds(pausedSeconds),
        supplier,
        eta,
        notifyAt,
        cancelAt);
  }
}
