package io.serai.config;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A clock for rehearsals: it showed {@code start} when the real time was {@code realStart}, and
 * runs {@code rate} times as fast.
 */
public record SimulatedTime(Instant start, Instant realStart, BigDecimal rate) {}
