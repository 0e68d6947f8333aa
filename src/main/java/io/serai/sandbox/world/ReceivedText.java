package io.serai.sandbox.world;

/**
 * A short message that the SMS service took.
 *
 * @param to the phone number, E.164
 */
public record ReceivedText(String to, String from, String body) {}
