package io.serai.order;

/**
 * What the domain knows of a channel.
 *
 * @param priority where its backorders stand in the queue; a higher one is served first
 * @param name what its customers call it
 * @param customerMail whether the hub writes to its customers; some marketplaces forbid it
 */
public record Shop(String channel, int priority, String name, boolean customerMail) {}
