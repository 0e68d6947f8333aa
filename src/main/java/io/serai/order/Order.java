package io.serai.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the hub keeps it.
 *
 * @param hold why nothing of it is given out, if it is on hold
 */
public record Order(
    long id,
    String channel,
    String number,
    String externalId,
    Instant placedAt,
    String currency,
    Customer customer,
    Address shipTo,
    boolean waitsWhole,
    Optional<String> hold,
    List<OrderLine> lines) {}
