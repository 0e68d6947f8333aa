package io.serai.sandbox.rest;

/**
 * How often one operation may be asked for.
 *
 * @param perSecond requests a second, in the long run; may be less than one
 * @param burst how many at once after a quiet time
 */
public record Rate(double perSecond, int burst) {}
