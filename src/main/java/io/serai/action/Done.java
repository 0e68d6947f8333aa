package io.serai.action;

/**
 * A deed that has been done, or was done before.
 *
 * @param said what came of it, in one sentence for the person
 */
public record Done(String said) {}
