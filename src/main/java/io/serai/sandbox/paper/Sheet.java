package io.serai.sandbox.paper;

/**
 * A file to be put up.
 *
 * @param kind how its name begins, before its number
 * @param ending how its name ends, without the dot
 */
public record Sheet(String kind, String ending, byte[] content) {}
