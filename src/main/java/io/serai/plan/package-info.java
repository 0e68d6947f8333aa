/**
 * The planner: which supplier ships which units of an order, which units wait, and why.
 *
 * <p>Start at {@link io.serai.plan.Planner}. A plan is found in four steps, one class each: {@link
 * io.serai.plan.Screening} drops the offers that a rule forbids, {@link io.serai.plan.Problem} is
 * what remains, as numbers, {@link io.serai.plan.Search} finds the best set of suppliers, {@link
 * io.serai.plan.PlanWriting} says it in the words of the order. All of it is pure: no clock, no
 * input, no output.
 */
package io.serai.plan;
