package io.serai.plan;

import java.math.BigDecimal;

/**
 * How good a plan is, in every measure, whether or not the rules ask for it.
 *
 * @param units units that ship now; more is better, before any priority
 * @param shipments suppliers used
 * @param price unit cost x quantity plus each used supplier's handling fee, with at least two
 *     decimals
 * @param speed the largest lead time in days among what ships
 * @param stock the sum, over units, of the supplier's free quantity of the SKU; more is better
 * @param preference the sum, over units, of the supplier's rank
 */
public record Score(
    long units, int shipments, BigDecimal price, int speed, long stock, long preference) {}
