package io.serai.access;

/**
 * A user's time in the console, from logging in to logging out.
 *
 * @param csrf what every form of this session carries, so that no other site can send one
 * @param said what was done last, until it has been shown; may be empty
 * @param problem what was not done last, and why, until it has been shown; may be empty
 */
public record Session(User user, String csrf, String said, String problem) {}
