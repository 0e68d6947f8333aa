package io.serai.exchange.fixed;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * What is wrong with a layout.
 *
 * @param at from the block {@code layout}
 * @param cure what to write instead
 */
public record LayoutFault(JsonPointer at, String what, String cure) {}
