package io.serai.timeline;

/**
 * One thing that happened to an order, as a person reads it.
 *
 * @param what its kind, in one word: received, planned, sent, acknowledged, shipped, backordered,
 *     released, held, recalled, cancelled, changed, hold, told, note
 */
public record Entry(long orderId, String what, String text) {}
