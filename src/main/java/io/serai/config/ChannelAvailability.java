package io.serai.config;

import java.util.OptionalInt;

/**
 * How much of the stock a channel is told of.
 *
 * @param share percent of the whole; empty for an equal part of what the others leave
 * @param buffer units kept from it of every SKU
 * @param maximum the most it is told of any SKU
 * @param learnBuffer whether what it oversold is kept from it after
 * @param learnBufferMaximum the most units that are kept for that
 */
public record ChannelAvailability(
    OptionalInt share,
    int buffer,
    OptionalInt maximum,
    boolean learnBuffer,
    int learnBufferMaximum) {}
