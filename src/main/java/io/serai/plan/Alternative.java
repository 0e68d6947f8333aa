package io.serai.plan;

/**
 * The best plan that does without one of the suppliers of the chosen plan.
 *
 * @param without the supplier that it does without
 */
public record Alternative(String without, Plan plan) {}
