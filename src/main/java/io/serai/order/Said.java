package io.serai.order;

import java.util.Optional;

/**
 * What a channel has said of an order line so far.
 *
 * @param quantity the most units that it ever called ordered; empty: never asked
 * @param cancelled those of them that it calls cancelled
 * @param cancelledBefore those that it called so when the line was met
 * @param missing whether it no longer names the line
 * @param replaces the line that this one stands for, by the customer's choice
 */
public record Said(
    Optional<Integer> quantity,
    int cancelled,
    int cancelledBefore,
    boolean missing,
    Optional<Long> replaces) {}
