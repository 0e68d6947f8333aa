package io.serai.backorder;

import java.time.LocalDate;
import java.util.Optional;

/** Units that go into the queue of their SKU now. */
public record Waiting(
    long orderId,
    long orderLineId,
    String sku,
    int quantity,
    int priority,
    Optional<String> supplier,
    Optional<LocalDate> eta) {}
