package io.serai.action;

/**
 * Who does something to an order, as the timeline and the audit log name them.
 *
 * @param name of a user, or of a program's token
 */
public record Doer(String name) {}
