package io.serai.order;

import java.time.Instant;
import java.util.List;

/** An order as the hub keeps it. */
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
    List<OrderLine> lines) {}
