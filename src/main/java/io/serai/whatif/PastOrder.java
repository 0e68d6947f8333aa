package io.serai.whatif;

import io.serai.plan.Demand;
import java.time.Instant;

/**
 * An order that came in on the day.
 *
 * @param id of the order in the database
 * @param demand all that was ordered, what has been cancelled since included
 * @param receivedAt when it was planned first
 */
public record PastOrder(long id, Demand demand, Instant receivedAt) {}
