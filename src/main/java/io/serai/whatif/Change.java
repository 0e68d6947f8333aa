package io.serai.whatif;

import io.serai.plan.Plan;

/**
 * An order that the other rules would have planned in another way.
 *
 * @param explanation why the other rules plan it so, as lines of text; empty when there are too
 *     many changes to explain each
 */
public record Change(PastOrder order, Plan before, Plan after, String explanation) {}
